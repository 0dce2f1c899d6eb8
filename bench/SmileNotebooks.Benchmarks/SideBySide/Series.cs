namespace SmileNotebooks.Benchmarks.SideBySide;

/// <summary>The turns that a contender took at a photo.</summary>
internal sealed class Series
{
    private readonly List<Turn> _turns = [];

    /// <summary>Over all timed calls.</summary>
    public double Median => MedianOf(_turns.SelectMany(turn => turn.Milliseconds));

    /// <summary>Of all timed calls.</summary>
    public double Minimum => _turns.Min(turn => turn.Milliseconds.Min());

    public int Calls => _turns.Sum(turn => turn.Milliseconds.Length);

    public void Add(Turn turn) => _turns.Add(turn);

    /// <summary>How many times as long the peer takes: the median over rounds, in each of which both had their turn within seconds.</summary>
    public static double Ratio(Series peer, Series ours) =>
        MedianOf(peer._turns.Zip(ours._turns, (a, b) => MedianOf(a.Milliseconds) / MedianOf(b.Milliseconds)));

    /// <summary>Mean and largest distance between the points of the last turns, in pixels; null where one found no face.</summary>
    public static (double Mean, double Largest)? Distance(Series a, Series b)
    {
        double[] first = a._turns[^1].Landmarks, second = b._turns[^1].Landmarks;
        if (first.Length == 0 || first.Length != second.Length)
        {
            return null;
        }

        double[] distances = [.. first.Chunk(2).Zip(second.Chunk(2), (p, q) => Math.Sqrt(Math.Pow(p[0] - q[0], 2) + Math.Pow(p[1] - q[1], 2)))];
        return (distances.Average(), distances.Max());
    }

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
