// What each feature adds to the log odds of a row, against a reference row.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Shapley values of a function of rows: the value of a set of features is the function at the row with all others as in the reference.</summary>
/// <param name="run">The function, of many rows at once: values row by row to one number a row.</param>
/// <param name="reference">The reference row.</param>
internal sealed class ShapleyValues(Func<double[], double[]> run, double[] reference)
{
    // Rows of one call: a few megabytes.
    private const int MostRows = 4096;

    /// <summary>Each feature by itself, for functions that are sums of one term for each.</summary>
    public double[] Additive(double[] row)
    {
        int features = row.Length;
        double[] values = Run(features + 1, row, (set, feature) => feature == set);
        return [.. Enumerable.Range(0, features).Select(feature => values[feature] - values[features])];
    }

    /// <summary>Over all subsets.</summary>
    public double[] AllSubsets(double[] row)
    {
        int features = row.Length;
        double[] values = Run(1 << features, row, (set, feature) => (set >> feature & 1) != 0);

        // |S|! (n - |S| - 1)! / n! for each size of S.
        double[] weights = new double[features];
        weights[0] = 1.0 / features;
        for (int size = 1; size < features; size++)
        {
            weights[size] = weights[size - 1] * size / (features - size);
        }

        double[] found = new double[features];
        for (int set = 0; set < values.Length; set++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                if ((set >> feature & 1) == 0)
                {
                    found[feature] += weights[BitOperations.PopCount((uint)set)] * (values[set | (1 << feature)] - values[set]);
                }
            }
        }

        return found;
    }

    /// <summary>Over random orders, each also backwards.</summary>
    /// <param name="row">The row.</param>
    /// <param name="orders">How many, each counted once.</param>
    /// <param name="seed">Of the orders.</param>
    public double[] SampledOrders(double[] row, int orders, ulong seed)
    {
        int features = row.Length;
        int[][] all = new int[2 * orders][];
        for (int order = 0; order < orders; order++)
        {
            int[] one = [.. Enumerable.Range(0, features)];
            new RandomStream(seed, (ulong)order).Shuffle<int>(one);
            all[2 * order] = one;
            all[(2 * order) + 1] = [.. one.Reverse()];
        }

        // Where in an order each feature stands: a set is the first so many of an order.
        int[][] places = Array.ConvertAll(all, order => Enumerable.Range(0, features).OrderBy(place => order[place]).ToArray());
        double[] values = Run(all.Length * (features + 1), row, (set, feature) => places[set / (features + 1)][feature] < set % (features + 1));
        double[] found = new double[features];
        for (int order = 0; order < all.Length; order++)
        {
            for (int place = 0; place < features; place++)
            {
                int first = (order * (features + 1)) + place;
                found[all[order][place]] += (values[first + 1] - values[first]) / all.Length;
            }
        }

        return found;
    }

    private double[] Run(int count, double[] taken, Func<int, int, bool> isTaken)
    {
        int features = reference.Length;
        double[] values = new double[count];
        for (int start = 0; start < count; start += MostRows)
        {
            int rows = Math.Min(MostRows, count - start);
            double[] batch = new double[rows * features];
            for (int row = 0; row < rows; row++)
            {
                for (int feature = 0; feature < features; feature++)
                {
                    batch[(row * features) + feature] = isTaken(start + row, feature) ? taken[feature] : reference[feature];
                }
            }

            run(batch).CopyTo(values, start);
        }

        return values;
    }
}
