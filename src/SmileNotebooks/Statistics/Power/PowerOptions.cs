// What can be chosen of a power simulation.
namespace SmileNotebooks;

/// <summary>Options of <see cref="Power"/>.</summary>
public sealed record PowerOptions
{
    /// <summary>The defaults.</summary>
    public static PowerOptions Default { get; } = new();

    /// <summary>How many experiments are simulated (for each sample size): at least 1, by default 1,000.</summary>
    public int Simulations { get; init; } = 1_000;

    /// <summary>An experiment counts where its p is at most this, by default .05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Coverage of the Monte-Carlo interval of the power, by default .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of the experiments, by default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, by default all that there are (-1). The result does not depend on it. 1 where the simulation is itself parallel or not safe
    /// for threads.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    internal void Check()
    {
        Levels.Checked(Level);
        RequireShare(Alpha, "level of the test");
        if (Simulations < 1)
        {
            throw new ArgumentException($"{Simulations} simulations asked for, expected at least 1.", nameof(Simulations));
        }
    }

    internal static void RequireShare(double share, string what)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentException($"The {what} is {share}, expected a number between 0 and 1.", nameof(share));
        }
    }
}
