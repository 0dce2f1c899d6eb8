// The same comparison under every combination of stated choices.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>All combinations of stated choices (Steegen et al., 2016, https://doi.org/10.1177/1745691616658637): a pipeline, and what in it could have been chosen otherwise.
/// Each combination, a specification, compares two conditions within participants. Immutable.</summary>
/// <remarks>Only choices that one would defend belong in a multiverse; a specification that nobody would choose adds nothing but its number. What a multiverse shows is how much a
/// result depends on choices, and not which choice is right.</remarks>
public sealed class Multiverse
{
    /// <summary>More specifications are refused: their curve could not be read, and a slip (a choice too many) is likelier.</summary>
    private const int Most = 5_000;

    private readonly ImmutableArray<(ImmutableArray<string> Options, EmgPipeline Pipeline)> _specifications;

    /// <summary>Makes the combinations.</summary>
    /// <param name="pipeline">What is not varied.</param>
    /// <param name="choices">What is; later ones are applied after earlier ones.</param>
    /// <exception cref="ArgumentException">No choice, two of one name, one without options, more than 5,000 combinations, or two that are the same analysis.</exception>
    public Multiverse(EmgPipeline pipeline, params IEnumerable<Choice> choices)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        Pipeline = pipeline;
        Choices = [.. choices];
        foreach (Choice choice in Choices)
        {
            choice.Check();
        }

        double count = Choices.Aggregate(1.0, (product, choice) => product * choice.Options.Length);
        if (Choices.IsEmpty)
        {
            throw new ArgumentException("A multiverse without a choice is one analysis; expected at least one choice, as in Choice.Windows((1, 3), (2, 4)).", nameof(choices));
        }

        if (Choices.DistinctBy(choice => choice.Name).Count() < Choices.Length || count > Most)
        {
            throw new ArgumentException(Invariant(
                $"A multiverse of the choices {string.Join(", ", Choices.Select(choice => choice.Name))} has {count:0} specifications; expected each name once, and at most {Most} specifications."), nameof(choices));
        }

        _specifications = [.. Combinations(Choices, pipeline)];
        if (_specifications.GroupBy(one => one.Pipeline).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two specifications are the same analysis: {string.Join("; and ", twice.Take(2).Select(one => string.Join(", ", one.Options)))}. An analysis would count twice; take an option out.", nameof(choices));
        }
    }

    /// <summary>What is not varied.</summary>
    public EmgPipeline Pipeline { get; }

    /// <summary>What is varied.</summary>
    public ImmutableArray<Choice> Choices { get; }

    /// <summary>How many specifications there are.</summary>
    public int Count => _specifications.Length;

    /// <summary>Runs all specifications on recordings. Those that differ only after epochs were cut share them; the result does not depend on the number of processors.</summary>
    /// <param name="recordings">The recordings.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: effects are first - second.</param>
    /// <param name="options">By default 95 % intervals, and 1,999 sign flips of seed 1.</param>
    /// <returns>The specifications; those that cannot be run say why, and are not summed up.</returns>
    /// <exception cref="ArgumentException">No specification can be run (the message is that of the first), or an option that cannot be.</exception>
    public MultiverseResult Run(RecordingSet recordings, string first, string second, MultiverseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        return Run(first, second, options, pipeline => pipeline, pipeline => pipeline.Cut(recordings));
    }

    /// <summary>Runs all specifications on epochs that were cut before; choices of filters, epochs and bins then change nothing, and are refused as the same analysis.</summary>
    /// <inheritdoc cref="Run(RecordingSet, string, string, MultiverseOptions?)"/>
    /// <param name="epochs">Epochs without a baseline correction, as for <see cref="EmgPipeline.Run(Epochs)"/>.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: effects are first - second.</param>
    /// <param name="options">By default 95 % intervals, and 1,999 sign flips of seed 1.</param>
    public MultiverseResult Run(Epochs epochs, string first, string second, MultiverseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        if (_specifications.GroupBy(one => one.Pipeline.Of(epochs)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Of epochs that are cut, two specifications are the same analysis: {string.Join("; and ", twice.Take(2).Select(one => string.Join(", ", one.Options)))}. Run choices of filters, epochs and bins on recordings.", nameof(epochs));
        }

        return Run(first, second, options, pipeline => pipeline.Of(epochs), pipeline => pipeline.Cut(epochs));
    }

    /// <summary>Runs all specifications on the data of a study, recordings or epochs.</summary>
    /// <inheritdoc cref="Run(RecordingSet, string, string, MultiverseOptions?)"/>
    /// <param name="study">The data.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: effects are first - second.</param>
    /// <param name="options">By default 95 % intervals, and 1,999 sign flips of seed 1.</param>
    public MultiverseResult Run(StudyData study, string first, string second, MultiverseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Recordings is not null ? Run(study.Recordings, first, second, options) : Run(study.Epochs!, first, second, options);
    }

    /// <summary>As in <c>48 specifications: baseline (3) x window (2) x standardisation (2) x filter (4)</c>.</summary>
    public override string ToString() => $"{Plural.Of(Count, "specification")}: {string.Join(" x ", Choices.Select(choice => $"{choice.Name} ({choice.Options.Length})"))}";

    private MultiverseResult Run(string first, string second, MultiverseOptions? options, Func<EmgPipeline, EmgPipeline> adapt, Func<EmgPipeline, CutStudy> cut)
    {
        options ??= new();
        options.Check();
        EmgPipeline[] pipelines = [.. _specifications.Select(one => adapt(one.Pipeline))];
        Dictionary<EmgPipeline, (CutStudy? Study, string? Problem)> stages = [];
        foreach (EmgPipeline pipeline in pipelines.DistinctBy(one => one.Stage))
        {
            stages[pipeline.Stage] = Attempted(() => cut(pipeline));
        }

        SpecificationRun[] runs = InOrder.Select(pipelines.Length, index =>
        {
            (CutStudy? study, string? problem) = stages[pipelines[index].Stage];
            return SpecificationRun.Of(index, _specifications[index].Options, pipelines[index], study, problem, first, second, options);
        });
        return MultiverseSummary.Of(Choices, runs, first, second, options);
    }

    /// <summary>A specification that cannot be is reported, not thrown: others can.</summary>
    private static (CutStudy?, string?) Attempted(Func<CutStudy> cut)
    {
        try
        {
            return (cut(), null);
        }
        catch (ArgumentException problem)
        {
            return (null, problem.Message);
        }
    }

    private static IEnumerable<(ImmutableArray<string>, EmgPipeline)> Combinations(ImmutableArray<Choice> choices, EmgPipeline pipeline)
    {
        IEnumerable<(ImmutableArray<string> Options, EmgPipeline Pipeline)> combinations = [([], pipeline)];
        return choices.Aggregate(combinations, (before, choice) => before.SelectMany(one => choice.Options.Select(option => (one.Options.Add(option.Name), option.Apply(one.Pipeline)))));
    }
}
