// The result of an equivalence test.
namespace SmileNotebooks;

/// <summary>Two one-sided tests: <c>equivalent: t(57.4) = -2.10, p = .020, difference 0.03, 90% CI [-0.15, 0.21] within [-0.40, 0.40]</c>.</summary>
public sealed partial record TostResult : IStatisticalResult
{
    /// <summary>The ordinary two-sided test of no difference, from the same data; its interval has confidence 1 - 2 alpha.</summary>
    public required TTestResult Difference { get; init; }

    /// <summary>The bounds of equivalence, in the unit of the data.</summary>
    public required (double Lower, double Upper) Bounds { get; init; }

    /// <summary>t of the test that the difference is above the lower bound.</summary>
    public required double LowerT { get; init; }

    /// <summary>p of the test that the difference is above the lower bound.</summary>
    public required double LowerP { get; init; }

    /// <summary>t of the test that the difference is below the upper bound.</summary>
    public required double UpperT { get; init; }

    /// <summary>p of the test that the difference is below the upper bound.</summary>
    public required double UpperP { get; init; }

    /// <summary>What was asked for.</summary>
    public required TostOptions Options { get; init; }

    /// <summary>p of equivalence: the larger of both, an intersection-union test.</summary>
    public double P => Math.Max(LowerP, UpperP);

    /// <summary>Whether both tests reject at alpha: the interval lies within the bounds.</summary>
    public bool IsEquivalent => P < Options.Alpha;

    /// <summary>The interval of the difference, confidence 1 - 2 alpha.</summary>
    public ConfidenceInterval Interval => Difference.Interval;

    /// <inheritdoc/>
    public string Apa =>
        $"{(IsEquivalent ? "equivalent" : "not shown equivalent")}: t({SmileNotebooks.Apa.DegreesOfFreedom(Difference.DegreesOfFreedom)}) = "
        + $"{SmileNotebooks.Apa.Number(LowerP > UpperP ? LowerT : UpperT)}, {SmileNotebooks.Apa.P(P)}, difference {SmileNotebooks.Apa.Quantity(Difference.Estimate)}, "
        + $"{SmileNotebooks.Apa.QuantityInterval(Interval)}{(IsEquivalent ? " within " : ", bounds ")}{SmileNotebooks.Apa.QuantityLimits(new(Bounds.Lower, Bounds.Upper, Interval.Level))}";

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        string degrees = SmileNotebooks.Apa.DegreesOfFreedom(Difference.DegreesOfFreedom);
        return new ResultTable(
            "Two one-sided tests of equivalence",
            ["", "bound", "t", "df", "p"],
            [
                ["above the lower bound", SmileNotebooks.Apa.Quantity(Bounds.Lower), SmileNotebooks.Apa.Number(LowerT), degrees, SmileNotebooks.Apa.PCell(LowerP)],
                ["below the upper bound", SmileNotebooks.Apa.Quantity(Bounds.Upper), SmileNotebooks.Apa.Number(UpperT), degrees, SmileNotebooks.Apa.PCell(UpperP)],
                ["no difference", SmileNotebooks.Apa.Quantity(Difference.Options.Null), SmileNotebooks.Apa.Number(Difference.T), degrees, SmileNotebooks.Apa.PCell(Difference.P)],
            ])
        {
            Note = $"Difference {SmileNotebooks.Apa.Quantity(Difference.Estimate)}, {SmileNotebooks.Apa.QuantityInterval(Interval)}."
                + (Difference.Dropped.Count == 0 ? "" : $" {Difference.Dropped}."),
        };
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
