// One column of a series without the frames in which it is missing or jumps.
namespace SmileNotebooks;

/// <summary>The measured frames of one column: their numbers in the series, times, and values.</summary>
/// <param name="Frames">Rows of the series, ascending.</param>
/// <param name="Times">Seconds, ascending.</param>
/// <param name="Values">Finite.</param>
/// <param name="Spikes">How many frames were taken out because they jump.</param>
/// <param name="Passed">Which frames of the series were passed over (<see cref="Of"/>).</param>
internal sealed record FrameSamples(int[] Frames, double[] Times, double[] Values, int Spikes, bool[] Passed)
{
    // A jump must leave its neighbours by this many times the usual distance from them: far beyond any noise.
    private const double SpikeScale = 8;

    private const int Neighbours = 2;

    // A blink with the way of the lids.
    private const double LongestPass = 0.6;

    /// <summary>The finite values of a column, without jumps of one or two frames: those that leave the median of five by far (Hampel's identifier, with
    /// the scale of the whole clip).</summary>
    /// <param name="times">Of all frames.</param>
    /// <param name="values">Of all frames; NaN where missing.</param>
    /// <param name="leastSpike">A smaller jump is left in, in the unit of the column.</param>
    /// <param name="bridge">Frames farther apart than this are no neighbours, seconds.</param>
    /// <param name="passed">Frames to pass over, such as those of blinks; null for none. A stretch goes on across them.</param>
    public static FrameSamples Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double leastSpike, double bridge, bool[]? passed = null)
    {
        int[] there = new int[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]) && passed?[i] != true)
            {
                there[count++] = i;
            }
        }

        double[] distances = new double[count];
        for (int i = 0; i < count; i++)
        {
            distances[i] = Distance(times, values, there.AsSpan(0, count), i, Neighbours * bridge);
        }

        double limit = Math.Max(leastSpike, SpikeScale * Quantiles.Of(distances, 0.5));
        int[] kept = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++)
        {
            if (!(distances[i] > limit))
            {
                kept[size++] = there[i];
            }
        }

        int[] frames = kept[..size];
        double[] seconds = new double[size];
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++)
        {
            seconds[i] = times[frames[i]];
            numbers[i] = values[frames[i]];
        }

        return new(frames, seconds, numbers, count - size, passed ?? []);
    }

    /// <summary>The stretches without a distance beyond the bridge, as half-open ranges of samples.</summary>
    public IEnumerable<(int From, int Until)> Stretches(double bridge)
    {
        int from = 0;
        for (int i = 1; i <= Times.Length; i++)
        {
            if (i == Times.Length || IsGap(i, bridge))
            {
                yield return (from, i);
                from = i;
            }
        }
    }

    /// <summary>The smooth course of a stretch. Frames that were passed over are bridged by a monotone curve: the fit alone would overshoot there.</summary>
    /// <param name="from">The first sample.</param>
    /// <param name="values">A value for each sample from there on.</param>
    /// <param name="halfWidth">Half the window, seconds.</param>
    public SmileCourse Course(int from, ReadOnlySpan<double> values, double halfWidth)
    {
        if (Passed.Length == 0)
        {
            return SmileCourse.Of(Times.AsSpan(from, values.Length), values, halfWidth);
        }

        List<double> seconds = new(values.Length);
        List<double> numbers = new(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            int hole = i == 0 ? 0 : Frames[from + i] - Frames[from + i - 1] - 1;
            if (hole > 0 && Passed.AsSpan(Frames[from + i - 1] + 1, hole).Contains(true))
            {
                Bridge(values, from, i, hole, seconds, numbers);
            }

            seconds.Add(Times[from + i]);
            numbers.Add(values[i]);
        }

        return SmileCourse.Of(
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seconds), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers), halfWidth);
    }

    /// <summary>A cubic of Hermite with the slopes on both sides, which are kept so flat that it is monotone (Fritsch and Carlson, 1980).</summary>
    private void Bridge(ReadOnlySpan<double> values, int from, int after, int hole, List<double> seconds, List<double> numbers)
    {
        const int Back = 3;
        int first = Math.Max(0, after - 1 - Back);
        int last = Math.Min(values.Length - 1, after + Back);
        double width = Times[from + after] - Times[from + after - 1];
        double rise = values[after] - values[after - 1];
        double left = first < after - 1 ? width * (values[after - 1] - values[first]) / (Times[from + after - 1] - Times[from + first]) : 0;
        double right = last > after ? width * (values[last] - values[after]) / (Times[from + last] - Times[from + after]) : 0;
        left = left * rise > 0 ? Math.CopySign(Math.Min(Math.Abs(left), 3 * Math.Abs(rise)), rise) : 0;
        right = right * rise > 0 ? Math.CopySign(Math.Min(Math.Abs(right), 3 * Math.Abs(rise)), rise) : 0;
        for (int j = 1; j <= hole; j++)
        {
            double s = j / (hole + 1.0);
            double back = 1 - s;
            seconds.Add(Times[from + after - 1] + (s * width));
            numbers.Add(values[after - 1] + (s * s * (3 - (2 * s)) * rise) + (s * back * back * left) - (s * s * back * right));
        }
    }

    /// <summary>Whether a sample lies behind a gap. A hole of frames that were passed over is none.</summary>
    public bool IsGap(int sample, double bridge) =>
        Times[sample] - Times[sample - 1] > bridge + TimeStamps.SameMoment
        && !(Passed.Length > 0 && Times[sample] - Times[sample - 1] <= bridge + LongestPass + TimeStamps.SameMoment && Passed.AsSpan(Frames[sample - 1] + 1, Frames[sample] - Frames[sample - 1] - 1).IndexOf(false) < 0);

    /// <summary>How far a sample is from the median of itself and as many neighbours on either side. The first and the last, which have them on one side only, are
    /// compared with the line through the next two.</summary>
    private static double Distance(ReadOnlySpan<double> times, ReadOnlySpan<double> values, ReadOnlySpan<int> there, int at, double reach)
    {
        double middle = times[there[at]];
        int left = 0;
        int right = 0;
        while (left < Neighbours && at - left - 1 >= 0 && middle - times[there[at - left - 1]] <= reach + TimeStamps.SameMoment)
        {
            left++;
        }

        while (right < Neighbours && at + right + 1 < there.Length && times[there[at + right + 1]] - middle <= reach + TimeStamps.SameMoment)
        {
            right++;
        }

        int sides = Math.Min(left, right);
        if (sides == 0)
        {
            int way = right == Neighbours ? 1 : left == Neighbours ? -1 : 0;
            return way == 0 ? 0 : Math.Abs(values[there[at]] - Line(times, values, there, at + way, at + (2 * way), middle));
        }

        Span<double> near = stackalloc double[(2 * Neighbours) + 1];
        for (int j = -sides; j <= sides; j++)
        {
            near[j + sides] = values[there[at + j]];
        }

        // Three or five: put in order one by one.
        for (int i = 1; i <= 2 * sides; i++)
        {
            double value = near[i];
            int place = i;
            for (; place > 0 && near[place - 1] > value; place--)
            {
                near[place] = near[place - 1];
            }

            near[place] = value;
        }

        return Math.Abs(values[there[at]] - near[sides]);
    }

    private static double Line(ReadOnlySpan<double> times, ReadOnlySpan<double> values, ReadOnlySpan<int> there, int first, int second, double at)
    {
        double slope = (values[there[second]] - values[there[first]]) / (times[there[second]] - times[there[first]]);
        return values[there[first]] + (slope * (at - times[there[first]]));
    }
}
