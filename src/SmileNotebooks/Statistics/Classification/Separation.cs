// Outcomes that a linear combination of the predictors tells apart: the likelihood then has no maximum (Albert and Anderson, 1984).
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Kinds of separation (Albert and Anderson, 1984).</summary>
public enum SeparationKind
{
    /// <summary>A combination of predictors has every event strictly on one side and every other row on the other.</summary>
    Complete,

    /// <summary>A combination has no row on the wrong side, some rows on the boundary and some not.</summary>
    QuasiComplete,
}

/// <summary>A separation that was found: proven by a direction in which the likelihood rises without end.</summary>
/// <param name="Kind">Complete or quasi-complete.</param>
/// <param name="Columns">The columns with weight in that direction: their coefficients run off to infinity.</param>
/// <param name="RowsSeparated">How many rows are strictly on their side.</param>
/// <param name="Rows">How many rows there are.</param>
public sealed record Separation(SeparationKind Kind, ImmutableArray<string> Columns, int RowsSeparated, int Rows)
{
    // Of the largest margin. A Newton step approaches the direction by a factor of e a step; after a few steps more than this is no boundary.
    private const double NearBoundary = 1e-3;
    private const double OnBoundary = 1e-9;

    /// <summary>As in <c>quasi-complete separation by treatment (41 of 60 rows)</c>.</summary>
    public override string ToString() =>
        $"{(Kind == SeparationKind.Complete ? "complete" : "quasi-complete")} separation by {string.Join(", ", Columns)} ({RowsSeparated} of {Rows} rows)";

    internal static void ThrowIfFound(LogisticDesign design, double[]? direction)
    {
        if (direction is not null && Find(design, direction) is { } separation)
        {
            throw new SeparationException(separation);
        }
    }

    /// <summary>The separation that a direction of standardised coefficients leads to, or null where it proves none.</summary>
    internal static Separation? Find(LogisticDesign design, double[] direction)
    {
        double[] margins = Margins(design, direction);
        double largest = TensorPrimitives.Max<double>(margins);
        double least = TensorPrimitives.Min<double>(margins);
        if (!(largest > 0) || least < -NearBoundary * largest)
        {
            return null;
        }

        if (least > 0)
        {
            return Proven(SeparationKind.Complete, design, direction, margins.Length);
        }

        // Exactly onto the boundary: the part of the direction that leaves the rows near it where they are.
        int[] boundary = [.. Enumerable.Range(0, margins.Length).Where(row => margins[row] <= NearBoundary * largest)];
        double[] along = BoundaryProjection.Of(design, boundary, direction);
        margins = Margins(design, along);
        largest = TensorPrimitives.Max<double>(margins);
        return largest > 0 && TensorPrimitives.Min<double>(margins) >= -OnBoundary * largest
            ? Proven(SeparationKind.QuasiComplete, design, along, margins.Count(margin => margin > OnBoundary * largest))
            : null;
    }

    private static Separation Proven(SeparationKind kind, LogisticDesign design, double[] direction, int separated)
    {
        double largest = direction.Skip(design.HasConstant ? 1 : 0).Select(Math.Abs).DefaultIfEmpty(0).Max();
        ImmutableArray<string> columns =
            [.. design.Names.Where((_, j) => Math.Abs(direction[j]) > 1e-6 * largest && (j > 0 || !design.HasConstant || design.Count == 1))];
        return new Separation(kind, columns, separated, design.Rows);
    }

    private static double[] Margins(LogisticDesign design, double[] direction)
    {
        double[] margins = new double[design.Rows];
        for (int j = 0; j < direction.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(design.Column(j), direction[j], margins, margins);
        }

        TensorPrimitives.Multiply(margins, design.Signs, margins);
        return margins;
    }
}
