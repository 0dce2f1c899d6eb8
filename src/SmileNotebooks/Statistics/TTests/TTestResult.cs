// The result of a t test.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A t test: <c>t(73) = 4.39, p &lt; .001, dz = 0.51, 95% CI [0.26, 0.75]</c>.</summary>
public sealed partial record TTestResult : IStatisticalResult
{
    /// <summary>Which t test.</summary>
    public required TTestKind Kind { get; init; }

    /// <summary>The test statistic.</summary>
    public required double T { get; init; }

    /// <summary>Degrees of freedom; not whole for Welch's test.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>p of the alternative hypothesis asked for.</summary>
    public required double P { get; init; }

    /// <summary>The mean, or the first mean less the second, in the unit of the data.</summary>
    public required double Estimate { get; init; }

    /// <summary>Standard error of <see cref="Estimate"/>.</summary>
    public required double StandardError { get; init; }

    /// <summary>Interval of <see cref="Estimate"/>; one limit is infinite where the alternative is one-sided.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>What <see cref="Effect"/> divides by: the standard deviation of the sample, of the differences, or pooled over both samples.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>What was asked for.</summary>
    public required TTestOptions Options { get; init; }

    /// <summary>The sample, or the first of two.</summary>
    public required ImmutableArray<double> First { get; init; }

    /// <summary>The second sample; empty where there is one.</summary>
    public ImmutableArray<double> Second { get; init; } = [];

    /// <summary>What the sample, or the first of two, is called.</summary>
    public string FirstName { get; init; } = "first";

    /// <summary>What the second sample is called.</summary>
    public string SecondName { get; init; } = "second";

    /// <summary>What was left out because values were missing. Rows are the caller's; where two samples came apart, those of the second
    /// are counted on from the end of the first.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <summary>Cohen's d (one sample; two groups, pooled standard deviation) or dz (pairs), of the difference to the null hypothesis, with its exact
    /// noncentral interval, which is two-sided whatever the alternative. Reckoned when asked for.</summary>
    public EffectSize Effect
    {
        get
        {
            double d = (Estimate - Options.Null) / StandardDeviation;
            int n = First.Length;
            return Kind is TTestKind.OneSample or TTestKind.Paired
                ? CohenD.FromT(T, n, Options.Level, Kind == TTestKind.Paired ? "dz" : "d")
                : CohenD.FromT(d / Math.Sqrt((1.0 / n) + (1.0 / Second.Length)), n, Second.Length, Options.Level);
        }
    }

    /// <summary>Hedges' g: <see cref="Effect"/> without its bias.</summary>
    public EffectSize HedgesG => Effect.ToHedgesG();

    /// <inheritdoc/>
    public string Apa =>
        $"t({SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom)}) = {SmileNotebooks.Apa.Number(T)}, {SmileNotebooks.Apa.P(P)}{Sidedness}, {Effect.Apa}";

    /// <inheritdoc/>
    public ResultTable ToTable() => TTestTable.Of(this);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    internal string Sidedness => Options.Alternative == Alternative.TwoSided ? "" : " (one-sided)";
}
