// Within-subject confidence intervals of condition means.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Within-subject intervals (Cousineau, 2005): each participant's mean is taken out and the grand mean put back, then each condition has its t interval with
/// n - 1 degrees of freedom, its standard error times sqrt(C / (C - 1)) for C conditions (Morey, 2008).</summary>
/// <remarks>They show whether conditions differ, not where a condition's mean lies: for that there is the between-subject interval beside them.</remarks>
public static class WithinSubject
{
    /// <summary>Describes a matrix of repeated measures.</summary>
    /// <param name="values">[participants, conditions], any unit; at least two of both.</param>
    /// <param name="conditions">What the conditions are called; default: their numbers from 1.</param>
    /// <param name="options">Default: 95 % intervals, an error at NaN. Both ways of dropping leave the participant out.</param>
    /// <exception cref="ArgumentException">Fewer than two participants or conditions, or a value that is not finite.</exception>
    public static WithinSubjectResult Of(double[,] values, IReadOnlyList<string>? conditions = null, DescriptiveOptions? options = null) =>
        Of(values, conditions, [.. Enumerable.Range(1, values.GetLength(0)).Select(number => $"{number}")], options ?? new DescriptiveOptions());

    /// <summary>Describes repeated measures in records. Several records of a participant in a condition are averaged.</summary>
    /// <param name="rows">One record a measurement.</param>
    /// <param name="value">The measurement.</param>
    /// <param name="participant">Who was measured.</param>
    /// <param name="condition">In which condition. Conditions are taken in the order in which they first occur.</param>
    /// <param name="options">Default: 95 % intervals; an error where a participant lacks a condition or a value is not finite.</param>
    /// <exception cref="ArgumentException">A missing cell: all are listed.</exception>
    public static WithinSubjectResult Of<T>(
        IEnumerable<T> rows, Func<T, double> value, Func<T, string> participant, Func<T, string> condition, DescriptiveOptions? options = null)
    {
        options ??= new DescriptiveOptions();
        T[] all = [.. rows];
        string[] participants = [.. all.Select(participant).Distinct().Order(StringComparer.Ordinal)];
        string[] conditions = [.. all.Select(condition).Distinct()];
        ILookup<(string, string), double> cells = all.ToLookup(row => (participant(row), condition(row)), value);
        double[,] values = new double[participants.Length, conditions.Length];
        List<string> missing = [];
        for (int i = 0; i < participants.Length; i++)
        {
            for (int j = 0; j < conditions.Length; j++)
            {
                values[i, j] = cells[(participants[i], conditions[j])].DefaultIfEmpty(double.NaN).Average();
                if (!double.IsFinite(values[i, j]))
                {
                    missing.Add($"{participants[i]} in {conditions[j]}");
                }
            }
        }

        return missing.Count > 0 && options.Missing == MissingValues.Fail
            ? throw new ArgumentException(
                $"{missing.Count} cells have no finite value: {string.Join("; ", missing.Take(20))}{(missing.Count > 20 ? "; ..." : "")}. "
                + "Drop these participants by MissingValues.DropParticipants, or mend the data.", nameof(rows))
            : Of(values, conditions, participants, options);
    }

    private static WithinSubjectResult Of(double[,] values, IReadOnlyList<string>? names, string[] participants, DescriptiveOptions options)
    {
        Levels.Checked(options.Level);
        int count = values.GetLength(1);
        string[] conditions = [.. names ?? Enumerable.Range(1, count).Select(number => $"{number}")];
        if (conditions.Length != count)
        {
            throw new ArgumentException($"{count} conditions have {conditions.Length} names, expected as many.", nameof(names));
        }

        double[][] columns = [.. Enumerable.Range(0, count).Select(j => Enumerable.Range(0, participants.Length).Select(i => values[i, j]).ToArray())];
        if (count < 2)
        {
            throw new ArgumentException($"Within-subject intervals need at least two conditions; found {count}.", nameof(values));
        }

        CompleteRows complete = CompleteRows.Of(columns, conditions, options.Missing);
        int n = complete.Columns[0].Length;
        if (n < 2)
        {
            throw new ArgumentException($"Within-subject intervals need at least two participants; found {n}.", nameof(values));
        }

        HashSet<int> dropped = [.. complete.Dropped.Rows];
        return new WithinSubjectResult
        {
            Conditions = Describe(complete.Columns, conditions, options.Level),
            Participants = [.. participants.Where((_, row) => !dropped.Contains(row))],
            Values = [.. complete.Columns.Select(column => ImmutableArray.Create(column))],
            Dropped = complete.Dropped with { Participants = [.. complete.Dropped.Rows.Select(row => participants[row])] },
        };
    }

    private static ImmutableArray<WithinSubjectCondition> Describe(double[][] columns, string[] names, double level)
    {
        int count = columns.Length;
        int n = columns[0].Length;
        double[] row = new double[count];
        double[] participantMeans = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < count; j++)
            {
                row[j] = columns[j][i];
            }

            participantMeans[i] = Moments.Of(row).Mean;
        }

        double factor = Math.Sqrt(count / (count - 1.0));
        return [.. columns.Select((column, j) =>
        {
            // The grand mean shifts a condition's values and not their spread: it need not be put back.
            Moments within = Moments.Of([.. column.Select((value, i) => value - participantMeans[i])]);
            Moments plain = Moments.Of(column);
            return new WithinSubjectCondition(
                names[j],
                plain.Mean,
                MeanIntervals.Of(plain.Mean, factor * within.StandardError, n - 1, level),
                MeanIntervals.Of(plain.Mean, plain.StandardError, n - 1, level));
        })];
    }
}
