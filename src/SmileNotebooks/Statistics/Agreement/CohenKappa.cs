// Agreement of two raters on categories beyond what chance gives.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Cohen's kappa (Cohen, 1960), also weighted (Cohen, 1968), with the large-sample standard errors of Fleiss, Cohen and Everitt (1969).
/// Assumes that the items are independent and that each rater judged without knowing of the other.</summary>
public static class CohenKappa
{
    /// <summary>Kappa of two raters' judgements of the same items.</summary>
    /// <param name="first">The first rater's category of each item.</param>
    /// <param name="second">The second rater's, in the same order.</param>
    /// <param name="weights">Default: every disagreement counts the same. Weights need categories in their order: see <paramref name="categories"/>.</param>
    /// <param name="level">Confidence of the interval. Default: .95.</param>
    /// <param name="categories">All categories in order; default: those that occur, in their natural order (enums by value, text by ordinal value).</param>
    /// <param name="missing">What to do with an item that a rater gave no label (null). Default: an error that names it.</param>
    /// <exception cref="ArgumentException">Different numbers of items, none, a label that is missing or not listed; all judgements of both raters
    /// in one category, where kappa is 0/0.</exception>
    public static CohenKappaResult Of<T>(
        IEnumerable<T> first,
        IEnumerable<T> second,
        KappaWeights weights = KappaWeights.None,
        double level = 0.95,
        IEnumerable<T>? categories = null,
        MissingValues missing = MissingValues.Fail)
        where T : notnull
    {
        T[] x = [.. first];
        T[] y = [.. second];
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"The first rater judged {x.Length} items, the second {y.Length}; kappa needs both on every item.", nameof(second));
        }

        if (x.Length == 0)
        {
            throw new ArgumentException("Kappa needs at least one item that both raters judged; found none.", nameof(first));
        }

        bool[] incomplete = new bool[x.Length];
        MarkUnlabelled(x, "first rater", incomplete, missing);
        MarkUnlabelled(y, "second rater", incomplete, missing);
        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, participants: null, missing);
        if (kept.Length == 0)
        {
            throw new ArgumentException($"Kappa needs at least one item that both raters judged; all {x.Length} lack a label.", nameof(first));
        }

        T[] levels = categories is null ? InOrder(kept.SelectMany(item => new[] { x[item], y[item] }).Distinct()) : [.. categories];
        if (levels.Length == 1)
        {
            throw ChanceAlone(kept.Length, $"{levels[0]}");
        }

        int[,] counts = new int[levels.Length, levels.Length];
        foreach (int item in kept)
        {
            counts[IndexOf(x[item], levels, item), IndexOf(y[item], levels, item)]++;
        }

        return OfTable(counts, weights, level, levels.Select(category => category.ToString() ?? "")) with { Dropped = dropped };
    }

    /// <summary>Kappa of a square table of counts.</summary>
    /// <param name="counts">[first rater's category, second rater's category], at least 2 x 2.</param>
    /// <param name="weights">Default: every disagreement counts the same.</param>
    /// <param name="level">Confidence of the interval. Default: .95.</param>
    /// <param name="categories">Names of the categories; default: 1, 2, ...</param>
    /// <exception cref="ArgumentException">A table that is not square, is smaller than 2 x 2, is empty or has a negative count; all judgements of both raters
    /// in one category, where kappa is 0/0.</exception>
    public static CohenKappaResult OfTable(
        int[,] counts, KappaWeights weights = KappaWeights.None, double level = 0.95, IEnumerable<string>? categories = null)
    {
        int k = counts.GetLength(0);
        ImmutableArray<string> names = categories is null ? [.. Enumerable.Range(1, k).Select(i => $"{i}")] : [.. categories];
        Check(counts, level, names);
        KappaMoments moments = KappaMoments.Of(counts, weights);
        double z = moments.Kappa / moments.NullStandardError;
        double reach = Normal.UpperQuantile((1 - level) / 2) * moments.StandardError;
        return new CohenKappaResult
        {
            Kappa = moments.Kappa,
            Interval = new ConfidenceInterval(Math.Max(-1, moments.Kappa - reach), Math.Min(1, moments.Kappa + reach), level),
            StandardError = moments.StandardError,
            NullStandardError = moments.NullStandardError,
            Z = z,
            P = Normal.TwoSided(z),
            Agreement = moments.Observed,
            ChanceAgreement = moments.Expected,
            N = (int)moments.N,
            Weights = weights,
            Categories = names,
            Counts = [.. counts.Cast<int>()],
        };
    }

    private static void MarkUnlabelled<T>(T[] labels, string rater, bool[] incomplete, MissingValues missing)
    {
        for (int item = 0; item < labels.Length; item++)
        {
            if (labels[item] is null)
            {
                MissingRows.Mark(rater, item, "missing", incomplete, missing);
            }
        }
    }

    private static T[] InOrder<T>(IEnumerable<T> categories) =>
        typeof(T) == typeof(string)
            ? [.. categories.OrderBy(category => (string)(object)category!, StringComparer.Ordinal)]
            : [.. categories.Order()];

    private static ArgumentException ChanceAlone(int items, string category) =>
        new($"Both raters put all {items} items into '{category}': chance alone agrees always, and kappa is 0/0.");

    private static int IndexOf<T>(T category, T[] levels, int item)
    {
        int index = Array.IndexOf(levels, category);
        return index >= 0 ? index
            : throw new ArgumentException($"Item {item}: '{category}' is none of the categories {string.Join(", ", levels)}.", nameof(category));
    }

    private static void Check(int[,] counts, double level, ImmutableArray<string> names)
    {
        int k = counts.GetLength(0);
        if (k != counts.GetLength(1) || k < 2 || names.Length != k)
        {
            throw new ArgumentException(
                $"Kappa needs a square table of at least two categories, each with a name; found {k} x {counts.GetLength(1)} and {names.Length} names.", nameof(counts));
        }

        Levels.Checked(level);
        if (counts.Cast<int>().Any(count => count < 0) || counts.Cast<int>().All(count => count == 0))
        {
            throw new ArgumentException("Kappa needs counts that are not negative, and at least one judgement.", nameof(counts));
        }

        long all = counts.Cast<int>().Sum(count => (long)count);
        for (int i = 0; i < k; i++)
        {
            if (counts[i, i] == all)
            {
                throw ChanceAlone(counts[i, i], names[i]);
            }
        }
    }
}
