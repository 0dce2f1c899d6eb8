// The result of two independent proportions.
namespace SmileNotebooks;

/// <summary>Two proportions: <c>15 of 20 and 8 of 22, difference .39, 95% CI [.09, .60], z = 2.51, p = .012</c>.</summary>
public sealed partial record TwoProportionsResult : IStatisticalResult
{
    /// <summary>Successes and trials of the first group.</summary>
    public required (long Successes, long Trials) First { get; init; }

    /// <summary>Successes and trials of the second group.</summary>
    public required (long Successes, long Trials) Second { get; init; }

    /// <summary>What the first group is called.</summary>
    public string FirstName { get; init; } = "first";

    /// <summary>What the second group is called.</summary>
    public string SecondName { get; init; } = "second";

    /// <summary>First proportion less the second.</summary>
    public required double Difference { get; init; }

    /// <summary>Interval of the difference from both score intervals (Newcombe, 1998, method 10).</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Score statistic with the pooled proportion and no continuity correction: its square is Pearson's chi-squared. NaN where nobody or everybody succeeded.</summary>
    public required double Z { get; init; }

    /// <summary>p of <see cref="Z"/>: for large samples; 1 where nobody or everybody succeeded and the test is two-sided. <see cref="FisherExact"/> is for small ones.</summary>
    public required double P { get; init; }

    /// <summary>What was asked for.</summary>
    public required ProportionOptions Options { get; init; }

    /// <inheritdoc/>
    public string Apa =>
        $"{First.Successes} of {First.Trials} and {Second.Successes} of {Second.Trials}, difference {SmileNotebooks.Apa.Bounded(Difference)}, "
        + $"{SmileNotebooks.Apa.Interval(Interval, bounded: true)}, z = {SmileNotebooks.Apa.Number(Z)}, {SmileNotebooks.Apa.P(P)}"
        + (Options.Alternative == Alternative.TwoSided ? "" : " (one-sided)");

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Two proportions",
        ["", "successes", "trials", "proportion", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "z", "p"],
        [
            [FirstName, $"{First.Successes}", $"{First.Trials}", SmileNotebooks.Apa.Bounded((double)First.Successes / First.Trials, 3), "", "", ""],
            [SecondName, $"{Second.Successes}", $"{Second.Trials}", SmileNotebooks.Apa.Bounded((double)Second.Successes / Second.Trials, 3), "", "", ""],
            ["difference", "", "", SmileNotebooks.Apa.Bounded(Difference, 3), SmileNotebooks.Apa.Limits(Interval, bounded: true, 3),
             SmileNotebooks.Apa.Number(Z), SmileNotebooks.Apa.PCell(P)],
        ])
    {
        Note = "Newcombe's score interval; pooled score test.",
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
