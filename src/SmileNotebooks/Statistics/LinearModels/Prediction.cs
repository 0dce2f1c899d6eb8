namespace SmileNotebooks;

/// <summary>What a linear model predicts for one row.</summary>
/// <param name="Fit">The expected response.</param>
/// <param name="StandardError">Of the expected response.</param>
/// <param name="Interval">For the expected response.</param>
/// <param name="PredictionInterval">For a single new response.</param>
public sealed record Prediction(double Fit, double StandardError, ConfidenceInterval Interval, ConfidenceInterval PredictionInterval);
