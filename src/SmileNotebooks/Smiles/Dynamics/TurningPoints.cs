namespace SmileNotebooks;

/// <summary>One peak of a movement between two valleys, as moments of its course.</summary>
/// <param name="Left">The valley before it; -1 where the course begins with the peak.</param>
/// <param name="Top">The peak.</param>
/// <param name="Right">The valley after it; -1 where the course ends with the peak.</param>
internal readonly record struct MovementPeak(int Left, int Top, int Right);

/// <summary>The turning points of a movement that count: rises and falls of at least some height, whatever the level. No base line is needed, so a slow drift
/// makes no peak.</summary>
internal static class TurningPoints
{
    /// <param name="values">The course.</param>
    /// <param name="least">The least rise and fall.</param>
    public static List<MovementPeak> Peaks(ReadOnlySpan<double> values, double least)
    {
        List<(int At, bool IsPeak)> turns = [];
        int lowest = 0;
        int highest = 0;
        int way = 0;
        for (int i = 1; i < values.Length; i++)
        {
            lowest = values[i] < values[lowest] ? i : lowest;
            highest = values[i] > values[highest] ? i : highest;
            if (way <= 0 && values[i] - values[lowest] >= least)
            {
                turns.Add((lowest, false));
                (way, highest) = (1, i);
            }
            else if (way >= 0 && values[highest] - values[i] >= least)
            {
                turns.Add((highest, true));
                (way, lowest) = (-1, i);
            }
        }

        if (way != 0)
        {
            turns.Add(way > 0 ? (highest, true) : (lowest, false));
        }

        List<MovementPeak> peaks = [];
        for (int i = 0; i < turns.Count; i++)
        {
            if (turns[i].IsPeak)
            {
                peaks.Add(new(i > 0 ? turns[i - 1].At : -1, turns[i].At, i + 1 < turns.Count ? turns[i + 1].At : -1));
            }
        }

        return peaks;
    }
}
