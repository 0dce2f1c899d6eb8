// The agreement of two raters.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Cohen's kappa: <c>kappa = .49, 95% CI [.39, .60], z = 8.74, p &lt; .001, agreement .81, N = 289</c>.</summary>
public sealed partial record CohenKappaResult : IStatisticalResult
{
    /// <summary>(agreement - chance) / (1 - chance), at most 1; 0 is chance.</summary>
    public required double Kappa { get; init; }

    /// <summary>Large-sample interval, cut at -1 and 1. Of width zero where agreement is perfect: then it says nothing about precision.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Large-sample standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Standard error if kappa were 0; the test uses it.</summary>
    public required double NullStandardError { get; init; }

    /// <summary>Kappa over <see cref="NullStandardError"/>; NaN where that is 0.</summary>
    public required double Z { get; init; }

    /// <summary>Two-sided p of no agreement beyond chance.</summary>
    public required double P { get; init; }

    /// <summary>Observed agreement, weighted: 0 to 1.</summary>
    public required double Agreement { get; init; }

    /// <summary>Agreement that independent raters with the same marginal frequencies would reach.</summary>
    public required double ChanceAgreement { get; init; }

    /// <summary>Items judged.</summary>
    public required int N { get; init; }

    /// <summary>How disagreements count.</summary>
    public required KappaWeights Weights { get; init; }

    /// <summary>The categories in order.</summary>
    public required ImmutableArray<string> Categories { get; init; }

    /// <summary>Counts, row by row: the first rater's category, then the second's.</summary>
    public required ImmutableArray<int> Counts { get; init; }

    /// <summary>Items left out because a rater gave no label; <see cref="DroppedRows.Rows"/> are items.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <inheritdoc/>
    public string Apa =>
        $"{Symbol} = {SmileNotebooks.Apa.Bounded(Kappa)}, {SmileNotebooks.Apa.Interval(Interval, bounded: true)}, "
        + $"z = {SmileNotebooks.Apa.Number(Z)}, {SmileNotebooks.Apa.P(P)}, agreement {SmileNotebooks.Apa.Bounded(Agreement)}, N = {N}";

    private string Symbol => Weights switch
    {
        KappaWeights.Linear => "linearly weighted kappa",
        KappaWeights.Quadratic => "quadratically weighted kappa",
        _ => "kappa",
    };

    /// <summary>The counts, with the sentence as note.</summary>
    public ResultTable ToTable() => new(
        "Agreement of two raters (rows: first, columns: second)",
        ["", .. Categories, "sum"],
        [.. Enumerable.Range(0, Categories.Length).Select(Row)])
    {
        Note = $"{Apa}. Chance agreement {SmileNotebooks.Apa.Bounded(ChanceAgreement)}."
            + (Dropped.Count == 0 ? "" : $" Missing labels: {Dropped}."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private ImmutableArray<string> Row(int category)
    {
        int[] counts = [.. Counts.Skip(category * Categories.Length).Take(Categories.Length)];
        return [Categories[category], .. counts.Select(count => $"{count}"), $"{counts.Sum()}"];
    }
}
