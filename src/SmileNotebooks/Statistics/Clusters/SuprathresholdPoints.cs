// The points of one map whose t lies beyond the threshold: few, so that all further work is done on them alone.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Points beyond the cluster-forming threshold, in their order, with their t.</summary>
internal sealed class SuprathresholdPoints(int points)
{
    private readonly int[] _points = new int[points];
    private readonly double[] _t = new double[points];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Points => _points.AsSpan(0, Count);

    public ReadOnlySpan<double> T => _t.AsSpan(0, Count);

    /// <summary>Takes the points of a permutation from its weighted sums.</summary>
    /// <param name="sums">One a point.</param>
    /// <param name="critical">What |sum| must exceed, one a point.</param>
    /// <param name="map">Turns a sum into t.</param>
    public void Collect(ReadOnlySpan<double> sums, ReadOnlySpan<double> critical, TMap map)
    {
        Count = 0;
        double root = Math.Sqrt(map.DegreesOfFreedom);
        int point = 0;
        for (; point <= sums.Length - Vector<double>.Count; point += Vector<double>.Count)
        {
            if (Vector.GreaterThanAny(Vector.Abs(new Vector<double>(sums[point..])), new Vector<double>(critical[point..])))
            {
                CollectBetween(point, point + Vector<double>.Count, sums, critical, map.Radicands, root);
            }
        }

        CollectBetween(point, sums.Length, sums, critical, map.Radicands, root);
    }

    /// <summary>Takes the points of the observed map.</summary>
    public void Collect(ReadOnlySpan<double> t, double threshold)
    {
        Count = 0;
        for (int point = 0; point < t.Length; point++)
        {
            if (Math.Abs(t[point]) > threshold)
            {
                Add(point, t[point]);
            }
        }
    }

    private void CollectBetween(int from, int to, ReadOnlySpan<double> sums, ReadOnlySpan<double> critical, double[] radicands, double root)
    {
        for (int point = from; point < to; point++)
        {
            double sum = sums[point];
            if (Math.Abs(sum) > critical[point])
            {
                // The difference is above zero but for rounding, in an arrangement in which hardly anything varies.
                double rest = Math.Max(radicands[point] - (sum * sum), radicands[point] * 1e-16);
                Add(point, sum * root / Math.Sqrt(rest));
            }
        }
    }

    private void Add(int point, double t)
    {
        _points[Count] = point;
        _t[Count++] = t;
    }
}
