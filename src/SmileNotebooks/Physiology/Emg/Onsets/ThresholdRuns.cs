// Where a signal lies above a threshold, with hysteresis.
namespace SmileNotebooks;

internal static class ThresholdRuns
{
    /// <summary>Half-open ranges that begin where the signal rises above one threshold and end where it falls to another or below, or where a gap begins.</summary>
    /// <param name="values">Not negative, NaN for a gap.</param>
    /// <param name="on">Above it a range begins.</param>
    /// <param name="off">At it or below a range ends; at most <paramref name="on"/>.</param>
    public static List<(int Start, int End)> Find(ReadOnlySpan<double> values, double on, double off)
    {
        List<(int, int)> runs = [];
        int start = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (start < 0)
            {
                start = values[i] > on ? i : -1;
            }
            else if (!(values[i] > off))
            {
                runs.Add((start, i));
                start = -1;
            }
        }

        if (start >= 0)
        {
            runs.Add((start, values.Length));
        }

        return runs;
    }
}
