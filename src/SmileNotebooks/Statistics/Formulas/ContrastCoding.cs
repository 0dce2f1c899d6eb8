// How the levels of a factor become columns. Contrasts: Chambers and Hastie (1992), Statistical Models in S, section 2.3.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How a factor of k levels becomes k - 1 columns of a model matrix.</summary>
public sealed class ContrastCoding
{
    private readonly Func<int, double[,]> _matrix;
    private readonly Func<ImmutableArray<string>, int, string> _suffix;

    private ContrastCoding(string name, Func<int, double[,]> matrix, Func<ImmutableArray<string>, int, string> suffix)
    {
        Name = name;
        _matrix = matrix;
        _suffix = suffix;
    }

    /// <summary>Each level against the first (R's contr.treatment). The default.</summary>
    public static ContrastCoding Treatment { get; } = TreatmentAgainst(0);

    /// <summary>Each level but the last against the mean of the levels (contr.sum), -1 for the last: what type III tests need.</summary>
    public static ContrastCoding Sum { get; } = new("sum", SumMatrix, (_, column) => $"{column + 1}");

    /// <summary>Each level from the second against the mean of those before it, times the number of those (contr.helmert).</summary>
    public static ContrastCoding Helmert { get; } = new("helmert", HelmertMatrix, (_, column) => $"{column + 1}");

    /// <summary>Orthonormal polynomials for equally spaced levels (contr.poly): linear, quadratic, cubic, ...</summary>
    public static ContrastCoding Polynomial { get; } = new(
        "polynomial",
        levels => OrthogonalPolynomials.Normalised([.. Enumerable.Range(1, levels).Select(level => (double)level)]),
        (_, column) => column switch { 0 => ".L", 1 => ".Q", 2 => ".C", _ => $"^{column + 1}" });

    /// <summary>The name of the coding.</summary>
    public string Name { get; }

    /// <summary>Each level against one of them.</summary>
    /// <param name="reference">The index of that level, counted from 0.</param>
    public static ContrastCoding TreatmentAgainst(int reference)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reference);
        return new ContrastCoding(
            reference == 0 ? "treatment" : $"treatment against level {reference + 1}",
            levels => TreatmentMatrix(levels, reference),
            (levels, column) => levels[column + (column >= reference ? 1 : 0)]);
    }

    /// <summary>A coding of your own.</summary>
    /// <param name="matrix">[levels, levels - 1]: for each level its value in each column. Its columns and the constant must be linearly independent.</param>
    /// <param name="names">What each column adds to the factor's name; default: 1, 2, ...</param>
    /// <exception cref="ArgumentException">The matrix is not one column short of square, or not finite; or there are not as many names as columns.</exception>
    public static ContrastCoding Custom(double[,] matrix, IReadOnlyList<string>? names = null)
    {
        int levels = matrix.GetLength(0);
        if (matrix.GetLength(1) != levels - 1)
        {
            throw new ArgumentException($"Contrasts of {levels} levels need {levels - 1} columns; found {matrix.GetLength(1)}.", nameof(matrix));
        }

        if (matrix.Cast<double>().Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("A contrast is not finite.", nameof(matrix));
        }

        if (names is not null && names.Count != levels - 1)
        {
            throw new ArgumentException($"Contrasts of {levels} levels need {levels - 1} names; found {names.Count}.", nameof(names));
        }

        double[,] copy = (double[,])matrix.Clone();
        return new ContrastCoding(
            "custom",
            count => count == levels ? copy : throw new ArgumentException($"The contrasts are for {levels} levels; the factor has {count}."),
            (_, column) => names?[column] ?? $"{column + 1}");
    }

    /// <summary>The contrasts: [levels, levels - 1].</summary>
    /// <param name="levels">At least 2.</param>
    /// <exception cref="ArgumentException">Fewer than two levels: there is nothing to contrast.</exception>
    public double[,] Matrix(int levels) => levels >= 2 ? _matrix(levels) : throw new ArgumentException($"Contrasts need at least 2 levels; found {levels}.", nameof(levels));

    /// <summary>What a column's name is made of beside the factor's: a level, a number, .L ...</summary>
    /// <param name="levels">The factor's levels.</param>
    /// <param name="column">Counted from 0.</param>
    public string ColumnSuffix(ImmutableArray<string> levels, int column) => _suffix(levels, column);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static double[,] TreatmentMatrix(int levels, int reference)
    {
        if (reference >= levels)
        {
            throw new ArgumentException($"There is no level {reference + 1}: the factor has {levels}.", nameof(reference));
        }

        double[,] matrix = new double[levels, levels - 1];
        for (int column = 0; column < levels - 1; column++)
        {
            matrix[column + (column >= reference ? 1 : 0), column] = 1;
        }

        return matrix;
    }

    private static double[,] SumMatrix(int levels)
    {
        double[,] matrix = new double[levels, levels - 1];
        for (int column = 0; column < levels - 1; column++)
        {
            matrix[column, column] = 1;
            matrix[levels - 1, column] = -1;
        }

        return matrix;
    }

    private static double[,] HelmertMatrix(int levels)
    {
        double[,] matrix = new double[levels, levels - 1];
        for (int column = 0; column < levels - 1; column++)
        {
            for (int level = 0; level <= column; level++)
            {
                matrix[level, column] = -1;
            }

            matrix[column + 1, column] = column + 1;
        }

        return matrix;
    }
}
