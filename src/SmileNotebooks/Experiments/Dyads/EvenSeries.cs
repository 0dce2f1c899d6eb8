// A series of uneven times on an even clock.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Takes series to a clock.</summary>
internal static class EvenSeries
{
    /// <summary>The values at even times: means of what lies about each of them where the series is finer than the clock (a straight line through two samples would let what is
    /// quicker than the clock pose as something slow), straight lines between measurements where it is not.</summary>
    /// <param name="series">The series.</param>
    /// <param name="start">The first time of the clock, seconds.</param>
    /// <param name="count">How many times.</param>
    /// <param name="options">The rate, and what is a gap.</param>
    public static ImmutableArray<double> Sample(PersonSeries series, double start, int count, DyadOptions options)
    {
        double step = 1 / options.SamplingRate;
        double interval = series.Interval();
        double bridge = options.LongestBridge > 0 ? options.LongestBridge : Math.Max(3 * interval, step);
        bridge *= 1 + 1e-9;
        if (interval >= 0.75 * step)
        {
            return Lines(series, start, count, step, bridge);
        }

        ImmutableArray<double> means = Means(series, start, count, step);
        return options.LongestBridge > 0 ? Lines(new(series.Person, [.. Enumerable.Range(0, count).Select(sample => start + (sample * step))], means), start, count, step, bridge) : means;
    }

    private static ImmutableArray<double> Means(PersonSeries series, double start, int count, double step)
    {
        double[] sums = new double[count];
        int[] counts = new int[count];
        for (int i = 0; i < series.Times.Length; i++)
        {
            // Half-open about each time; the small number keeps times that have no binary form on their side.
            double place = Math.Floor(((series.Times[i] - start) / step) + 0.5 + 1e-9);
            if (place >= 0 && place < count && !double.IsNaN(series.Values[i]))
            {
                sums[(int)place] += series.Values[i];
                counts[(int)place]++;
            }
        }

        return [.. sums.Zip(counts, (sum, number) => number == 0 ? double.NaN : sum / number)];
    }

    private static ImmutableArray<double> Lines(PersonSeries series, double start, int count, double step, double bridge)
    {
        int[] measured = [.. Enumerable.Range(0, series.Times.Length).Where(i => !double.IsNaN(series.Values[i]))];
        double[] values = new double[count];
        int next = 0;
        for (int sample = 0; sample < count; sample++)
        {
            double time = start + (sample * step);
            while (next < measured.Length && series.Times[measured[next]] < time - (1e-9 * step))
            {
                next++;
            }

            values[sample] = At(series, measured, next, time, step, bridge);
        }

        return [.. values];
    }

    private static double At(PersonSeries series, int[] measured, int next, double time, double step, double bridge)
    {
        if (next == measured.Length)
        {
            return double.NaN;
        }

        int after = measured[next];
        if (series.Times[after] - time <= 1e-9 * step)
        {
            return series.Values[after];
        }

        int before = next == 0 ? -1 : measured[next - 1];
        if (before < 0 || series.Times[after] - series.Times[before] > bridge)
        {
            return double.NaN;
        }

        double share = (time - series.Times[before]) / (series.Times[after] - series.Times[before]);
        return ((1 - share) * series.Values[before]) + (share * series.Values[after]);
    }
}
