// Rows put into groups by their predicted probabilities.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class CalibrationGrouping
{
    public static ImmutableArray<CalibrationGroup> Of(double[] probabilities, bool[] outcomes, CalibrationOptions options, CalibrationGroups cut)
    {
        double[] sorted = [.. probabilities.Order()];
        double[] edges = cut == CalibrationGroups.Quantiles
            ? [.. Enumerable.Range(0, options.Groups + 1).Select(group => Quantile(sorted, (double)group / options.Groups)).Distinct()]
            : [.. Enumerable.Range(0, options.Groups + 1).Select(group => (double)group / options.Groups)];
        return edges.Length < 2 ? [Group(edges[0], edges[0], [.. Enumerable.Range(0, outcomes.Length)], probabilities, outcomes, options.Level)]
            : Groups(edges, probabilities, outcomes, options.Level);
    }

    // A group takes the probabilities above its lower edge, up to and with its upper one; the first its lower edge too.
    private static ImmutableArray<CalibrationGroup> Groups(double[] edges, double[] probabilities, bool[] outcomes, double level)
    {
        List<int>[] members = [.. Enumerable.Range(0, edges.Length - 1).Select(_ => new List<int>())];
        for (int row = 0; row < probabilities.Length; row++)
        {
            int place = Array.BinarySearch(edges, probabilities[row]);
            members[Math.Clamp((place >= 0 ? place : ~place) - 1, 0, members.Length - 1)].Add(row);
        }

        return
        [
            .. members.Select((rows, group) => (rows, group)).Where(member => member.rows.Count > 0)
                .Select(member => Group(edges[member.group], edges[member.group + 1], member.rows, probabilities, outcomes, level)),
        ];
    }

    private static CalibrationGroup Group(double from, double to, List<int> rows, double[] probabilities, bool[] outcomes, double level)
    {
        int events = rows.Count(row => outcomes[row]);
        return new CalibrationGroup(from, to, rows.Count, events, rows.Average(row => probabilities[row]), WilsonInterval.Of(events, rows.Count, level));
    }

    // Linear between order statistics (Hyndman and Fan's type 7).
    private static double Quantile(double[] sorted, double p)
    {
        double place = p * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        double share = place - below;
        return below + 1 < sorted.Length && share > 0 ? sorted[below] + (share * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
