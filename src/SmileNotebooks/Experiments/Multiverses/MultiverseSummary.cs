// From specifications that were run to what is reported of them.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class MultiverseSummary
{
    /// <exception cref="ArgumentException">No specification could be run.</exception>
    public static MultiverseResult Of(ImmutableArray<Choice> choices, SpecificationRun[] runs, string first, string second, MultiverseOptions options)
    {
        SpecificationRun[] sound = [.. runs.Where(run => run.Specification.Problem is null)];
        if (sound.Length == 0)
        {
            throw new ArgumentException($"None of the {runs.Length} specifications can be run. The first ({string.Join(", ", runs[0].Specification.Options)}): {runs[0].Specification.Problem}");
        }

        (MultiverseTest median, MultiverseTest significant) = new JointTest(sound, options.Alpha).Run(options.Permutations, options.Seed);
        return new MultiverseResult
        {
            Muscle = sound[0].Specification.Pipeline.Muscle,
            First = first,
            Second = second,
            Choices = [.. choices.Select(choice => choice.Name)],
            Specifications = [.. runs.Select(run => run.Specification)],
            MedianTest = median,
            SignificantTest = significant,
            ByOption = [.. choices.SelectMany((choice, at) => choice.Options.Select(option => ByOption(choice.Name, option.Name, [.. sound.Select(run => run.Specification).Where(one => one.Options[at] == option.Name)], options.Alpha)))],
            Options = options,
            Simulated = Origins.Join(sound.Select(run => run.Simulated)),
        };
    }

    private static OptionSummary ByOption(string choice, string option, Specification[] with, double alpha)
    {
        double[] effects = [.. with.Select(one => one.Effect.Value).Order()];
        return effects.Length == 0
            ? new(choice, option, 0, double.NaN, double.NaN, double.NaN, 0)
            : new(choice, option, effects.Length, Medians.Of(effects), effects[0], effects[^1], with.Count(one => one.P < alpha));
    }
}
