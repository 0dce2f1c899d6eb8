// When a rise begins and ends. A fall is a rise in reversed time.
namespace SmileNotebooks;

/// <summary>The times of a rise, as moments of its course, fractions included.</summary>
/// <param name="Start">Where it leaves rest; NaN where that is not seen.</param>
/// <param name="Half">Where it passes half of its height.</param>
/// <param name="End">Where it reaches its level; NaN where that is not seen.</param>
/// <param name="Rest">The level before it.</param>
/// <param name="Level">The level that it reaches.</param>
/// <param name="IsCut">The course begins within the rise or after it: <paramref name="Rest"/> is that of the clip.</param>
internal readonly record struct Rise(double Start, double Half, double End, double Rest, double Level, bool IsCut);

/// <summary>Times rises.</summary>
internal static class RiseTimer
{
    // A movement of minimum jerk (Flash and Hogan, 1985), x = 10 s^3 - 15 s^4 + 6 s^5, passes 10 % of its height at s = .24664 and 25 % at .35944.
    // Its beginning lies before the first passage by this many times the distance of both, and its end behind 90 % as far.
    private const double Beyond = 2.1865;

    // The first half of a rise takes no longer than this.
    private const double LongestSeconds = 5;

    private const double Tenth = 0.1, Quarter = 0.25;

    // The level of a peak: the upper quartile of what is above nine tenths of it. One frame does not make it, nor do the ramps.
    private const double OfPeak = 0.9, OfLevel = 0.75;

    // A rise begins within the course where this much of rest is seen, or where the course begins slowly and low.
    private const double LeastRestSeconds = 0.1;
    private const double SlowStart = 0.2;
    private const double LowStart = 0.15;

    // A course that stays above this share of the height from its beginning to the peak does not begin at rest; less may be a drift.
    private const double HighStart = 0.3;

    /// <param name="values">The course.</param>
    /// <param name="from">Where to look from.</param>
    /// <param name="top">The peak that is risen to.</param>
    /// <param name="isOpen">The course begins with the peak.</param>
    /// <param name="clipRest">The level of rest of the clip.</param>
    /// <param name="least">The least rise of a smile.</param>
    /// <param name="restMoments">How many moments rest is taken from.</param>
    public static Rise Find(ReadOnlySpan<double> values, int from, int top, bool isOpen, double clipRest, double least, int restMoments)
    {
        int bottom = from;
        for (int i = from; i < top; i++)
        {
            bottom = values[i] <= values[bottom] ? i : bottom;
        }

        double rest = isOpen ? Math.Min(clipRest, values[bottom]) : values[bottom];
        double level = LevelOf(values, from, top, rest);
        bool standsHigh = from == 0 && values[bottom] - clipRest >= Math.Max(least, HighStart * (level - clipRest)) && values[0] - clipRest >= least;
        if (isOpen || standsHigh)
        {
            return Cut(values, from, top, Math.Min(clipRest, rest), isOpen);
        }

        Rise rise = Settled(values, from, top, rest, restMoments);
        (rest, level) = (rise.Rest, rise.Level);
        bool restIsSeen = from > 0 || rise.Start >= LeastRestSeconds / SmileCourse.Step;
        if (!restIsSeen && (Slope(values, 0) > SlowStart * Steepest(values, from, top) || values[0] - Math.Min(clipRest, rest) > LowStart * (level - rest)))
        {
            return Cut(values, from, top, Math.Min(clipRest, rest), isOpen: false);
        }

        return rise with { Start = Math.Max(rise.Start, 0) };
    }

    /// <summary>Times a rise that is known to begin within the course: its rest is that just before it, so the two are found in turns.</summary>
    /// <param name="values">The course.</param>
    /// <param name="from">Where to look from.</param>
    /// <param name="top">The peak that is risen to.</param>
    /// <param name="rest">A first level of rest.</param>
    /// <param name="restMoments">How many moments rest is taken from.</param>
    public static Rise Settled(ReadOnlySpan<double> values, int from, int top, double rest, int restMoments)
    {
        Rise rise = Times(values, from, top, rest, LevelOf(values, from, top, rest));
        if (double.IsFinite(rise.Half))
        {
            // What lies long before may be lower by a drift, and says nothing of this rise.
            int half = (int)rise.Half;
            from = Math.Max(from, half - (int)(LongestSeconds / SmileCourse.Step));
            rest = values[from];
            for (int i = from; i <= half; i++)
            {
                rest = Math.Min(rest, values[i]);
            }

            rise = Times(values, from, top, rest, LevelOf(values, from, top, rest));
        }

        for (int pass = 0; pass < 2; pass++)
        {
            rest = RestBefore(values, from, rise, restMoments);
            rise = Times(values, from, top, rest, LevelOf(values, from, top, rest));
        }

        return rise;
    }

    /// <summary>What is left of a rise of which the beginning is not seen.</summary>
    private static Rise Cut(ReadOnlySpan<double> values, int from, int top, double clipRest, bool isOpen)
    {
        double level = LevelOf(values, from, top, clipRest);
        Rise rise = Times(values, from, top, clipRest, level);

        // Of a rise whose half is not seen nothing is known, and neither is it of one that is almost over.
        bool endIsSeen = !isOpen && values[from] < clipRest + (OfPeak * (level - clipRest));
        return new(double.NaN, double.IsFinite(rise.Half) ? rise.Half : double.NaN, endIsSeen ? rise.End : double.NaN, clipRest, level, IsCut: true);
    }

    private static Rise Times(ReadOnlySpan<double> values, int from, int top, double rest, double level)
    {
        double height = level - rest;
        double half = LastBelow(values, from, top, rest + (0.5 * height));
        int middle = double.IsNaN(half) ? from : (int)half;
        double quarter = LastBelow(values, from, middle + 1, rest + (Quarter * height));
        double tenth = LastBelow(values, from, double.IsNaN(quarter) ? from : (int)quarter + 1, rest + (Tenth * height));
        double late = FirstAbove(values, middle, top, rest + ((1 - Quarter) * height));
        double end = FirstAbove(values, middle, top, rest + ((1 - Tenth) * height));
        return new(tenth - (Beyond * (quarter - tenth)), half, end + (Beyond * (end - late)), rest, level, IsCut: false);
    }

    /// <summary>The median of half a second before the rise, without what is still the movement before.</summary>
    private static double RestBefore(ReadOnlySpan<double> values, int from, Rise rise, int restMoments)
    {
        int until = Math.Clamp((int)Math.Round(double.IsNaN(rise.Start) ? from : rise.Start), from, values.Length - 1);
        int start = Math.Max(from, until - restMoments);
        double limit = rise.Rest + (Tenth * (rise.Level - rise.Rest));
        Span<double> before = new double[until - start + 1];
        int count = 0;
        for (int i = start; i <= until; i++)
        {
            if (values[i] <= limit)
            {
                before[count++] = values[i];
            }
        }

        return count == 0 ? rise.Rest : Quantiles.Of(before[..count], 0.5);
    }

    private static double LevelOf(ReadOnlySpan<double> values, int from, int top, double rest)
    {
        double limit = rest + (OfPeak * (values[top] - rest));
        int start = top;
        while (start > from && values[start - 1] >= limit)
        {
            start--;
        }

        int until = top + 1;
        while (until < values.Length && values[until] >= limit)
        {
            until++;
        }

        return Quantiles.Of(values[start..until], OfLevel);
    }

    /// <summary>Where the course passes a level for the last time before a moment; NaN where it is never below.</summary>
    private static double LastBelow(ReadOnlySpan<double> values, int from, int until, double level)
    {
        for (int i = Math.Min(until, values.Length - 1) - 1; i >= from; i--)
        {
            if (values[i] < level)
            {
                return values[i + 1] > values[i] ? i + Math.Min(1, (level - values[i]) / (values[i + 1] - values[i])) : i;
            }
        }

        return double.NaN;
    }

    /// <summary>Where the course passes a level for the first time from a moment on; the peak where it does not before.</summary>
    private static double FirstAbove(ReadOnlySpan<double> values, int from, int top, double level)
    {
        for (int i = from; i < top; i++)
        {
            if (values[i + 1] >= level)
            {
                return values[i] >= level ? i : i + ((level - values[i]) / (values[i + 1] - values[i]));
            }
        }

        return top;
    }

    private static double Slope(ReadOnlySpan<double> values, int at) => values.Length < 4 ? 0 : (values[at + 3] - values[at]) / 3;

    private static double Steepest(ReadOnlySpan<double> values, int from, int top)
    {
        double steepest = 0;
        for (int i = from; i + 3 < values.Length && i < top; i++)
        {
            steepest = Math.Max(steepest, Slope(values, i));
        }

        return steepest;
    }
}
