// One specification, run.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a specification found, with the differences that the joint test turns.</summary>
/// <param name="Specification">What is reported.</param>
/// <param name="Differences">The difference of each participant with both conditions.</param>
/// <param name="Simulated">How the data were simulated; null for data that were recorded.</param>
internal sealed record SpecificationRun(Specification Specification, ImmutableArray<(string Participant, double Difference)> Differences, string? Simulated)
{
    public static SpecificationRun Of(
        int index, ImmutableArray<string> options, EmgPipeline pipeline, CutStudy? study, string? problem, string first, string second, MultiverseOptions settings)
    {
        Specification specification = new(index + 1, options, pipeline);
        if (study is null)
        {
            return new(specification with { Problem = problem }, [], null);
        }

        try
        {
            return Of(specification, pipeline.Respond(study).Trials, first, second, settings);
        }
        catch (ArgumentException impossible)
        {
            return new(specification with { Problem = impossible.Message }, [], study.Epochs.Simulated);
        }
    }

    private static SpecificationRun Of(Specification specification, TrialTable trials, string first, string second, MultiverseOptions settings)
    {
        TTestResult test = trials.PairedT(first, second, options: new() { Level = settings.Level }).Result;
        Dictionary<(string, string), double> means = trials.ParticipantMeans().ToDictionary(mean => (mean.Participant, mean.Condition), mean => mean.Value);
        string[] participants = [.. trials.Participants.Where(participant => means.ContainsKey((participant, first)) && means.ContainsKey((participant, second)))];
        string[] everyone = [.. trials.Participants.Union(trials.Exclusions.Select(exclusion => exclusion.Participant))];
        return new(
            specification with
            {
                Measure = trials.Measure,
                Estimate = test.Estimate,
                Effect = test.Effect,
                T = test.T,
                P = test.P,
                Participants = participants.Length,
                Trials = trials.Count,
                TrialsLeftOut = trials.Exclusions.Count(exclusion => exclusion.Trial is not null),
                ParticipantsLeftOut = everyone.Length - participants.Length,
            },
            [.. participants.Select(participant => (participant, means[(participant, first)] - means[(participant, second)]))],
            trials.Simulated);
    }
}
