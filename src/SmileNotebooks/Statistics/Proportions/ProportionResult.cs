// The result of one proportion.
namespace SmileNotebooks;

/// <summary>One proportion: <c>7 of 20, proportion .35, 95% CI [.18, .57], p = .263</c>.</summary>
public sealed partial record ProportionResult : IStatisticalResult
{
    /// <summary>How often it happened.</summary>
    public required long Successes { get; init; }

    /// <summary>How often it could have.</summary>
    public required long Trials { get; init; }

    /// <summary>Successes / trials.</summary>
    public double Estimate => (double)Successes / Trials;

    /// <summary>Score interval (Wilson, 1927): close to its level on average.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Exact interval (Clopper and Pearson, 1934): never below its level, hence wider.</summary>
    public required ConfidenceInterval ExactInterval { get; init; }

    /// <summary>p of the exact binomial test; two-sided by the sum of all outcomes that are no likelier than the one observed.</summary>
    public required double P { get; init; }

    /// <summary>What was asked for.</summary>
    public required ProportionOptions Options { get; init; }

    /// <inheritdoc/>
    public string Apa =>
        $"{Successes} of {Trials}, proportion {SmileNotebooks.Apa.Bounded(Estimate)}, {SmileNotebooks.Apa.Interval(Interval, bounded: true)}, {SmileNotebooks.Apa.P(P)}"
        + (Options.Alternative == Alternative.TwoSided ? "" : " (one-sided)");

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        string level = $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI";
        return new ResultTable(
            "Proportion",
            ["", "successes", "trials", "proportion", level, $"exact {level}", "p"],
            [["", $"{Successes}", $"{Trials}", SmileNotebooks.Apa.Bounded(Estimate, 3), SmileNotebooks.Apa.Limits(Interval, bounded: true, 3),
              SmileNotebooks.Apa.Limits(ExactInterval, bounded: true, 3), SmileNotebooks.Apa.PCell(P)]])
        {
            Note = $"Intervals: Wilson; exact Clopper-Pearson. Exact binomial test of a proportion of {SmileNotebooks.Apa.Bounded(Options.Null, 3)}.",
        };
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
