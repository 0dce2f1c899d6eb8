// Draws resamples, and makes the result of their statistics.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One bootstrap.</summary>
internal static class BootstrapRun
{
    // Resamples that share one random stream; results depend on this number, not on that of threads.
    private const int Block = 64;

    // With more resamples than this share without a statistic, percentiles of the others mean nothing.
    private const double MostUndefined = 0.1;

    /// <param name="statistic">Of a resample.</param>
    /// <param name="units">How many units each independent group has.</param>
    /// <param name="dropped">Rows that were left out.</param>
    /// <param name="options">Checked here.</param>
    public static BootstrapResult Run(ResampledStatistic statistic, ImmutableArray<int> units, DroppedRows dropped, BootstrapOptions options)
    {
        options.Check();
        if (units.Any(count => count < 2))
        {
            throw new ArgumentException($"{string.Join(" and ", units)} units to resample, expected at least 2 in each group.");
        }

        int[] all = [.. Enumerable.Range(0, units.Sum())];
        double estimate = statistic.Of(all);
        if (!double.IsFinite(estimate))
        {
            throw new ArgumentException($"The statistic of the data is {estimate}, expected a finite number.");
        }

        double[] drawn = Draw(statistic, units, options);
        double[] sorted = [.. drawn.Where(double.IsFinite)];
        sorted.AsSpan().Sort();
        int undefined = drawn.Length - sorted.Length;
        if (undefined > MostUndefined * drawn.Length)
        {
            throw new ArgumentException($"The statistic of {undefined} of {drawn.Length} resamples is not a finite number; an interval would rest on the others alone.");
        }

        ConfidenceInterval interval = options.Method == BootstrapMethod.BCa
            ? BootstrapLimits.BCa(sorted, estimate, BootstrapLimits.Acceleration(LeaveOneOut(statistic, all, units)), options.Level)
            : BootstrapLimits.Percentile(sorted, options.Level);
        double bias = sorted.Sum(value => (value - estimate) / sorted.Length);
        return new BootstrapResult
        {
            Estimate = estimate,
            Interval = interval,
            Method = options.Method,
            StandardError = StandardDeviation(sorted, estimate + bias),
            Bias = bias,
            Distribution = ImmutableArray.Create(sorted),
            Undefined = undefined,
            Units = units,
            Seed = options.Seed,
            Dropped = dropped,
        };
    }

    // Scaled by the largest deviation, so that no square overflows or vanishes.
    private static double StandardDeviation(double[] sorted, double mean)
    {
        double largest = Math.Max(mean - sorted[0], sorted[^1] - mean);
        return largest > 0 ? largest * Math.Sqrt(sorted.Sum(value => (value - mean) / largest * ((value - mean) / largest)) / (sorted.Length - 1)) : 0;
    }

    private static double[] Draw(ResampledStatistic statistic, ImmutableArray<int> units, BootstrapOptions options)
    {
        double[] drawn = new double[options.Resamples];
        int blocks = (drawn.Length + Block - 1) / Block;
        int all = units.Sum();
        if (options.MaxDegreeOfParallelism == 1)
        {
            int[] buffer = new int[all];
            for (int block = 0; block < blocks; block++)
            {
                DrawBlock(block, statistic, units, options.Seed, buffer, drawn);
            }
        }
        else
        {
            ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.MaxDegreeOfParallelism };
            Parallel.For(
                0,
                blocks,
                parallel,
                () => (Statistic: statistic.ForAnotherThread(), Units: new int[all]),
                (block, _, own) =>
                {
                    DrawBlock(block, own.Statistic, units, options.Seed, own.Units, drawn);
                    return own;
                },
                _ => { });
        }

        return drawn;
    }

    private static void DrawBlock(int block, ResampledStatistic statistic, ImmutableArray<int> units, ulong seed, int[] buffer, double[] drawn)
    {
        RandomStream random = new(seed, (ulong)block);
        for (int i = block * Block; i < Math.Min((block + 1) * Block, drawn.Length); i++)
        {
            int first = 0;
            foreach (int count in units)
            {
                random.FillChoices(buffer.AsSpan(first, count), count, first);
                first += count;
            }

            drawn[i] = statistic.Of(buffer);
        }
    }

    // The statistic without each unit in turn, for each group.
    private static double[][] LeaveOneOut(ResampledStatistic statistic, int[] all, ImmutableArray<int> units)
    {
        double[][] left = new double[units.Length][];
        int[] others = all[1..];
        int unit = 0;
        for (int group = 0; group < units.Length; group++)
        {
            left[group] = new double[units[group]];
            for (int i = 0; i < units[group]; i++, unit++)
            {
                if (unit > 0)
                {
                    others[unit - 1] = unit - 1;
                }

                left[group][i] = statistic.Of(others);
            }
        }

        return left;
    }
}
