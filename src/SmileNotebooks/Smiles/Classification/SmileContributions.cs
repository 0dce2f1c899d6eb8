using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Where the log odds of one smile come from: Shapley values against the average row of the training set.</summary>
/// <param name="Base">The calibrated log odds of the average row.</param>
/// <param name="ByFeature">What each feature adds, in the model's order. Base and all of these sum to the calibrated log odds of the smile.</param>
public sealed record SmileContributions(double Base, ImmutableArray<double> ByFeature);
