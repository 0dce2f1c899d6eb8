namespace SmileNotebooks;

/// <summary>How a multiverse is summed up.</summary>
public sealed record MultiverseOptions
{
    /// <summary>The confidence level of the intervals, 0 to 1. Default .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The p below which a specification counts as significant, 0 to 1. Default .05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>How many random sign flips the joint test draws; all of them where there are no more. Default 1,999.</summary>
    public int Permutations { get; init; } = 1_999;

    /// <summary>The seed of the sign flips. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        Levels.Checked(Level);
        Levels.Checked(Alpha);
        ArgumentOutOfRangeException.ThrowIfLessThan(Permutations, 1);
    }
}
