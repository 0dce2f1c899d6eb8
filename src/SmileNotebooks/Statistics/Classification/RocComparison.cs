// The difference of two areas under ROC curves.
namespace SmileNotebooks;

/// <summary>DeLong's test of two areas: <c>AUC difference .108, 95% CI [.006, .209], z = 2.09, p = .037</c>.</summary>
public sealed partial record RocComparison : IStatisticalResult
{
    /// <summary>First less second area.</summary>
    public required double Difference { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Difference over standard error; 0 for curves that rank alike.</summary>
    public required double Z { get; init; }

    /// <summary>Two-sided, from the normal distribution.</summary>
    public required double P { get; init; }

    /// <summary>Interval of the difference.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Whether both are of the same rows.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>The first curve.</summary>
    public required RocCurve First { get; init; }

    /// <summary>The second curve.</summary>
    public required RocCurve Second { get; init; }

    /// <inheritdoc/>
    public string Apa =>
        $"AUC {SmileNotebooks.Apa.Bounded(First.Auc, 3)} - {SmileNotebooks.Apa.Bounded(Second.Auc, 3)} = {SmileNotebooks.Apa.Bounded(Difference, 3)}, "
        + $"{SmileNotebooks.Apa.Interval(Interval, bounded: true, decimals: 3)}, z = {SmileNotebooks.Apa.Number(Z)}, {SmileNotebooks.Apa.P(P)} "
        + (IsPaired ? "(paired DeLong test)" : "(unpaired)");

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        IsPaired ? "Two ROC curves of the same rows" : "Two ROC curves of different rows",
        ["", "AUC", "SE", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "z", "p"],
        [
            ["first", SmileNotebooks.Apa.Bounded(First.Auc, 3), SmileNotebooks.Apa.Bounded(First.StandardError, 3), SmileNotebooks.Apa.Limits(First.Interval, bounded: true, decimals: 3), "", ""],
            ["second", SmileNotebooks.Apa.Bounded(Second.Auc, 3), SmileNotebooks.Apa.Bounded(Second.StandardError, 3), SmileNotebooks.Apa.Limits(Second.Interval, bounded: true, decimals: 3), "", ""],
            ["difference", SmileNotebooks.Apa.Bounded(Difference, 3), SmileNotebooks.Apa.Bounded(StandardError, 3), SmileNotebooks.Apa.Limits(Interval, bounded: true, decimals: 3),
             SmileNotebooks.Apa.Number(Z), SmileNotebooks.Apa.PCell(P)],
        ]);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    internal static RocComparison Of(RocCurve first, RocCurve second, double covariance, bool isPaired, double level)
    {
        Levels.Checked(level);
        double difference = first.Auc - second.Auc;
        double variance = (first.StandardError * first.StandardError) + (second.StandardError * second.StandardError) - (2 * covariance);

        // Scores that rank alike leave rounding errors of either sign.
        double error = variance <= 1e-12 * ((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError)) ? 0 : Math.Sqrt(variance);
        double z = error is > 0 or double.NaN ? difference / error : Math.Abs(difference) < 1e-12 ? 0 : double.CopySign(double.PositiveInfinity, difference);
        double reach = Normal.UpperQuantile((1 - level) / 2) * error;
        return new RocComparison
        {
            Difference = difference,
            StandardError = error,
            Z = z,
            P = Normal.TwoSided(z),
            Interval = new ConfidenceInterval(difference - reach, difference + reach, level),
            IsPaired = isPaired,
            First = first,
            Second = second,
        };
    }
}
