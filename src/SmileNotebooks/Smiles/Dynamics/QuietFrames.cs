// The frames in which the mouth rests, by one measure that needs no rest yet: the distance of the lip corners.
namespace SmileNotebooks;

/// <summary>Finds the low quiet frames of a movement by straight lines through what is near each frame.</summary>
internal static class QuietFrames
{
    /// <param name="samples">The movement.</param>
    /// <param name="halfWidth">How far away what is near is, seconds.</param>
    /// <param name="bridge">Frames farther apart than this are no neighbours, seconds.</param>
    /// <param name="quiet">Up to which speed a frame is quiet, per second.</param>
    /// <param name="tolerance">How far from the level of rest a frame may be.</param>
    /// <returns>Rows of the series; none for no sample.</returns>
    public static int[] Of(FrameSamples samples, double halfWidth, double bridge, double quiet, double tolerance)
    {
        double[] levels = new double[samples.Times.Length];
        double[] speeds = new double[samples.Times.Length];
        foreach ((int from, int until) in samples.Stretches(bridge))
        {
            Lines(samples.Times.AsSpan(from, until - from), samples.Values.AsSpan(from, until - from), halfWidth, levels.AsSpan(from), speeds.AsSpan(from));
        }

        double[] still = [.. levels.Where((_, i) => Math.Abs(speeds[i]) <= quiet)];
        double step = samples.Times.Length > 1 ? (samples.Times[^1] - samples.Times[0]) / (samples.Times.Length - 1) : 0;
        double level = QuietLevel.Of(still, levels, step);
        int[] frames = [.. samples.Frames.Where((_, i) => Math.Abs(speeds[i]) <= quiet && Math.Abs(levels[i] - level) <= tolerance)];
        return frames.Length > 0 ? frames : [.. samples.Frames.Where((_, i) => levels[i] <= level)];
    }

    /// <summary>Mean and slope near each sample, by sums that slide.</summary>
    private static void Lines(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double halfWidth, Span<double> levels, Span<double> speeds)
    {
        double count = 0, t = 0, tt = 0, x = 0, tx = 0;
        int from = 0;
        int until = 0;
        for (int i = 0; i < times.Length; i++)
        {
            for (; until < times.Length && times[until] - times[i] <= halfWidth + TimeStamps.SameMoment; until++)
            {
                Add(times[until] - times[0], values[until], 1);
            }

            for (; times[i] - times[from] > halfWidth + TimeStamps.SameMoment; from++)
            {
                Add(times[from] - times[0], values[from], -1);
            }

            double spread = tt - (t * t / count);
            levels[i] = x / count;
            speeds[i] = count > 2 ? (tx - (t * x / count)) / spread : 0;
        }

        void Add(double time, double value, int sign)
        {
            count += sign;
            t += sign * time;
            tt += sign * time * time;
            x += sign * value;
            tx += sign * time * value;
        }
    }
}
