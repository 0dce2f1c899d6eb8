namespace SmileNotebooks;

/// <summary>Options of <see cref="LeakageChecks"/>.</summary>
public sealed record LeakageOptions
{
    /// <summary>The seed of folds and permutations. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>A single feature whose AUC, in either direction, exceeds this separates the classes by itself. A convention: no single feature of real smiles is known to
    /// come near: the best of UvA-NEMO has .75. Default: .95.</summary>
    public double SingleFeatureAuc { get; init; } = 0.95;

    /// <summary>Rows are alike whose features all differ by no more than this many standard deviations. A convention. Default: .001.</summary>
    public double NearDuplicate { get; init; } = 0.001;

    /// <summary>Cramer's V of a context column and the class from which it is reported, if a permutation test agrees. A convention: a medium effect (Cohen, 1988). Default: .3.</summary>
    public double ContextV { get; init; } = 0.3;

    /// <summary>On how many threads; -1 for as many as there are. Default: -1.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;
}
