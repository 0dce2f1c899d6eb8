// The result of Fisher's exact test.
namespace SmileNotebooks;

/// <summary>Fisher's exact test: <c>odds ratio 5.07, 95% CI [1.19, 25.1], p = .015</c>.</summary>
public sealed partial record FisherExactResult : IStatisticalResult
{
    /// <summary>The table, row by row.</summary>
    public required (long A, long B, long C, long D) Counts { get; init; }

    /// <summary>Conditional maximum likelihood estimate of the odds ratio: 0 or infinite at the ends of what the margins allow, NaN where they allow one table only.</summary>
    public required double OddsRatio { get; init; }

    /// <summary>Exact conditional interval of the odds ratio.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>p; two-sided by the sum of all tables that are no likelier than the one observed.</summary>
    public required double P { get; init; }

    /// <summary>What was asked for.</summary>
    public required ProportionOptions Options { get; init; }

    /// <inheritdoc/>
    public string Apa =>
        $"odds ratio {SmileNotebooks.Apa.Quantity(OddsRatio)}, {SmileNotebooks.Apa.QuantityInterval(Interval)}, "
        + $"{SmileNotebooks.Apa.P(P)}{(Options.Alternative == Alternative.TwoSided ? "" : " (one-sided)")}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Fisher's exact test",
        ["", "counts", "odds ratio", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "p"],
        [["", $"{Counts.A} {Counts.B} / {Counts.C} {Counts.D}", SmileNotebooks.Apa.Quantity(OddsRatio), SmileNotebooks.Apa.QuantityLimits(Interval), SmileNotebooks.Apa.PCell(P)]])
    {
        Note = "Conditional maximum likelihood estimate, exact interval.",
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
