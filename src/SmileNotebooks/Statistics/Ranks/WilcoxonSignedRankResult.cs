// The result of a signed-rank test.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A signed-rank test: <c>V = 40, n = 9, p = .039 (exact), r = .78, pseudomedian 0.46, 95% CI [0.01, 0.79]</c>.</summary>
public sealed partial record WilcoxonSignedRankResult : IStatisticalResult
{
    /// <summary>Differences, zeros included.</summary>
    public required int N { get; init; }

    /// <summary>How many differences equal the value under the null hypothesis.</summary>
    public required int Zeros { get; init; }

    /// <summary>Whether absolute differences are tied.</summary>
    public required bool HasTies { get; init; }

    /// <summary>The sum of the ranks of positive differences.</summary>
    public required double V { get; init; }

    /// <summary>The standardised statistic, corrected for ties and (by default) continuity; 0 where every difference is zero.</summary>
    public required double Z { get; init; }

    /// <summary>Whether p is of the exact distribution rather than of the normal one.</summary>
    public required bool IsExact { get; init; }

    /// <summary>p; 1 where every difference is zero.</summary>
    public required double P { get; init; }

    /// <summary>Matched-pairs rank-biserial correlation, -1 to 1: the share of rank sum that is positive less that which is negative (Kerby, 2014).
    /// 0 where every difference is zero.</summary>
    public required double RankBiserial { get; init; }

    /// <summary>Hodges-Lehmann estimate: the median of the averages of all pairs of differences, zeros included.</summary>
    public required double Pseudomedian { get; init; }

    /// <summary>Interval of the pseudomedian; infinite limits where so few differences cannot give the level, or the alternative is one-sided.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>What was asked for.</summary>
    public required WilcoxonSignedRankOptions Options { get; init; }

    /// <summary>The differences tested, first less second.</summary>
    public required ImmutableArray<double> Differences { get; init; }

    /// <summary>The first values of the pairs; empty for one sample.</summary>
    public ImmutableArray<double> First { get; init; } = [];

    /// <summary>The second values of the pairs; empty for one sample.</summary>
    public ImmutableArray<double> Second { get; init; } = [];

    /// <summary>What was left out because values were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <inheritdoc/>
    public string Apa =>
        $"V = {RankTestText.Statistic(V)}, n = {N - Zeros}, {RankTestP.Text(P, IsExact, Z)}, r = {SmileNotebooks.Apa.Bounded(RankBiserial)}, "
        + $"pseudomedian {SmileNotebooks.Apa.Quantity(Pseudomedian)}, {SmileNotebooks.Apa.QuantityInterval(Interval)}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Wilcoxon signed-rank test",
        ["", "n", "zeros", "V", "z", "p", "r", "pseudomedian", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI"],
        [[First.IsEmpty ? "values" : "first - second", $"{N}", $"{Zeros}", RankTestText.Statistic(V), SmileNotebooks.Apa.Number(Z),
          SmileNotebooks.Apa.PCell(P), SmileNotebooks.Apa.Bounded(RankBiserial), SmileNotebooks.Apa.Quantity(Pseudomedian), SmileNotebooks.Apa.QuantityLimits(Interval)]])
    {
        Note = RankTestText.Note(IsExact, HasTies, Options, Dropped)
            + (Zeros == 0 ? "" : Options.Zeros == ZeroDifferences.Pratt ? " Zeros ranked and left out (Pratt)." : " Zeros left out."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
