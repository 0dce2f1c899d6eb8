// The result of a correlation.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Kinds of correlation.</summary>
public enum CorrelationKind
{
    /// <summary>Product-moment correlation.</summary>
    Pearson,

    /// <summary>Product-moment correlation of midranks.</summary>
    Spearman,
}

/// <summary>A correlation: <c>r(30) = -.87, p &lt; .001, 95% CI [-.93, -.74]</c>.</summary>
public sealed partial record CorrelationResult : IStatisticalResult
{
    /// <summary>Which correlation.</summary>
    public required CorrelationKind Kind { get; init; }

    /// <summary>The correlation, -1 to 1.</summary>
    public required double R { get; init; }

    /// <summary>r sqrt((n - 2) / (1 - r^2)); infinite at r = 1 or -1.</summary>
    public required double T { get; init; }

    /// <summary>n - 2.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>p of no correlation.</summary>
    public required double P { get; init; }

    /// <summary>Whether p is of the exact permutation distribution rather than of t.</summary>
    public bool IsExact { get; init; }

    /// <summary>Which alternative p is of.</summary>
    public required Alternative Alternative { get; init; }

    /// <summary>Interval of the correlation; [-1, 1] for 3 pairs, and the point itself at r = 1 or -1.</summary>
    public ConfidenceInterval Interval { get; init; }

    /// <summary>Pairs used.</summary>
    public int N => X.Length;

    /// <summary>The first variable, as used.</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>The second variable, as used.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>What was left out because values were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <inheritdoc/>
    public string Apa =>
        $"{Symbol}({SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom)}) = {SmileNotebooks.Apa.Bounded(R)}, "
        + $"{SmileNotebooks.Apa.P(P)}{(IsExact ? " (exact)" : "")}, {SmileNotebooks.Apa.Interval(Interval, bounded: true)}";

    private string Symbol => Kind == CorrelationKind.Pearson ? "r" : "rs";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        Kind == CorrelationKind.Pearson ? "Pearson correlation" : "Spearman rank correlation",
        ["", "n", Symbol, $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "t", "df", "p"],
        [["x, y", $"{N}", SmileNotebooks.Apa.Bounded(R), SmileNotebooks.Apa.Limits(Interval, bounded: true), SmileNotebooks.Apa.Number(T),
          SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom), SmileNotebooks.Apa.PCell(P)]])
    {
        Note = $"p {(Alternative == Alternative.TwoSided ? "two-sided" : $"one-sided ({Alternative.ToString().ToLowerInvariant()})")}"
            + (IsExact ? ", exact over all pairings of the ranks." : ", by t.")
            + (Dropped.Count == 0 ? "" : $" Missing values: {Dropped}."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
