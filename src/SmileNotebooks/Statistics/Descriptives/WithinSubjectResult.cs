// Condition means of repeated measures with within-subject intervals.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One condition of repeated measures.</summary>
/// <param name="Name">The condition.</param>
/// <param name="Mean">Over participants.</param>
/// <param name="Within">Within-subject interval (Cousineau, 2005; Morey, 2008): for comparing conditions by eye.</param>
/// <param name="Between">The ordinary t interval of the mean over participants.</param>
public sealed record WithinSubjectCondition(string Name, double Mean, ConfidenceInterval Within, ConfidenceInterval Between);

/// <summary>Condition means of repeated measures, with intervals from which the differences between participants are taken out.</summary>
public sealed partial record WithinSubjectResult : IStatisticalResult
{
    /// <summary>One entry a condition.</summary>
    public required ImmutableArray<WithinSubjectCondition> Conditions { get; init; }

    /// <summary>Participants that remain, in their order.</summary>
    public required ImmutableArray<string> Participants { get; init; }

    /// <summary>For each condition the participants' values.</summary>
    public required ImmutableArray<ImmutableArray<double>> Values { get; init; }

    /// <summary>Who was left out because a value was missing: rows are those of the participants' matrix.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <summary>One line a condition.</summary>
    public string Apa => string.Join('\n', Conditions.Select(condition =>
        $"{condition.Name}: M = {SmileNotebooks.Apa.Quantity(condition.Mean)}, within-subject "
        + SmileNotebooks.Apa.QuantityInterval(condition.Within)));

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        string level = $"{SmileNotebooks.Apa.Percent(Conditions[0].Within.Level)}% CI";
        return new ResultTable(
            "Condition means",
            ["", "n", "M", $"within-subject {level}", $"between-subject {level}"],
            [.. Conditions.Select(condition => ImmutableArray.Create(
                condition.Name, $"{Participants.Length}", SmileNotebooks.Apa.Quantity(condition.Mean),
                SmileNotebooks.Apa.QuantityLimits(condition.Within), SmileNotebooks.Apa.QuantityLimits(condition.Between)))])
        {
            Note = "Within-subject intervals after Cousineau (2005) with Morey's (2008) factor." + (Dropped.Count == 0 ? "" : $" {Dropped}."),
        };
    }

    /// <summary>The lines.</summary>
    public override string ToString() => Apa;
}
