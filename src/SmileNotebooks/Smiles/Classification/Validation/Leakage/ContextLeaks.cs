// Classes that go with a camera, a date or a site.
using System.Globalization;

namespace SmileNotebooks;

internal static class ContextLeaks
{
    private const int Permutations = 199;
    private const double MostP = 0.01;

    // An order (of dates) that ranks the classes this far from .5 is reported, and a column that predicts new people this well is severe. Conventions.
    private const double OrderedAuc = 0.2;
    private const double SevereAuc = 0.8;

    public static IEnumerable<LeakageFinding> Find(FeatureTable table, int[] labelled, LeakageOptions options, CancellationToken stop)
    {
        bool[] labels = [.. labelled.Select(row => table.Rows[row].Label!.Value)];
        string[] people = [.. labelled.Select(row => TrainingRows.PersonOf(table, row))];
        string[] names = [.. people.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] groups = [.. people.Select(person => Array.BinarySearch(names, person, StringComparer.Ordinal))];
        foreach (string column in table.Rows.SelectMany(row => row.Context.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            string[] levels = [.. labelled.Select(row => table.Rows[row].Context.GetValueOrDefault(column, ""))];
            int count = levels.Distinct(StringComparer.Ordinal).Count();
            if (count > 1 && Finding(column, levels, count, labels, groups, options) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static LeakageFinding? Finding(string column, string[] levels, int count, bool[] labels, int[] groups, LeakageOptions options)
    {
        double v = count < levels.Length ? CramersV(levels, labels) : 0;
        double[]? order = OrderOf(levels);
        double ordered = order is null ? 0.5 : RocPlacements.Of(order, labels).Auc;
        bool byLevel = v >= options.ContextV;
        bool byOrder = Math.Abs(ordered - 0.5) >= OrderedAuc;
        if (!byLevel && !byOrder)
        {
            return null;
        }

        // Labels dealt anew among people: a column that goes with people, who go with classes, goes with classes by chance more often than rows would.
        int reachedV = 0;
        int reachedOrder = 0;
        RandomStream random = new(RandomStream.SeedOf(options.Seed, SeedStreams.Leakage));
        for (int permutation = 0; permutation < Permutations; permutation++)
        {
            bool[] dealt = PersonLabels.Shuffled(labels, groups, ref random);
            reachedV += byLevel && CramersV(levels, dealt) >= v - 1e-12 ? 1 : 0;
            reachedOrder += byOrder && Math.Abs(RocPlacements.Of(order!, dealt).Auc - 0.5) >= Math.Abs(ordered - 0.5) - 1e-12 ? 1 : 0;
        }

        double pV = byLevel ? (1.0 + reachedV) / (1 + Permutations) : 1;
        double pOrder = byOrder ? (1.0 + reachedOrder) / (1 + Permutations) : 1;
        if (Math.Min(pV, pOrder) > MostP)
        {
            return null;
        }

        double alone = PredictedAlone(levels, labels, groups, options.Seed);
        string how = pV <= MostP
            ? $"Cramer's V {Apa.Bounded(v)}, {Apa.P(pV)} by permutation of people"
            : $"its order ranks the classes with AUC {Apa.Bounded(Math.Max(ordered, 1 - ordered), 2)}, {Apa.P(pOrder)} by permutation of people";
        return new LeakageFinding(
            LeakageKind.Context, alone >= SevereAuc || Math.Abs(ordered - 0.5) >= SevereAuc - 0.5 ? LeakageSeverity.Severe : LeakageSeverity.Warning,
            $"'{column}' goes with the class ({how}{(double.IsNaN(alone) ? "" : $"; alone it predicts new people with AUC {Apa.Bounded(alone, 2)}")}): a classifier may learn '{column}' instead of smiles.")
        {
            Columns = [column],
        };
    }

    /// <summary>Cramer's V of levels and classes, corrected for bias (Bergsma, 2013, Journal of the Korean Statistical Society 42, 323-328): 0 in expectation where there
    /// is nothing, for any number of levels.</summary>
    internal static double CramersV(string[] levels, bool[] labels)
    {
        Dictionary<string, (int Named, int All)> counts = new(StringComparer.Ordinal);
        for (int row = 0; row < levels.Length; row++)
        {
            (int named, int all) = counts.GetValueOrDefault(levels[row]);
            counts[levels[row]] = (named + (labels[row] ? 1 : 0), all + 1);
        }

        double n = levels.Length;
        double share = labels.Count(label => label) / n;
        double squared = counts.Values.Sum(level => Math.Pow(level.Named - (level.All * share), 2) / (level.All * share * (1 - share)));
        double rows = counts.Count;
        double corrected = Math.Max(0, (squared / n) - ((rows - 1) / (n - 1)));
        double rowsCorrected = rows - (Math.Pow(rows - 1, 2) / (n - 1));
        double columnsCorrected = 2 - (1 / (n - 1));
        return Math.Sqrt(corrected / Math.Max(1e-12, Math.Min(rowsCorrected - 1, columnsCorrected - 1)));
    }

    /// <summary>Dates or numbers as numbers; null where a level is neither.</summary>
    private static double[]? OrderOf(string[] levels)
    {
        double[] order = new double[levels.Length];
        for (int row = 0; row < levels.Length; row++)
        {
            if (double.TryParse(levels[row], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            {
                order[row] = number;
            }
            else if (DateTime.TryParse(levels[row], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime date))
            {
                order[row] = date.Ticks;
            }
            else
            {
                return null;
            }
        }

        return order;
    }

    /// <summary>The AUC of the share of the named class that a level has among the other people; NaN where no folds can be made.</summary>
    private static double PredictedAlone(string[] levels, bool[] labels, int[] groups, ulong seed)
    {
        int count = Math.Min(5, Math.Min(PeopleWith(true), PeopleWith(false)));
        if (count < 2)
        {
            return double.NaN;
        }

        GroupedFolds folds = GroupedFolds.Of(groups, labels, count, RandomStream.SeedOf(seed, SeedStreams.Folds));
        double[] scores = new double[levels.Length];
        for (int fold = 0; fold < count; fold++)
        {
            Dictionary<string, (double Named, double All)> seen = new(StringComparer.Ordinal);
            foreach (int row in folds.TrainingRows(fold))
            {
                (double named, double all) = seen.GetValueOrDefault(levels[row]);
                seen[levels[row]] = (named + (labels[row] ? 1 : 0), all + 1);
            }

            double share = seen.Values.Sum(level => level.Named) / seen.Values.Sum(level => level.All);
            foreach (int row in folds.TestRows(fold))
            {
                (double named, double all) = seen.GetValueOrDefault(levels[row]);
                scores[row] = (named + share) / (all + 1);
            }
        }

        return new FoldedRanking(scores, labels, groups, folds.Folds.AsSpan()).Auc();

        int PeopleWith(bool label) => Enumerable.Range(0, labels.Length).Where(row => labels[row] == label).Select(row => groups[row]).Distinct().Count();
    }
}
