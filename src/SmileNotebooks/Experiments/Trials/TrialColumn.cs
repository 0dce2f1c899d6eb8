namespace SmileNotebooks;

/// <summary>A column of a trial table by which rows can be grouped.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="TextOf">The value of a row, in words.</param>
/// <param name="PlaceOf">Where the value stands among the others of a table.</param>
internal sealed record TrialColumn(string Name, Func<Trial, string> TextOf, Func<Trial, TrialTable, int> PlaceOf)
{
    private static readonly TrialColumn[] All =
    [
        new("participant", trial => trial.Participant, (trial, table) => table.Trials.IndexOf(table.Trials.First(other => other.Participant == trial.Participant))),
        new("group", trial => trial.Group, (trial, table) => table.Trials.IndexOf(table.Trials.First(other => other.Group == trial.Group))),
        new("condition", trial => trial.Condition, (trial, table) => table.Conditions.IndexOf(trial.Condition)),
        new("muscle", trial => trial.Muscle, (trial, table) => table.Trials.IndexOf(table.Trials.First(other => other.Muscle == trial.Muscle))),
        new("trial", trial => FormattableString.Invariant($"{trial.Number}"), (trial, _) => trial.Number),
        new("position", trial => FormattableString.Invariant($"{trial.Position}"), (trial, _) => trial.Position),
    ];

    public static string Names => string.Join(", ", All.Select(column => column.Name));

    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static TrialColumn Of(string name) => Array.Find(All, column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no column {name}; rows can be grouped by {Names}.", nameof(name));
}
