// Power by simulation.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Power of any analysis that can be written as a function from a seed to a test: simulate an experiment, analyse it, return p.</summary>
/// <remarks>The power is the share of experiments with p at most alpha; under the null hypothesis that share is the rate of false positives. Experiments run in parallel,
/// each with a seed of its own that depends on <see cref="PowerOptions.Seed"/> and its number alone. All sample sizes of a curve use the same seeds, so that the
/// curve is smoother than independent simulations would be.</remarks>
public static class Power
{
    /// <summary>Power of an analysis that returns p.</summary>
    /// <param name="pValue">Simulates and analyses one experiment: from its seed to its p. Called from several threads. A p that is not a number counts as not significant and
    /// is counted in the result.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The simulation failed (its seed is in the message) or returned a p outside 0 to 1.</exception>
    public static PowerResult Simulate(Func<ulong, double> pValue, PowerOptions? options = null) => Run(pValue, null, options ?? PowerOptions.Default);

    /// <summary>Power of an analysis that returns a decision, for tests without one p, as of an interval that excludes a value.</summary>
    /// <param name="isSignificant">Simulates and analyses one experiment: from its seed to whether it found what it looked for. Called from several threads.</param>
    /// <param name="options">Null for the defaults; alpha is not used.</param>
    /// <exception cref="ArgumentException">The simulation failed (its seed is in the message).</exception>
    public static PowerResult Simulate(Func<ulong, bool> isSignificant, PowerOptions? options = null) =>
        Simulate(seed => isSignificant(seed) ? 0.0 : 1.0, options);

    /// <summary>Power at several sample sizes.</summary>
    /// <param name="sampleSizes">At least one.</param>
    /// <param name="pValue">Simulates and analyses one experiment: from its sample size and its seed to its p. Called from several threads.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">No sample size, or the simulation failed (its size and seed are in the message).</exception>
    public static PowerCurve Curve(IEnumerable<int> sampleSizes, Func<int, ulong, double> pValue, PowerOptions? options = null)
    {
        ImmutableArray<int> sizes = [.. sampleSizes.Distinct().Order()];
        return sizes.IsEmpty
            ? throw new ArgumentException("No sample size, expected at least one.", nameof(sampleSizes))
            : new PowerCurve([.. sizes.Select(size => At(size, pValue, options ?? PowerOptions.Default))]);
    }

    /// <summary>Power at several values of a parameter: <c>Power.Over("amplitude", [0, .5, 1], (amplitude, seed) => P(amplitude, seed))</c>. All values use the same seeds.</summary>
    /// <param name="parameter">What is varied, in words.</param>
    /// <param name="values">At least one.</param>
    /// <param name="pValue">Simulates and analyses one experiment: from the value and its seed to its p. Called from several threads.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">No value, or the simulation failed (its seed is in the message).</exception>
    public static PowerSweep Over(string parameter, IEnumerable<double> values, Func<double, ulong, double> pValue, PowerOptions? options = null)
    {
        double[] sorted = [.. values.Distinct().Order()];
        return sorted.Length == 0
            ? throw new ArgumentException($"No value of {parameter}, expected at least one.", nameof(values))
            : new PowerSweep(parameter, [.. sorted.Select(value => (value, Simulate(seed => pValue(value, seed), options)))]);
    }

    /// <summary>The smallest sample size with a power, by doubling and halving: exact for simulated power that never falls as the size grows.</summary>
    /// <param name="target">The power that is asked for, between 0 and 1, as in .8.</param>
    /// <param name="pValue">Simulates and analyses one experiment: from its sample size and its seed to its p. Called from several threads.</param>
    /// <param name="smallest">The first size that is tried, at least 1.</param>
    /// <param name="largest">Where the search gives up.</param>
    /// <param name="options">Null for the defaults. The Monte-Carlo error of the power at the result says how sure the result is.</param>
    /// <exception cref="ArgumentException">A target that is not between 0 and 1, sizes in the wrong order, or the simulation failed.</exception>
    public static SampleSizeResult FindSampleSize(
        double target, Func<int, ulong, double> pValue, int smallest = 4, int largest = 4_096, PowerOptions? options = null)
    {
        PowerOptions.RequireShare(target, "power asked for");
        if (smallest < 1 || largest < smallest)
        {
            throw new ArgumentException($"Sample sizes from {smallest} to {largest} asked for, expected 1 <= smallest <= largest.", nameof(smallest));
        }

        SortedDictionary<int, PowerResult> tried = [];
        bool Reaches(int size)
        {
            if (!tried.TryGetValue(size, out PowerResult? found))
            {
                tried[size] = found = At(size, pValue, options ?? PowerOptions.Default);
            }

            return found.Power >= target;
        }

        int below = smallest - 1;
        int above = smallest;
        while (!Reaches(above))
        {
            if (above == largest)
            {
                return new SampleSizeResult(null, target, new PowerCurve([.. tried.Values]));
            }

            below = above;
            above = above > largest / 2 ? largest : 2 * above;
        }

        while (above - below > 1)
        {
            int middle = below + ((above - below) / 2);
            (below, above) = Reaches(middle) ? (below, middle) : (middle, above);
        }

        return new SampleSizeResult(above, target, new PowerCurve([.. tried.Values]));
    }

    private static PowerResult At(int size, Func<int, ulong, double> pValue, PowerOptions options) => Run(seed => pValue(size, seed), size, options);

    private static PowerResult Run(Func<ulong, double> pValue, int? size, PowerOptions options)
    {
        options.Check();
        int significant = 0;
        int undefined = 0;
        ParallelBlocks.Run(options.Simulations, options.MaxDegreeOfParallelism, () => 0, (experiment, _) => Count(experiment));
        return new PowerResult
        {
            Significant = significant,
            Simulations = options.Simulations,
            Undefined = undefined,
            Interval = Proportion.OneSample(significant, options.Simulations, new ProportionOptions { Level = options.Level }).Interval,
            Alpha = options.Alpha,
            Seed = options.Seed,
            SampleSize = size,
        };

        void Count(int experiment)
        {
            ulong seed = RandomStream.SeedOf(options.Seed, (ulong)experiment);
            double p = PValueOf(pValue, seed, size);
            if (double.IsNaN(p))
            {
                Interlocked.Increment(ref undefined);
            }
            else if (p <= options.Alpha)
            {
                Interlocked.Increment(ref significant);
            }
        }
    }

    private static double PValueOf(Func<ulong, double> pValue, ulong seed, int? size)
    {
        string which = size is { } n ? $"seed {seed} and sample size {n}" : $"seed {seed}";
        double p;
        try
        {
            p = pValue(seed);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new ArgumentException($"The simulated experiment of {which} failed: {error.Message}", nameof(pValue), error);
        }

        return p is >= 0 and <= 1 || double.IsNaN(p) ? p : throw new ArgumentException($"The simulated experiment of {which} has p = {p}, expected 0 to 1.", nameof(pValue));
    }
}
