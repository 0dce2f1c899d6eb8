// How alike ratings of the same targets are: the six intraclass correlations of Shrout and Fleiss.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Intraclass correlations of Shrout and Fleiss (1979) from the mean squares of targets by raters, with F tests and intervals.
/// Assumes normal target and error effects with equal variances.</summary>
/// <remarks>Raters who agree perfectly: 1, with interval [1, 1]. Ratings in which nothing but the rater makes a difference: ICC(2) is 0 without an interval, ICC(3) is
/// 0/0, NaN.</remarks>
public static class IntraclassCorrelation
{
    /// <summary>All six forms.</summary>
    /// <param name="ratings">[targets, raters], any unit; at least 2 x 2.</param>
    /// <param name="options">Default: 95 % intervals, an error at NaN.</param>
    /// <exception cref="ArgumentException">Fewer than two targets or raters, a value that is not finite (unless its target is to be dropped),
    /// ratings that are all equal.</exception>
    public static IntraclassCorrelationResult Of(double[,] ratings, IntraclassOptions? options = null)
    {
        options ??= new IntraclassOptions();
        Levels.Checked(options.Level);
        int raters = ratings.GetLength(1);
        int targets = ratings.GetLength(0);
        double[][] columns = [.. Enumerable.Range(0, raters).Select(rater => Enumerable.Range(0, targets).Select(target => ratings[target, rater]).ToArray())];
        if (raters < 2 || targets < 2)
        {
            throw new ArgumentException($"Intraclass correlations need at least two targets and two raters; found {targets} and {raters}.", nameof(ratings));
        }

        CompleteRows complete = CompleteRows.Of(columns, [.. Enumerable.Range(0, raters).Select(rater => $"rater {rater}")], options.Missing);
        return complete.Columns[0].Length >= 2
            ? Of(complete.Columns, options.Level, complete.Dropped)
            : throw new ArgumentException($"Only {complete.Columns[0].Length} complete targets are left of {targets}; at least two are needed.", nameof(ratings));
    }

    /// <summary>All six forms, from one record a rating.</summary>
    /// <param name="rows">One record a rating.</param>
    /// <param name="target">Who or what was rated.</param>
    /// <param name="rater">By whom.</param>
    /// <param name="value">The rating.</param>
    /// <param name="options">Default: 95 % intervals, an error at NaN.</param>
    /// <exception cref="ArgumentException">A rater rated a target twice, or not at all (unless such targets are to be dropped).</exception>
    public static IntraclassCorrelationResult Of<T>(
        IEnumerable<T> rows, Func<T, string> target, Func<T, string> rater, Func<T, double> value, IntraclassOptions? options = null)
    {
        Dictionary<(string Target, string Rater), double> cells = [];
        foreach (T row in rows)
        {
            if (!cells.TryAdd((target(row), rater(row)), value(row)))
            {
                throw new ArgumentException($"Rater '{rater(row)}' rated '{target(row)}' more than once; expected one rating a target.", nameof(rows));
            }
        }

        string[] targets = [.. cells.Keys.Select(cell => cell.Target).Distinct().Order(StringComparer.Ordinal)];
        string[] raters = [.. cells.Keys.Select(cell => cell.Rater).Distinct().Order(StringComparer.Ordinal)];
        double[,] ratings = new double[targets.Length, raters.Length];
        List<string> absent = [];
        for (int i = 0; i < targets.Length; i++)
        {
            for (int j = 0; j < raters.Length; j++)
            {
                bool found = cells.TryGetValue((targets[i], raters[j]), out double rating);
                ratings[i, j] = found ? rating : double.NaN;
                absent.AddRange(found ? [] : [$"{targets[i]} by {raters[j]}"]);
            }
        }

        return absent.Count == 0 || (options ?? new IntraclassOptions()).Missing != MissingValues.Fail
            ? Of(ratings, options)
            : throw new ArgumentException($"{absent.Count} ratings are absent: {string.Join(", ", absent.Take(20))}.", nameof(rows));
    }

    private static IntraclassCorrelationResult Of(double[][] raters, double level, DroppedRows dropped)
    {
        RatingMeanSquares squares = RatingMeanSquares.Of(raters);
        return new IntraclassCorrelationResult
        {
            Forms = IntraclassEstimates.Of(squares, level),
            Targets = squares.Targets,
            Raters = squares.Raters,
            Ratings = [.. Enumerable.Range(0, squares.Targets).SelectMany(target => raters.Select(rater => rater[target]))],
            Dropped = dropped,
        };
    }
}
