// Rows that are alike.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class DuplicateLeaks
{
    // Where rows of so few or so coarse features coincide by chance, that says nothing.
    private const double MostByChance = 0.01;

    public static IEnumerable<LeakageFinding> Find(FeatureTable table, LeakageOptions options)
    {
        double[][] columns = [.. Enumerable.Range(0, table.Features.Length).Select(feature => Standardised(table, feature)).Where(column => column.Distinct().Count() > 1)];
        if (columns.Length == 0 || table.Rows.Length < 2)
        {
            return [];
        }

        double tolerance = ExpectedByChance(columns, options.NearDuplicate) <= MostByChance ? options.NearDuplicate : 0;
        return tolerance == 0 && ExpectedByChance(columns, 0) > MostByChance ? [] : Findings(table, Pairs(columns, tolerance), tolerance);
    }

    private static IEnumerable<LeakageFinding> Findings(FeatureTable table, List<(int First, int Second)> pairs, double tolerance)
    {
        bool Contradicts((int First, int Second) pair) => table.Rows[pair.First].Label is { } one && table.Rows[pair.Second].Label is { } other && one != other;
        bool IsOfOne((int First, int Second) pair) => table.Rows[pair.First].Person is not { } person || table.Rows[pair.Second].Person is not { } other || person == other;
        string alike = tolerance > 0 ? $"(to {tolerance} standard deviations in all features)" : "(in all features)";
        if (Made([.. pairs.Where(Contradicts)]) is var (which, rows))
        {
            yield return new LeakageFinding(
                LeakageKind.Contradiction, LeakageSeverity.Severe,
                FormattableString.Invariant($"{Counted(rows.Length)} alike but for the label {alike}: {which}. One of the labels is wrong, or the row is there twice.")) { Rows = rows };
        }

        if (Made([.. pairs.Where(pair => !Contradicts(pair) && !IsOfOne(pair))]) is var (across, people))
        {
            yield return new LeakageFinding(
                LeakageKind.DuplicatesAcrossPeople, LeakageSeverity.Severe,
                FormattableString.Invariant($"{Counted(people.Length)} of different people alike {alike}: {across}. A smile that is there twice is on both sides of a test.")) { Rows = people };
        }

        if (Made([.. pairs.Where(pair => !Contradicts(pair) && IsOfOne(pair))]) is var (within, own))
        {
            yield return new LeakageFinding(
                LeakageKind.Duplicates, LeakageSeverity.Warning,
                FormattableString.Invariant($"{Counted(own.Length)} of one person alike {alike}: {within}. The same smile counts more than once.")) { Rows = own };
        }
    }

    private static (string Which, ImmutableArray<int> Rows)? Made((int First, int Second)[] pairs) => pairs.Length == 0
        ? null
        : (LeakageChecks.Named([.. pairs.Select(pair => FormattableString.Invariant($"rows {pair.First + 1} and {pair.Second + 1}"))]),
           [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Order()]);

    private static string Counted(int rows) => $"{rows} rows are";

    /// <summary>In standard deviations from the mean; a missing value is one of its own, far from all others.</summary>
    private static double[] Standardised(FeatureTable table, int feature)
    {
        double[] values = [.. table.Rows.Select(row => row.Values[feature])];
        double[] there = [.. values.Where(double.IsFinite)];
        double mean = there.Length == 0 ? 0 : there.Average();
        double spread = there.Length == 0 ? 0 : Math.Sqrt(there.Average(value => (value - mean) * (value - mean)));
        return Array.ConvertAll(values, value => !double.IsFinite(value) ? 1e6 : spread > 0 ? (value - mean) / spread : 0);
    }

    /// <summary>How many pairs would be alike if the features had nothing to do with each other.</summary>
    private static double ExpectedByChance(double[][] columns, double tolerance)
    {
        double pairs = columns[0].Length * (columns[0].Length - 1.0) / 2;
        return columns.Aggregate(pairs, (expected, column) => expected * (CloseTo([.. column.Order()], tolerance) / pairs));
    }

    private static double CloseTo(double[] sorted, double tolerance)
    {
        double close = 0;
        for (int first = 0, end = 0; first < sorted.Length; first++)
        {
            while (end < sorted.Length && sorted[end] - sorted[first] <= tolerance)
            {
                end++;
            }

            close += end - first - 1;
        }

        return close;
    }

    // Along the column that varies most finely few rows are near each other.
    private static List<(int First, int Second)> Pairs(double[][] columns, double tolerance)
    {
        double[] finest = columns.MinBy(column => CloseTo([.. column.Order()], tolerance))!;
        int[] order = [.. Enumerable.Range(0, finest.Length).OrderBy(row => finest[row])];
        List<(int, int)> pairs = [];
        for (int i = 0; i < order.Length; i++)
        {
            for (int j = i + 1; j < order.Length && finest[order[j]] - finest[order[i]] <= tolerance; j++)
            {
                if (columns.All(column => Math.Abs(column[order[i]] - column[order[j]]) <= tolerance))
                {
                    pairs.Add((Math.Min(order[i], order[j]), Math.Max(order[i], order[j])));
                }
            }
        }

        pairs.Sort();
        return pairs;
    }
}
