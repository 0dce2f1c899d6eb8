// What the columns of the tables are: the sidecars.
using System.Text.Json.Nodes;

namespace SmileNotebooks;

internal static class DerivativeColumns
{
    public static JsonObject Trials(PipelineRun run) => new()
    {
        ["participant"] = Described("Who, as the recordings have it."),
        ["group"] = Described("The condition between participants; n/a where there is none."),
        ["condition"] = Described($"The label of the event: {string.Join(", ", run.Pipeline.Conditions)}."),
        ["condition_order"] = Described("The place of the condition, from 1; the first is the reference of models."),
        ["muscle"] = Described("The muscle, channel or measure."),
        ["trial"] = Described("The number of the trial in its condition, from 1; those that were left out count."),
        ["position"] = Described("The number of the trial among all of the participant, from 1; those that were left out count."),
        ["value"] = Described($"The response: {run.Trials.Measure}. n/a where the trial was left out."),
        ["measure"] = Described("What value is."),
        ["simulated"] = Described("How the data were simulated; n/a for data that were recorded."),
        ["exclusion"] = Described("Why the trial, condition or participant was left out; n/a where it was not."),
        ["exclusion_kind"] = Described($"The kind of the reason: {string.Join(", ", Enum.GetNames<ExclusionKind>())}."),
    };

    public static JsonObject Participants(PipelineRun run)
    {
        JsonObject columns = new()
        {
            ["participant_id"] = Described("The label of the participant in file names: letters and digits of the name."),
            ["participant"] = Described("Who, as the recordings have it."),
            ["group"] = Described("The condition between participants; n/a where there is none."),
            ["trials"] = Described("Trials that were analysed."),
            ["left_out"] = Described("Trials that were left out."),
        };
        foreach (string condition in run.Pipeline.Conditions)
        {
            columns[$"mean_{condition}"] = Described($"The mean response to {condition} over the participant's trials: {run.Trials.Measure}. n/a where no trial is left.");
        }

        return columns;
    }

    public static JsonObject Responses(PipelineRun run) => new()
    {
        ["onset"] = Described("When the event happened, after the first sample of the recording; n/a where the trial was left out before it was measured.", "s"),
        ["condition"] = Described("The label of the event."),
        ["trial"] = Described("The number of the trial in its condition, from 1."),
        ["position"] = Described("The number of the trial among all of the participant, from 1; n/a where it was left out."),
        ["value"] = Described($"The response: {run.Trials.Measure}. n/a where the trial was left out."),
        ["exclusion"] = Described("Why it was left out; n/a where it was not."),
    };

    public static JsonObject Multiverse(MultiverseResult multiverse)
    {
        JsonObject columns = new() { ["specification"] = Described("The number of the combination of choices.") };
        foreach (string choice in multiverse.Choices)
        {
            columns[$"choice_{choice}"] = Described($"What was chosen for {choice}.");
        }

        columns["measure"] = Described("What responses are in this specification.");
        columns["estimate"] = Described($"The mean difference {multiverse.First} - {multiverse.Second}, in the unit of the measure.");
        columns["dz"] = Described("The difference in standard deviations of participants' differences.");
        columns["dz_lower"] = Described($"The lower limit of the {Apa.Percent(multiverse.Options.Level)}% interval of dz.");
        columns["dz_upper"] = Described($"The upper limit of the {Apa.Percent(multiverse.Options.Level)}% interval of dz.");
        columns["t"] = Described("t of the paired test.");
        columns["p"] = Described("p of the paired test, two-sided.");
        columns["participants"] = Described("Participants with both conditions.");
        columns["trials"] = Described("Trials of all conditions that are left.");
        columns["trials_left_out"] = Described("Trials that were left out.");
        columns["participants_left_out"] = Described("Participants who lack one of the conditions.");
        columns["problem"] = Described("Why the specification could not be run; n/a where it could.");
        return columns;
    }

    private static JsonObject Described(string description, string? unit = null)
    {
        JsonObject column = new() { ["Description"] = description };
        if (unit is not null)
        {
            column["Units"] = unit;
        }

        return column;
    }
}
