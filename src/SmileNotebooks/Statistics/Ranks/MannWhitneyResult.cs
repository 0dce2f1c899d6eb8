// The result of a Mann-Whitney test.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A Mann-Whitney test: <c>U = 35, n1 = 10, n2 = 5, p = .254 (exact), r = .40, shift 0.31, 95% CI [-0.16, 0.73]</c>.</summary>
public sealed partial record MannWhitneyResult : IStatisticalResult
{
    /// <summary>How often a value of the first sample exceeds one of the second, over all pairs, ties counting half.</summary>
    public required double U { get; init; }

    /// <summary>The standardised statistic, corrected for ties and (by default) continuity; 0 where all values are equal.</summary>
    public required double Z { get; init; }

    /// <summary>Whether p is of the exact distribution rather than of the normal one.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Whether values are tied.</summary>
    public required bool HasTies { get; init; }

    /// <summary>p; 1 where all values are equal (two-sided).</summary>
    public required double P { get; init; }

    /// <summary>Probability that a value of the first sample exceeds one of the second, ties counting half: U / (n1 n2).</summary>
    public required double Superiority { get; init; }

    /// <summary>Rank-biserial correlation, -1 to 1: 2 <see cref="Superiority"/> - 1. Positive where the first sample is larger.</summary>
    public double RankBiserial => (2 * Superiority) - 1;

    /// <summary>Hodges-Lehmann estimate: the median of all differences, first less second.</summary>
    public required double Shift { get; init; }

    /// <summary>Interval of the shift; infinite limits where so few values cannot give the level, or the alternative is one-sided.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>What was asked for.</summary>
    public required RankTestOptions Options { get; init; }

    /// <summary>The first sample.</summary>
    public required ImmutableArray<double> First { get; init; }

    /// <summary>The second sample.</summary>
    public required ImmutableArray<double> Second { get; init; }

    /// <summary>What the first sample is called.</summary>
    public string FirstName { get; init; } = "first";

    /// <summary>What the second sample is called.</summary>
    public string SecondName { get; init; } = "second";

    /// <summary>What was left out of the first sample because it was missing. Rows are the caller's: of the records, or of the sample.</summary>
    public DroppedRows DroppedFirst { get; init; } = DroppedRows.None;

    /// <summary>What was left out of the second sample because it was missing. Rows are the caller's: of the records, or of the sample.</summary>
    public DroppedRows DroppedSecond { get; init; } = DroppedRows.None;

    /// <inheritdoc/>
    public string Apa =>
        $"U = {RankTestText.Statistic(U)}, n1 = {First.Length}, n2 = {Second.Length}, {RankTestP.Text(P, IsExact, Z)}, "
        + $"r = {SmileNotebooks.Apa.Bounded(RankBiserial)}, shift {SmileNotebooks.Apa.Quantity(Shift)}, {SmileNotebooks.Apa.QuantityInterval(Interval)}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Mann-Whitney test",
        ["", "n1", "n2", "U", "z", "p", "r", "P(first > second)", "shift", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI"],
        [[$"{FirstName} - {SecondName}", $"{First.Length}", $"{Second.Length}", RankTestText.Statistic(U), SmileNotebooks.Apa.Number(Z),
          SmileNotebooks.Apa.PCell(P), SmileNotebooks.Apa.Bounded(RankBiserial), SmileNotebooks.Apa.Bounded(Superiority),
          SmileNotebooks.Apa.Quantity(Shift), SmileNotebooks.Apa.QuantityLimits(Interval)]])
    {
        Note = RankTestText.Note(IsExact, HasTies, Options, DroppedRows.None)
            + (DroppedFirst.Count == 0 ? "" : $" Missing in {FirstName}: {DroppedFirst}.")
            + (DroppedSecond.Count == 0 ? "" : $" Missing in {SecondName}: {DroppedSecond}."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
