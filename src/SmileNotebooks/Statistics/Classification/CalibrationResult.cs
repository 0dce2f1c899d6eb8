// The calibration of predicted probabilities.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Calibration: <c>calibration intercept 0.02 [-0.21, 0.25], slope 0.91 [0.68, 1.14]; Brier .187, ...</c>.</summary>
public sealed partial record CalibrationResult : IStatisticalResult
{
    /// <summary>Predicted against observed, a point a group.</summary>
    public required ImmutableArray<CalibrationGroup> Curve { get; init; }

    /// <summary>Calibration in the large: what must be added to the predicted log odds; 0 is perfect. Its p is of 0.</summary>
    public required LogisticCoefficient Intercept { get; init; }

    /// <summary>What the predicted log odds must be multiplied by; 1 is perfect, below 1 predictions are too extreme. Its p is of 0, not of 1.
    /// Null where all predictions are the same or separate the outcomes.</summary>
    public required LogisticCoefficient? Slope { get; init; }

    /// <summary>Mean squared difference of probability and outcome, 0 to 1; 0 is perfect.</summary>
    public required double Brier { get; init; }

    /// <summary>1 less Brier over that of predicting the share of events for all; 0 is no better than that.</summary>
    public required double ScaledBrier { get; init; }

    /// <summary>Mean negative log-likelihood; infinite where a certain prediction is wrong.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Expected calibration error: mean absolute difference of observed and predicted over the curve's groups, by their size.</summary>
    public required double ExpectedError { get; init; }

    /// <summary>The test of Hosmer and Lemeshow (1980).</summary>
    public required CalibrationTest HosmerLemeshow { get; init; }

    /// <summary>The predictions.</summary>
    public required ImmutableArray<double> Probabilities { get; init; }

    /// <summary>What happened.</summary>
    public required ImmutableArray<bool> Outcomes { get; init; }

    /// <summary>What was left out because probabilities were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <inheritdoc/>
    public string Apa =>
        $"calibration intercept {Text(Intercept)}, slope {Text(Slope)}; Brier {SmileNotebooks.Apa.Bounded(Brier, 3)} "
        + $"(scaled {SmileNotebooks.Apa.Bounded(ScaledBrier, 3)}), Hosmer-Lemeshow {HosmerLemeshow}";

    /// <summary>The curve's groups.</summary>
    public ResultTable ToTable() => new(
        "Calibration",
        ["probability", "n", "events", "predicted", "observed", $"{SmileNotebooks.Apa.Percent(Intercept.Interval.Level)}% CI"],
        [.. Curve.Select(group => (ImmutableArray<string>)
        [
            $"{SmileNotebooks.Apa.Bounded(group.From)} to {SmileNotebooks.Apa.Bounded(group.To)}", $"{group.N}", $"{group.Events}",
            SmileNotebooks.Apa.Bounded(group.Predicted, 3), SmileNotebooks.Apa.Bounded(group.Observed, 3), SmileNotebooks.Apa.Limits(group.Interval, bounded: true),
        ])])
    {
        Note = $"{char.ToUpperInvariant(Apa[0])}{Apa[1..]}; expected calibration error {SmileNotebooks.Apa.Bounded(ExpectedError, 3)}."
            + (Dropped.Count == 0 ? "" : $" Missing probabilities: {Dropped}."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private static string Text(LogisticCoefficient? coefficient) =>
        coefficient is null ? "NA" : $"{SmileNotebooks.Apa.Number(coefficient.Estimate)} {SmileNotebooks.Apa.Limits(coefficient.Interval)}";
}
