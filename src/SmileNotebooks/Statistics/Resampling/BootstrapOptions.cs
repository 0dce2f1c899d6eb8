// What can be chosen of a bootstrap.
namespace SmileNotebooks;

/// <summary>How the limits of a bootstrap interval are taken from the resamples.</summary>
public enum BootstrapMethod
{
    /// <summary>Percentiles that are corrected for bias and for a standard error that depends on the parameter (bias-corrected and accelerated; Efron, 1987).</summary>
    BCa,

    /// <summary>The percentiles themselves (Efron, 1979).</summary>
    Percentile,
}

/// <summary>Options of <see cref="Bootstrap"/>.</summary>
public sealed record BootstrapOptions
{
    /// <summary>The defaults.</summary>
    public static BootstrapOptions Default { get; } = new();

    /// <summary>Coverage of the interval, by default .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How the limits are found, by default <see cref="BootstrapMethod.BCa"/>.</summary>
    public BootstrapMethod Method { get; init; } = BootstrapMethod.BCa;

    /// <summary>How many resamples are drawn: at least 2, by default 9,999.</summary>
    public int Resamples { get; init; } = 9_999;

    /// <summary>The seed of the resamples, by default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is done with values that are not finite; by default an error. Nothing where the data are rows, which the statistic alone can read.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>How many threads may work, by default all that there are (-1). The result does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    internal void Check()
    {
        Levels.Checked(Level);
        if (Resamples < 2)
        {
            throw new ArgumentException($"{Resamples} resamples asked for, expected at least 2.", nameof(Resamples));
        }
    }
}
