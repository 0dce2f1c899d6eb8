// Which peaks of a movement are one smile.
namespace SmileNotebooks;

/// <summary>A smile before its phases are timed, as moments of its course.</summary>
/// <param name="From">Where the search for its onset begins: the top before it, or the first moment.</param>
/// <param name="First">The first peak that reaches most of its height.</param>
/// <param name="Highest">The highest peak.</param>
/// <param name="Last">The last peak that reaches most of its height.</param>
/// <param name="Until">Where the search for its offset ends: the top after it, or the last moment.</param>
/// <param name="Peaks">How many peaks it has.</param>
/// <param name="IsOpenLeft">The course begins with the peak.</param>
/// <param name="IsOpenRight">The course ends with the peak.</param>
internal readonly record struct SmileCandidate(int From, int First, int Highest, int Last, int Until, int Peaks, bool IsOpenLeft, bool IsOpenRight);

/// <summary>Groups peaks.</summary>
internal static class SmileCandidates
{
    // Peaks are one smile where the movement stays above half of the lower one between them.
    private const double Parting = 0.5;

    // The onset leads to the first peak of three quarters of the height, the offset from the last one.
    private const double Major = 0.75;

    // Rest is the lowest moment within half a minute: a drift is small within it, and few smiles last longer.
    private const double ReachSeconds = 30;

    public static List<SmileCandidate> Of(ReadOnlySpan<double> values, double least)
    {
        List<MovementPeak> peaks = TurningPoints.Peaks(values, least);
        List<SmileCandidate> smiles = [];
        int from = 0;
        for (int i = 0; i < peaks.Count; i++)
        {
            if (i + 1 < peaks.Count && AreOne(values, peaks[i], peaks[i + 1]))
            {
                continue;
            }

            int searchFrom = from > 0 ? peaks[from - 1].Top : 0;
            int searchUntil = i + 1 < peaks.Count ? peaks[i + 1].Top : values.Length - 1;
            smiles.Add(Group(values, peaks, from, i, searchFrom, searchUntil));
            from = i + 1;
        }

        return smiles;
    }

    private static SmileCandidate Group(ReadOnlySpan<double> values, List<MovementPeak> peaks, int from, int last, int searchFrom, int searchUntil)
    {
        int highest = from;
        for (int i = from; i <= last; i++)
        {
            highest = values[peaks[i].Top] > values[peaks[highest].Top] ? i : highest;
        }

        double rest = Lowest(values[searchFrom..(searchUntil + 1)]);
        double major = rest + (Major * (values[peaks[highest].Top] - rest));
        int first = from;
        while (values[peaks[first].Top] < major)
        {
            first++;
        }

        int final = last;
        while (values[peaks[final].Top] < major)
        {
            final--;
        }

        return new(
            searchFrom, peaks[first].Top, peaks[highest].Top, peaks[final].Top, searchUntil, last - from + 1,
            peaks[from].Left < 0, peaks[last].Right < 0);
    }

    private static bool AreOne(ReadOnlySpan<double> values, MovementPeak before, MovementPeak after)
    {
        int reach = (int)(ReachSeconds / SmileCourse.Step);
        double rest = Lowest(values[Math.Max(0, before.Right - reach)..Math.Min(values.Length, before.Right + reach + 1)]);
        double lower = Math.Min(values[before.Top], values[after.Top]);
        return values[before.Right] - rest >= Parting * (lower - rest) && values[before.Right] > rest;
    }

    private static double Lowest(ReadOnlySpan<double> values)
    {
        double lowest = values[0];
        foreach (double value in values)
        {
            lowest = value < lowest ? value : lowest;
        }

        return lowest;
    }
}
