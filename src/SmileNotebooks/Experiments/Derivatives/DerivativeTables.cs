// The tables of derivatives as text.
using System.Globalization;

namespace SmileNotebooks;

internal static class DerivativeTables
{
    private static readonly string[] ResponseColumns = ["onset", "condition", "trial", "position", "value", "exclusion"];

    /// <summary>The same columns as those of TrialTable.ToCsv.</summary>
    public static string Trials(string path, TrialTable table)
    {
        string OrderOf(string? condition) => condition is not null && table.Conditions.IndexOf(condition) is >= 0 and int place ? Whole(place + 1) : "";
        return TsvText.Of(path, TrialCsv.Columns,
        [
            .. table.Select(trial => (string[])
                [trial.Participant, trial.Group, trial.Condition, OrderOf(trial.Condition), trial.Muscle, Whole(trial.Number), Whole(trial.Position), TsvText.Number(trial.Value), table.Measure, table.Simulated ?? "", "", ""]),
            .. table.Exclusions.Select(exclusion => (string[])
                [exclusion.Participant, "", exclusion.Condition ?? "", OrderOf(exclusion.Condition), exclusion.Muscle, exclusion.Trial is { } trial ? Whole(trial) : "", "", "", table.Measure, table.Simulated ?? "", exclusion.Reason, $"{exclusion.Kind}"]),
        ]);
    }

    public static string Participants(string path, PipelineRun run, IReadOnlyDictionary<string, string> labels)
    {
        ILookup<string, Trial> trials = run.Trials.ToLookup(trial => trial.Participant);
        Dictionary<(string, string), double> means = run.Trials.ParticipantMeans().ToDictionary(mean => (mean.Participant, mean.Condition), mean => mean.Value);
        return TsvText.Of(path, ["participant_id", "participant", "group", "trials", "left_out", .. run.Pipeline.Conditions.Select(condition => $"mean_{condition}")],
            labels.Select(one => (string[])
            [
                $"sub-{one.Value}", one.Key, trials[one.Key].FirstOrDefault()?.Group ?? "", Whole(trials[one.Key].Count()),
                Whole(run.Trials.Exclusions.Count(exclusion => exclusion.Participant == one.Key && exclusion.Trial is not null)),
                .. run.Pipeline.Conditions.Select(condition => means.TryGetValue((one.Key, condition), out double mean) ? TsvText.Number(mean) : ""),
            ]));
    }

    public static string Responses(string path, PipelineRun run, string participant)
    {
        Dictionary<(string, int), double> onsets = run.Epochs.Items.Where(epoch => epoch.Participant == participant).ToDictionary(epoch => (epoch.Condition, epoch.Trial), epoch => epoch.EventTime);
        string OnsetOf(string condition, int trial) => onsets.TryGetValue((condition, trial), out double onset) ? TsvText.Number(onset) : "";
        return TsvText.Of(path, ResponseColumns,
        [
            .. run.Trials.Where(trial => trial.Participant == participant).OrderBy(trial => trial.Position).Select(trial => (string[])
                [OnsetOf(trial.Condition, trial.Number), trial.Condition, Whole(trial.Number), Whole(trial.Position), TsvText.Number(trial.Value), ""]),
            .. run.Trials.Exclusions.Where(exclusion => exclusion.Participant == participant && exclusion is { Trial: not null, Condition: not null }).Select(exclusion => (string[])
                [OnsetOf(exclusion.Condition!, exclusion.Trial!.Value), exclusion.Condition!, Whole(exclusion.Trial!.Value), "", "", exclusion.Reason]),
        ]);
    }

    public static string Multiverse(string path, MultiverseResult multiverse) => TsvText.Of(
        path, [.. DerivativeColumns.Multiverse(multiverse).Select(column => column.Key)],
        multiverse.Specifications.Select(one => (string[])
        [
            Whole(one.Number), .. one.Options, one.Measure, TsvText.Number(one.Estimate), TsvText.Number(one.Effect.Value), TsvText.Number(one.Effect.Interval.Lower),
            TsvText.Number(one.Effect.Interval.Upper), TsvText.Number(one.T), TsvText.Number(one.P), Whole(one.Participants), Whole(one.Trials), Whole(one.TrialsLeftOut),
            Whole(one.ParticipantsLeftOut), one.Problem?.ReplaceLineEndings(" ") ?? "",
        ]));

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
