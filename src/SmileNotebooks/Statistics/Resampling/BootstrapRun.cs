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
            throw new ArgumentException($"There is too little to resample: found {string.Join(" and ", units)}, expected at least 2 in each group.");
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
            ? BootstrapLimits.BCa(sorted, estimate, BootstrapLimits.Acceleration(LeaveOneOut(statistic, all, units, options)), options.Level)
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
        ParallelBlocks.Run(
            blocks,
            options.MaxDegreeOfParallelism,
            () => (Statistic: statistic.ForAnotherThread(), Units: new int[all]),
            (block, own) => DrawBlock(block, own.Statistic, units, options.Seed, own.Units, drawn));
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
    private static double[][] LeaveOneOut(ResampledStatistic statistic, int[] all, ImmutableArray<int> units, BootstrapOptions options)
    {
        double[] left = new double[all.Length];
        if (!statistic.TryWithoutEach(left))
        {
            int blocks = (left.Length + Block - 1) / Block;
            ParallelBlocks.Run(
                blocks,
                options.MaxDegreeOfParallelism,
                () => (Statistic: statistic.ForAnotherThread(), Others: new int[all.Length - 1]),
                (block, own) => LeaveOut(block, own.Statistic, all, own.Others, left));
        }

        double[][] groups = new double[units.Length][];
        int first = 0;
        for (int group = 0; group < groups.Length; group++)
        {
            groups[group] = left[first..(first + units[group])];
            first += units[group];
        }

        return groups;
    }

    private static void LeaveOut(int block, ResampledStatistic statistic, int[] all, int[] others, double[] left)
    {
        for (int unit = block * Block; unit < Math.Min((block + 1) * Block, all.Length); unit++)
        {
            all.AsSpan(0, unit).CopyTo(others);
            all.AsSpan(unit + 1).CopyTo(others.AsSpan(unit));
            left[unit] = statistic.Of(others);
        }
    }
}
