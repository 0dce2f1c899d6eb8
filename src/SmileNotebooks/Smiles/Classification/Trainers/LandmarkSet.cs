// Points that stand for a training set: centres of k-means, each of several people.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Landmarks among standardised features, and the squared distance of each row of the training set from each of them.</summary>
/// <param name="Count">How many landmarks.</param>
/// <param name="Coordinates">Standardised: feature by feature, each for all landmarks.</param>
/// <param name="Distances">Squared: row by row, each to all landmarks.</param>
internal sealed record LandmarkSet(int Count, double[] Coordinates, double[] Distances)
{
    // Lloyd's iteration has all but settled by then; landmarks need not be the best centres.
    private const int MostIterations = 25;

    // Fewer rows a landmark would give centres that are no means to speak of.
    private const int LeastRowsPerLandmark = 6;

    /// <param name="design">The constant and the standardised features.</param>
    /// <param name="people">The person of each row.</param>
    /// <param name="most">How many landmarks there may be.</param>
    /// <param name="leastPeople">How many people a landmark must be of; those of fewer are left out.</param>
    /// <param name="seed">For the first centres (k-means++; Arthur and Vassilvitskii, 2007).</param>
    public static LandmarkSet Of(LogisticDesign design, ReadOnlySpan<int> people, int most, int leastPeople, ulong seed)
    {
        int features = design.Count - 1;
        double[] rows = RowsOf(design);
        int count = Math.Clamp(design.Rows / LeastRowsPerLandmark, 1, most);
        double[] centres = FirstCentres(rows, features, count, seed);
        int[] nearest = Assign(rows, features, centres, count);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            Average(rows, features, nearest, centres, count);
            int[] next = Assign(rows, features, centres, count);
            if (next.AsSpan().SequenceEqual(nearest))
            {
                break;
            }

            nearest = next;
        }

        Average(rows, features, nearest, centres, count);
        int[] kept = WithPeople(nearest, people, count, leastPeople);
        (double[] coordinates, int left) = kept.Length > 0 ? (Kept(centres, features, count, kept), kept.Length) : (new double[features], 1);
        double[] distances = new double[design.Rows * left];
        double[] squares = Squares(coordinates, features, left);
        for (int row = 0; row < design.Rows; row++)
        {
            SquaredDistances(rows.AsSpan(row * features, features), coordinates, squares, distances.AsSpan(row * left, left));
        }

        return new LandmarkSet(left, coordinates, distances);
    }

    /// <summary>Squared distances of a point from all landmarks: |x|^2 + |c|^2 - 2 x'c, and never below 0.</summary>
    /// <param name="point">One value a feature.</param>
    /// <param name="coordinates">As <see cref="Coordinates"/>.</param>
    /// <param name="squares">|c|^2 of each landmark.</param>
    /// <param name="distances">Receives them.</param>
    public static void SquaredDistances(ReadOnlySpan<double> point, ReadOnlySpan<double> coordinates, ReadOnlySpan<double> squares, Span<double> distances)
    {
        int count = squares.Length;
        TensorPrimitives.Add(squares, point.IsEmpty ? 0 : TensorPrimitives.SumOfSquares(point), distances);
        for (int feature = 0; feature < point.Length; feature++)
        {
            TensorPrimitives.MultiplyAdd(coordinates.Slice(feature * count, count), -2 * point[feature], distances, distances);
        }

        TensorPrimitives.Max(distances, 0.0, distances);
    }

    /// <summary>|c|^2 of each landmark.</summary>
    public static double[] Squares(ReadOnlySpan<double> coordinates, int features, int count)
    {
        double[] squares = new double[count];
        for (int feature = 0; feature < features; feature++)
        {
            ReadOnlySpan<double> one = coordinates.Slice(feature * count, count);
            TensorPrimitives.MultiplyAdd(one, one, squares, squares);
        }

        return squares;
    }

    private static double[] RowsOf(LogisticDesign design)
    {
        int features = design.Count - 1;
        double[] rows = new double[design.Rows * features];
        for (int feature = 0; feature < features; feature++)
        {
            ReadOnlySpan<double> column = design.Column(feature + 1);
            for (int row = 0; row < column.Length; row++)
            {
                rows[(row * features) + feature] = column[row];
            }
        }

        return rows;
    }

    private static double[] FirstCentres(double[] rows, int features, int count, ulong seed)
    {
        int n = features == 0 ? 0 : rows.Length / features;
        double[] centres = new double[features * count];
        double[] least = new double[n];
        Array.Fill(least, double.PositiveInfinity);
        RandomStream random = new(seed, stream: 1);
        for (int centre = 0; centre < count && n > 0; centre++)
        {
            int chosen = centre == 0 ? random.NextInt(n) : Draw(least, ref random);
            ReadOnlySpan<double> point = rows.AsSpan(chosen * features, features);
            for (int feature = 0; feature < features; feature++)
            {
                centres[(feature * count) + centre] = point[feature];
            }

            for (int row = 0; row < n; row++)
            {
                double distance = TensorPrimitives.Distance(rows.AsSpan(row * features, features), point);
                least[row] = Math.Min(least[row], distance * distance);
            }
        }

        return centres;
    }

    private static int Draw(double[] weights, ref RandomStream random)
    {
        double left = random.NextDouble() * TensorPrimitives.Sum<double>(weights);
        for (int i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private static int[] Assign(double[] rows, int features, double[] centres, int count)
    {
        double[] squares = Squares(centres, features, count);
        double[] distances = new double[count];
        int[] nearest = new int[features == 0 ? 0 : rows.Length / features];
        for (int row = 0; row < nearest.Length; row++)
        {
            SquaredDistances(rows.AsSpan(row * features, features), centres, squares, distances);
            nearest[row] = TensorPrimitives.IndexOfMin<double>(distances);
        }

        return nearest;
    }

    // A centre without rows stays where it is, and is left out in the end.
    private static void Average(double[] rows, int features, int[] nearest, double[] centres, int count)
    {
        int[] sizes = new int[count];
        double[] sums = new double[features * count];
        for (int row = 0; row < nearest.Length; row++)
        {
            sizes[nearest[row]]++;
            for (int feature = 0; feature < features; feature++)
            {
                sums[(feature * count) + nearest[row]] += rows[(row * features) + feature];
            }
        }

        for (int at = 0; at < sums.Length; at++)
        {
            centres[at] = sizes[at % count] > 0 ? sums[at] / sizes[at % count] : centres[at];
        }
    }

    private static int[] WithPeople(int[] nearest, ReadOnlySpan<int> people, int count, int leastPeople)
    {
        HashSet<int>[] members = [.. Enumerable.Range(0, count).Select(_ => new HashSet<int>())];
        for (int row = 0; row < nearest.Length; row++)
        {
            members[nearest[row]].Add(people[row]);
        }

        return [.. Enumerable.Range(0, count).Where(centre => members[centre].Count >= leastPeople)];
    }

    private static double[] Kept(double[] centres, int features, int count, int[] kept)
    {
        double[] coordinates = new double[features * kept.Length];
        for (int at = 0; at < coordinates.Length; at++)
        {
            coordinates[at] = centres[(at / kept.Length * count) + kept[at % kept.Length]];
        }

        return coordinates;
    }
}
