// The points of a ROC curve.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class RocPoints
{
    public static ImmutableArray<RocPoint> Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        double[] sorted = scores.ToArray();
        bool[] isEvent = outcomes.ToArray();
        Array.Sort(sorted, isEvent);
        double events = outcomes.Count(true);
        double others = outcomes.Length - events;
        var points = ImmutableArray.CreateBuilder<RocPoint>();
        points.Add(new RocPoint(double.PositiveInfinity, 0, 0));
        double hits = 0;
        double alarms = 0;
        for (int row = sorted.Length - 1; row >= 0; row--)
        {
            hits += isEvent[row] ? 1 : 0;
            alarms += isEvent[row] ? 0 : 1;

            // Tied scores are called the same: one point for all of them.
            if (row == 0 || sorted[row - 1] != sorted[row])
            {
                points.Add(new RocPoint(sorted[row], alarms / others, hits / events));
            }
        }

        return points.ToImmutable();
    }
}
