// The result of Egger's regression.
namespace SmileNotebooks;

/// <summary>Egger's test of funnel asymmetry (Egger, Davey Smith, Schneider and Minder, 1997). Asymmetry has other causes than unpublished studies,
/// and below about ten studies the test hardly finds it.</summary>
public sealed partial record EggerResult : IStatisticalResult
{
    /// <summary>Effect per unit of standard error: the intercept of the regression of effect / error on 1 / error. 0: no asymmetry.</summary>
    public required double Asymmetry { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Asymmetry over its error.</summary>
    public required double T { get; init; }

    /// <summary>k - 2.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Two-sided p of no asymmetry.</summary>
    public required double P { get; init; }

    /// <summary>Interval of the asymmetry.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The effect that the regression expects of a study without sampling error.</summary>
    public required double Limit { get; init; }

    /// <summary>Its interval.</summary>
    public required ConfidenceInterval LimitInterval { get; init; }

    /// <inheritdoc/>
    public string Apa =>
        $"Egger's test of asymmetry: b = {SmileNotebooks.Apa.Number(Asymmetry)}, {SmileNotebooks.Apa.Interval(Interval)}, "
        + $"t({SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom)}) = {SmileNotebooks.Apa.Number(T)}, {SmileNotebooks.Apa.P(P)}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Egger's regression of effects on standard errors",
        ["", "estimate", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "t", "df", "p"],
        [
            ["asymmetry", SmileNotebooks.Apa.Number(Asymmetry, 3), SmileNotebooks.Apa.Limits(Interval, decimals: 3), SmileNotebooks.Apa.Number(T),
             SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom), SmileNotebooks.Apa.PCell(P)],
            ["effect without error", SmileNotebooks.Apa.Number(Limit, 3), SmileNotebooks.Apa.Limits(LimitInterval, decimals: 3), "", "", ""],
        ]);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
