// What a pipeline did, in sentences.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class PipelineSentences
{
    public static IEnumerable<MethodsSentence> Of(PipelineRun run)
    {
        yield return new("data", Data(run));
        if (run.Simulated is { } simulated)
        {
            yield return new("simulated", $"No person was recorded: the data are {simulated}.");
        }

        if (run.Source.Kind == PipelineSourceKind.Recordings)
        {
            yield return ProcessingSentences.Of(run.Pipeline.Processing);
        }

        yield return new("epochs", Cut(run));
        yield return new("artefacts", Artefacts(run.Pipeline, NameOf(run.Source)));
        yield return new("response", Response(run.Pipeline, NameOf(run.Source)));
        yield return new("standardisation", run.Pipeline.Standardisation == Standardisation.ZScore
            ? "Responses were then standardised within participants: each less the mean of the participant's trials, divided by their standard deviation, conditions together."
            : "Responses were not standardised.");
        yield return new("trials", Trials(run));
    }

    /// <summary>An action unit has a value; a muscle has an amplitude.</summary>
    private static string NameOf(PipelineSource source) => source.Kind == PipelineSourceKind.Clips ? "value" : "amplitude";

    private static string Data(PipelineRun run)
    {
        string unit = run.Source.Unit.Length > 0 ? $"{run.Source.Unit}, " : "";
        int people = run.Trials.Participants.Union(run.Trials.Exclusions.Select(exclusion => exclusion.Participant)).Count();
        string whose = Plural.Of(people, "participant");
        return run.Source.Kind switch
        {
            PipelineSourceKind.Recordings => Invariant($"The channel {run.Pipeline.Muscle} ({unit}{run.Source.SamplingRate:0.######} Hz) of {Plural.Of(run.Source.Count, "recording")} of {whose} was analysed."),
            PipelineSourceKind.Clips => $"{run.Pipeline.Muscle} was measured in {Plural.Of(run.Source.Count, "clip")} of {whose} ({run.Source.Before}).",
            _ => Invariant($"{Plural.Of(run.Source.Count, "epoch")} of {run.Pipeline.Muscle} of {whose} were analysed that had been cut before ({unit}{run.Source.SamplingRate:0.######} Hz{(run.Source.Before.Length > 0 ? $"; {run.Source.Before}" : "")})."),
        };
    }

    private static string Cut(PipelineRun run)
    {
        IEnumerable<string> counts = run.Pipeline.Conditions.Select(condition =>
            Invariant($"{condition} {run.Trials.Count(trial => trial.Condition == condition) + run.Trials.Exclusions.Count(exclusion => exclusion.Condition == condition && exclusion.Trial is not null)}"));
        string bins = run.Source.Kind == PipelineSourceKind.Recordings && run.Pipeline.BinSeconds is { } bin ? Invariant($", and amplitudes were averaged over bins of {1000 * bin:0.###} ms") : "";
        return $"Epochs reached from {PipelineWords.Seconds(run.Pipeline.From, run.Pipeline.To)} around {Plural.Of(run.Found, "event")} ({string.Join(", ", counts)}){bins}.";
    }

    private static string Artefacts(EmgPipeline pipeline, string amplitude)
    {
        if (pipeline.Rejection is not { } rejection)
        {
            return "No trial was rejected as an artefact.";
        }

        List<string> criteria = [rejection.MissingShare > 0 ? Invariant($"more than {100 * rejection.MissingShare:0.###} % of the samples were missing") : "samples were missing"];
        criteria.Add(rejection.FlatSeconds is { } flat ? Invariant($"the signal stayed at one value for {flat:0.######} s or longer") : "the signal stayed at one value throughout");
        if (rejection.Lowest is { } lowest)
        {
            criteria.Add(Invariant($"{(amplitude == "amplitude" ? "an" : "a")} {amplitude} was below {lowest}"));
        }

        if (rejection.Highest is { } highest)
        {
            criteria.Add(Invariant($"{(amplitude == "amplitude" ? "an" : "a")} {amplitude} was above {highest}"));
        }

        if (rejection.BaselineDeviations is { } limit)
        {
            Baseline baseline = pipeline.Baseline;
            double from = rejection.BaselineFrom ?? (baseline.HasWindow ? baseline.From : pipeline.From);
            double to = rejection.BaselineTo ?? (baseline.HasWindow ? baseline.To : 0);
            criteria.Add(Invariant($"the mean {amplitude} from {PipelineWords.Seconds(from, to)} lay more than {limit} standard deviations from the mean of the participant's trials"));
        }

        return $"Trials were left out where {string.Join(", ", criteria.SkipLast(1))} or {criteria[^1]}.";
    }

    private static string Response(EmgPipeline pipeline, string amplitude)
    {
        string window = PipelineWords.Seconds(pipeline.WindowFrom, pipeline.WindowTo);
        string what = pipeline.Summary switch
        {
            WindowSummary.Peak => $"the largest {amplitude} from {window}",
            WindowSummary.Area => $"the area under the {amplitude} from {window}",
            _ => $"the mean {amplitude} from {window}",
        };
        string baseline = $"the mean {amplitude} of the trial's baseline ({PipelineWords.Seconds(pipeline.Baseline.From, pipeline.Baseline.To)})";
        string how = pipeline.Baseline.Method switch
        {
            BaselineMethod.LogRatio => $", as the natural logarithm of its ratio to {baseline}",
            BaselineMethod.Percent => $", in percent of {baseline}",
            BaselineMethod.Difference => $", less {baseline}",
            BaselineMethod.ZScore => ", less the mean of all samples of the participant's epochs and divided by their standard deviation, without a baseline correction",
            _ => ", without a baseline correction",
        };
        return $"The response of a trial was {what} after the event{how}.";
    }

    private static string Trials(PipelineRun run)
    {
        TrialTable trials = run.Trials;
        string kept = $"{Plural.Of(trials.Count, "trial")} of {Plural.Of(trials.Participants.Length, "participant")} ({string.Join(", ", run.Pipeline.Conditions.Select(condition => $"{condition} {trials.Count(trial => trial.Condition == condition)}"))})";
        return trials.Exclusions.IsEmpty
            ? $"Nothing was left out: {kept} were analysed."
            : $"Left out: {ExclusionReport.Sentence(trials.Exclusions)}; {kept} of {run.Found} were analysed.";
    }
}
