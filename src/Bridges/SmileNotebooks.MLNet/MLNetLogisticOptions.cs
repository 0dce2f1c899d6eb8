using System.Collections.Immutable;

namespace SmileNotebooks.MLNet;

/// <summary>Options of the logistic trainers.</summary>
public sealed record MLNetLogisticOptions
{
    /// <summary>On how many threads one model is learned: at least 1. With more than one, sums are added up in another order each time: models differ in their last digits (L-BFGS) or more
    /// (SDCA, which then changes weights without waiting for others). Default: 1, which gives the same model each time.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The penalties that cross-validation chooses among, largest first: above 0, of the mean negative log-likelihood on standardised features, times half of the squared weights.
    /// The same meaning as the penalty of <see cref="ElasticNetTrainer"/> with a mixing of 0. Default: 1, 0.1, 0.01, 0.001.</summary>
    public ImmutableArray<double> Penalties { get; init; } = [1, 0.1, 0.01, 0.001];
}
