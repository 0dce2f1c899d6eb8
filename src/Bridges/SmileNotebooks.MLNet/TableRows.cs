using System.Collections.Immutable;

namespace SmileNotebooks.MLNet;

/// <summary>The rows of a table in a model's order of features.</summary>
internal static class TableRows
{
    /// <exception cref="TableException">Features are missing: all such are named.</exception>
    public static IEnumerable<double[]> Of(FeatureTable table, ImmutableArray<string> features)
    {
        int[] places = Places(table, features);
        return table.Rows.Select(row => Array.ConvertAll(places, place => row.Values[place]));
    }

    /// <summary>The rows that have a label and all values, as a training set. Nobody learns from it: people are not told apart.</summary>
    /// <exception cref="TableException">Features are missing, or a class.</exception>
    public static TrainingSet Labelled(FeatureTable table, ImmutableArray<string> features)
    {
        int[] places = Places(table, features);
        FeatureRow[] rows = [.. table.Rows.Where(row => row.Label is not null && places.All(place => double.IsFinite(row.Values[place])))];
        int named = rows.Count(row => row.Label == true);
        if (named == 0 || named == rows.Length)
        {
            throw new TableException(table.Source, null, $"{named} of {rows.Length} complete rows of the named class", "smiles of both classes");
        }

        double[,] values = new double[rows.Length, places.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int feature = 0; feature < places.Length; feature++)
            {
                values[row, feature] = rows[row].Values[places[feature]];
            }
        }

        return new TrainingSet(features, values, [.. rows.Select(row => row.Label == true)], new int[rows.Length]);
    }

    private static int[] Places(FeatureTable table, ImmutableArray<string> features)
    {
        string[] missing = [.. features.Where(feature => !table.Features.Contains(feature))];
        return missing.Length == 0
            ? [.. features.Select(feature => table.Features.IndexOf(feature))]
            : throw new TableException(table.Source, null, $"no {string.Join(", ", missing)}", "all features of the model");
    }
}
