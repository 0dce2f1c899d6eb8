namespace SmileNotebooks;

/// <summary>A feature of a classifier, as it was in training.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Minimum">The least value of the training set.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">The mean: what contributions are counted from.</param>
/// <param name="StandardDeviation">Of the training set.</param>
public sealed record ModelFeature(string Name, double Minimum, double Maximum, double Mean, double StandardDeviation);
