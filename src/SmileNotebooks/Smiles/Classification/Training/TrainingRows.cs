// The rows of a table that a trainer can learn from.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Complete, labelled rows with a number for each person.</summary>
internal sealed record TrainingRows
{
    public required TrainingSet Set { get; init; }

    /// <summary>The row of the table that each row is.</summary>
    public required ImmutableArray<int> Rows { get; init; }

    /// <summary>The persons by their numbers.</summary>
    public required ImmutableArray<string> People { get; init; }

    public required TrainingExclusions LeftOut { get; init; }

    /// <exception cref="TableException">No label, no person where one is required, nothing left, or one class alone.</exception>
    public static TrainingRows Of(FeatureTable table, SmileTrainingOptions options)
    {
        if (table.Rows.All(row => row.Label is null))
        {
            throw new TableException(table.Source, null, "no labelled smile", "rows with a label to learn from");
        }

        if (options.People == PersonPolicy.Required && table.Rows.Any(row => row.Person is null))
        {
            int first = table.Rows.IndexOf(table.Rows.First(row => row.Person is null));
            throw new TableException(
                table.Source, $"row {first + 1}", "no person", "who smiled, so that nobody is on both sides of a test; without any, say so (PersonPolicy.EachClipItsOwn, --no-person)");
        }

        int[] labelled = [.. Enumerable.Range(0, table.Rows.Length).Where(row => table.Rows[row].Label is not null)];
        (int[] features, ImmutableArray<(string, string)> dropped) = Usable(table, labelled, options.MostMissing);
        if (features.Length == 0)
        {
            throw new TableException(table.Source, null, $"no feature that can be used ({string.Join("; ", dropped.Select(pair => $"{pair.Item1}: {pair.Item2}"))})", "at least one");
        }

        int[] complete = [.. labelled.Where(row => features.All(feature => double.IsFinite(table.Rows[row].Values[feature])))];
        return Made(table, features, complete, new TrainingExclusions(
            dropped, [.. Enumerable.Range(0, table.Rows.Length).Except(labelled)], [.. labelled.Except(complete)]));
    }

    /// <summary>Who smiled; where nobody says so, the clip, or the row itself.</summary>
    internal static string PersonOf(FeatureTable table, int row) =>
        table.Rows[row].Person is { } person ? person
        : table.Rows[row].Clip is { } clip ? $"clip {clip}"
        : FormattableString.Invariant($"row {row + 1}");

    private static TrainingRows Made(FeatureTable table, int[] features, int[] rows, TrainingExclusions left)
    {
        bool[] labels = [.. rows.Select(row => table.Rows[row].Label!.Value)];
        int named = labels.Count(label => label);
        if (named == 0 || named == labels.Length)
        {
            throw new TableException(
                table.Source, null, $"{named} of {labels.Length} complete rows with the label {table.LabelName ?? "true"}{(left.ToString() is { Length: > 0 } why ? $" (left out: {why})" : "")}",
                "smiles of both classes");
        }

        // Numbered in the order of their names, so that the order of rows does not decide who is in which fold.
        string[] names = [.. rows.Select(row => PersonOf(table, row)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        double[,] values = new double[rows.Length, features.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < features.Length; column++)
            {
                values[row, column] = table.Rows[rows[row]].Values[features[column]];
            }
        }

        return new TrainingRows
        {
            Set = new TrainingSet([.. features.Select(feature => table.Features[feature])], values, labels, [.. rows.Select(row => numbers[PersonOf(table, row)])]),
            Rows = [.. rows],
            People = [.. names],
            LeftOut = left,
        };
    }

    // By the share of missing values and by spread alone: neither looks at the labels, so neither can leak.
    private static (int[] Features, ImmutableArray<(string, string)> Dropped) Usable(FeatureTable table, int[] labelled, double mostMissing)
    {
        List<int> kept = [];
        ImmutableArray<(string, string)>.Builder dropped = ImmutableArray.CreateBuilder<(string, string)>();
        for (int feature = 0; feature < table.Features.Length; feature++)
        {
            double[] values = [.. labelled.Select(row => table.Rows[row].Values[feature]).Where(double.IsFinite)];
            double missing = 1 - ((double)values.Length / labelled.Length);
            if (missing > mostMissing)
            {
                dropped.Add((table.Features[feature], FormattableString.Invariant($"missing in {100 * missing:0} % of rows")));
            }
            else if (values.Length == 0 || values.All(value => value == values[0]))
            {
                dropped.Add((table.Features[feature], "the same in all rows"));
            }
            else
            {
                kept.Add(feature);
            }
        }

        return ([.. kept], dropped.ToImmutable());
    }
}
