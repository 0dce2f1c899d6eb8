// What can be chosen of permutation tests.
namespace SmileNotebooks;

/// <summary>Options of <see cref="SignFlip"/> and <see cref="LabelPermutation"/>.</summary>
public sealed record PermutationTestOptions
{
    /// <summary>The defaults.</summary>
    public static PermutationTestOptions Default { get; } = new();

    /// <summary>The alternative hypothesis; by default two-sided: statistics count by their distance from zero.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>How many random permutations are drawn, besides the one observed: at least 1, by default 9,999. Where there are no more than these, all are
    /// enumerated instead, and p is exact.</summary>
    public int Permutations { get; init; } = 9_999;

    /// <summary>Whether the difference of two groups is divided by its standard error in each permutation (Welch's t). The test is then right for the hypothesis of
    /// equal means in large samples even where variances differ (Janssen, 1997); the default is the difference itself, which tests that groups are exchangeable.
    /// Nothing for sign flips, where t and the mean put permutations in the same order.</summary>
    public bool Studentized { get; init; }

    /// <summary>The seed of the permutations, by default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is done with values that are not finite; by default an error.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>How many threads may work, by default all that there are (-1). The result does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    internal void Check()
    {
        if (Permutations < 1)
        {
            throw new ArgumentException($"{Permutations} permutations asked for, expected at least 1.", nameof(Permutations));
        }
    }
}
