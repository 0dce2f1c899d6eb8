// What to tell about a column of a model matrix that the columns before it combine to.
namespace SmileNotebooks;

internal static class Collinearity
{
    // A column whose part in the combination is shorter than this share of the result is there by rounding.
    private const double LeastShare = 1e-8;

    /// <summary>The error that names the column, the columns that combine to it, and what to do.</summary>
    /// <param name="names">The columns' names.</param>
    /// <param name="dependent">Which column the others combine to.</param>
    /// <param name="triangle">R of X = QR up to that column: its projections on the columns before it are in its column. In any unit a column.</param>
    public static ArgumentException Error(IReadOnlyList<string> names, int dependent, double[,] triangle)
    {
        string[] parts = [.. Parts(dependent, triangle).Select(column => names[column])];
        string whole = parts.Length == 0 ? "is zero in every row"
            : parts.Length == 1 ? $"is a multiple of {parts[0]}"
            : $"is a linear combination of {string.Join(", ", parts[..^1])} and {parts[^1]}";
        return new ArgumentException(
            $"Column '{names[dependent]}' {whole}: its coefficient is not determined. "
            + (parts.Length == 0 ? "Leave its term out" : "Leave one of these terms out")
            + (names[dependent].Contains(':', StringComparison.Ordinal) ? ", or give every combination of the factors' levels a row." : "."));
    }

    private static IEnumerable<int> Parts(int dependent, double[,] triangle)
    {
        double[] lengths = [.. Enumerable.Range(0, dependent + 1).Select(column => Length(triangle, column, Math.Min(column + 1, dependent)))];
        double[] weights = new double[dependent];
        for (int i = dependent - 1; i >= 0; i--)
        {
            // Columns of unit length, so that units of the data do not count.
            double rest = lengths[dependent] == 0 ? 0 : triangle[i, dependent] / lengths[dependent];
            for (int j = i + 1; j < dependent; j++)
            {
                rest -= triangle[i, j] / lengths[j] * weights[j];
            }

            weights[i] = rest / (triangle[i, i] / lengths[i]);
        }

        return Enumerable.Range(0, dependent).Where(column => Math.Abs(weights[column]) > LeastShare);
    }

    private static double Length(double[,] triangle, int column, int count)
    {
        double largest = Enumerable.Range(0, count).Select(row => Math.Abs(triangle[row, column])).DefaultIfEmpty().Max();
        return largest == 0 ? 0 : largest * Math.Sqrt(Enumerable.Range(0, count).Sum(row => Math.Pow(triangle[row, column] / largest, 2)));
    }
}
