namespace SmileNotebooks;

/// <summary>Frames in which the eyes are closed for a moment: cheeks, lids and wrinkles are not those of the smile then, and a landmark model that fits one
/// face to all points moves the lips too.</summary>
internal static class Blinks
{
    // A blink closes the eyes below this share of how open they are before and after it. A smile narrows them, and they stay so.
    private const double Closed = 0.65;

    // It lasts .1 to .4 s: before and after are looked for this far away.
    private const double ReachSeconds = 0.4;

    // The lids, and what moves with them, are on their way so long before and after.
    private const double MarginSeconds = 0.15;

    /// <summary>Whether each frame is of a blink; all false where the series tells nothing of the eyes.</summary>
    public static bool[] Of(FaceSeries series)
    {
        ReadOnlySpan<double> times = series.Times.AsSpan();
        bool[] blinks = new bool[times.Length];
        double[]? open = Openings(series);
        if (open is null)
        {
            return blinks;
        }

        for (int i = 0; i < times.Length; i++)
        {
            if (open[i] < Closed * Math.Min(Widest(times, open, i, -1), Widest(times, open, i, 1)))
            {
                Mark(times, blinks, i, -1);
                Mark(times, blinks, i, 1);
            }
        }

        return blinks;
    }

    private static double[]? Openings(FaceSeries series)
    {
        // Both eyes blink: one that is not measured is no matter.
        double[]? open = FaceValues.Mean(series, FaceColumns.EyeOpeningRight, FaceColumns.EyeOpeningLeft);
        double[]? closing = open is null ? FaceValues.Unit(series, 45) ?? FaceValues.Unit(series, 43) : null;
        return open ?? (closing is null ? null : [.. closing.Select(value => Math.Max(0, 1 - (value / 5)))]);
    }

    private static double Widest(ReadOnlySpan<double> times, double[] open, int at, int way)
    {
        double widest = 0;
        for (int i = at + way; i >= 0 && i < times.Length && Math.Abs(times[i] - times[at]) <= ReachSeconds + TimeStamps.SameMoment; i += way)
        {
            widest = open[i] > widest ? open[i] : widest;
        }

        return widest;
    }

    private static void Mark(ReadOnlySpan<double> times, bool[] blinks, int at, int way)
    {
        for (int i = at; i >= 0 && i < times.Length && Math.Abs(times[i] - times[at]) <= MarginSeconds + TimeStamps.SameMoment; i += way)
        {
            blinks[i] = true;
        }
    }
}
