// Tables of trials. Columns are those of the CSV file that the table is saved as.
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Tables of trials as data frames, and back.</summary>
public static class TrialFrames
{
    private const string What = "trials";

    /// <summary>A row a trial, and below them a row without a value for each exclusion, with its reason.</summary>
    /// <remarks>Columns: participant, group, condition, muscle (words), condition_order, trial, position (whole numbers), value (number), measure, simulated, exclusion, exclusion_kind (words),
    /// selected_from (whole number). What is missing is null. A condition that no row has, and a table without rows, get a row in which only what is said of the whole stands.</remarks>
    /// <param name="trials">The table.</param>
    public static DataFrame ToDataFrame(this TrialTable trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        HashSet<string> used = [.. trials.Select(trial => trial.Condition), .. trials.Exclusions.Select(exclusion => exclusion.Condition).OfType<string>()];
        string?[] unused = [.. trials.Conditions.Where(condition => !used.Contains(condition))];
        if (trials.Count + trials.Exclusions.Length + unused.Length == 0)
        {
            unused = [null];
        }

        int rows = trials.Count + trials.Exclusions.Length + unused.Length;
        string?[] conditions = [.. trials.Select(trial => trial.Condition), .. trials.Exclusions.Select(exclusion => exclusion.Condition), .. unused];
        Trial?[] ofTrial = [.. trials, .. new Trial?[rows - trials.Count]];
        Exclusion?[] ofExclusion = [.. new Exclusion?[trials.Count], .. trials.Exclusions, .. new Exclusion?[unused.Length]];
        return new FrameWriter(What)
            .Add("participant", ofTrial.Zip(ofExclusion, (trial, exclusion) => trial?.Participant ?? exclusion?.Participant))
            .Add("group", ofTrial.Select(trial => trial?.Group))
            .Add("condition", conditions)
            .Add("condition_order", conditions.Select(condition => condition is not null && trials.Conditions.IndexOf(condition) is >= 0 and int place ? place + 1 : (int?)null))
            .Add("muscle", ofTrial.Zip(ofExclusion, (trial, exclusion) => trial?.Muscle ?? exclusion?.Muscle))
            .Add("trial", ofTrial.Zip(ofExclusion, (trial, exclusion) => trial?.Number ?? exclusion?.Trial))
            .Add("position", ofTrial.Select(trial => trial?.Position))
            .Add("value", ofTrial.Select(trial => trial?.Value))
            .Add("measure", Enumerable.Repeat<string?>(trials.Measure, rows))
            .Add("simulated", Enumerable.Repeat(trials.Simulated, rows))
            .Add("exclusion", ofExclusion.Select(exclusion => exclusion?.Reason))
            .Add("exclusion_kind", ofExclusion.Select(exclusion => exclusion?.Kind.ToString()))
            .Add("selected_from", Enumerable.Repeat<int?>(trials.SelectedFrom == 0 ? null : trials.SelectedFrom, rows))
            .Frame;
    }

    /// <summary>The table of trials that a frame is: one of <see cref="ToDataFrame(TrialTable)"/>, or any with the columns participant, condition, muscle, trial, position and value.</summary>
    /// <remarks>Rows with a reason in the column exclusion are exclusions; rows without a participant only name a condition. Without condition_order, conditions stand in the order in which they first occur.</remarks>
    /// <param name="frame">The frame.</param>
    /// <exception cref="TableException">A column or a cell is missing or of another kind, a value is not finite, or rows disagree on the whole. The message names column, row (from 0), found and expected.</exception>
    public static TrialTable ToTrialTable(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        reader.Require("participant", "condition", "muscle", "trial", "position", "value");
        if (reader.Rows == 0)
        {
            throw reader.Problem(null, "no row", "at least one: the measure of the table stands in it");
        }

        List<Trial> trials = [];
        List<Exclusion> exclusions = [];
        Dictionary<string, int> conditions = new(StringComparer.Ordinal);
        for (int row = 0; row < reader.Rows; row++)
        {
            AddCondition(reader, row, conditions);
            if (reader.Text(row, "exclusion") is { } reason)
            {
                exclusions.Add(new(reader.RequiredText(row, "participant"), reader.Text(row, "condition"), reader.Whole(row, "trial"), reason)
                {
                    Kind = reader.Member<ExclusionKind>(row, "exclusion_kind") ?? ExclusionKind.Other,
                    Muscle = reader.Text(row, "muscle") ?? "",
                });
            }
            else if (!reader.IsEmpty(row, "participant", "muscle", "trial", "position", "value"))
            {
                trials.Add(TrialOf(reader, row));
            }
        }

        return new()
        {
            Trials = [.. trials],
            Measure = reader.Same("measure", row => reader.Text(row, "measure")) ?? "value",
            Conditions = [.. conditions.OrderBy(condition => condition.Value).Select(condition => condition.Key)],
            Exclusions = [.. exclusions],
            Simulated = reader.Same("simulated", row => reader.Text(row, "simulated")),
            SelectedFrom = reader.Same("selected_from", row => reader.Whole(row, "selected_from")) ?? 0,
        };
    }

    private static Trial TrialOf(FrameReader reader, int row)
    {
        double value = reader.RequiredNumber(row, "value");
        return double.IsFinite(value)
            ? new(reader.RequiredText(row, "participant"), reader.RequiredText(row, "condition"), reader.RequiredText(row, "muscle"), reader.RequiredWhole(row, "trial"), reader.RequiredWhole(row, "position"), value)
            {
                Group = reader.Text(row, "group") ?? "",
            }
            : throw reader.Problem(row, "value", $"{value}", "a finite number, or a reason in the column exclusion");
    }

    private static void AddCondition(FrameReader reader, int row, Dictionary<string, int> conditions)
    {
        if (reader.Text(row, "condition") is not { } condition)
        {
            return;
        }

        int? order = reader.Whole(row, "condition_order");
        if (order is null && reader.Has("condition_order"))
        {
            // An exclusion may be of a condition that is none of the table's.
            return;
        }

        int place = order ?? conditions.GetValueOrDefault(condition, conditions.Count + 1);
        if (!conditions.TryAdd(condition, place) && conditions[condition] != place)
        {
            throw reader.Problem(row, "condition_order", $"{place} for {condition}", $"{conditions[condition]}, as in the rows above");
        }
    }
}
