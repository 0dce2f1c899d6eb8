// One of the many ways to write the same covariance: a non-negative diagonal, and exact zeros where the fit is singular.
namespace SmileNotebooks;

internal static class CovarianceParameters
{
    /// <summary>A standard deviation, on scaled columns and relative to the residuals', below which a fit is singular; as in lme4's isSingular.</summary>
    public const double SingularTolerance = 1e-4;

    // What the criterion may lose when a parameter is put on its bound: far less than any test or table shows.
    private const double NegligibleLoss = 1e-7;

    /// <summary>The equivalent parameters with non-negative diagonals, and with zeros for what is zero within rounding.</summary>
    public static double[] Canonical(ProfiledCriterion criterion, double[] theta, double value)
    {
        double[] exact = Rebuilt(criterion, theta, 0);
        double[] bounded = Rebuilt(criterion, theta, SingularTolerance);
        return !bounded.AsSpan().SequenceEqual(exact) && criterion.Value(bounded) <= value + NegligibleLoss ? bounded : exact;
    }

    /// <summary>The parameters of a minimum with each diagonal element that is zero set to a tenth of the residuals' deviation; null where none is.</summary>
    public static double[]? BesideZeros(ProfiledCriterion criterion, Minimum minimum)
    {
        double[] beside = Canonical(criterion, minimum.Point, minimum.Value);
        if (!IsSingular(criterion, beside))
        {
            return null;
        }

        double[] start = criterion.Start();
        for (int i = 0; i < beside.Length; i++)
        {
            beside[i] = start[i] == 1 && beside[i] < SingularTolerance ? .1 : beside[i];
        }

        return beside;
    }

    /// <summary>Whether a diagonal element of a canonical factor is zero: a variance is zero, or effects are perfectly correlated.</summary>
    public static bool IsSingular(ProfiledCriterion criterion, double[] theta)
    {
        GroupingBlock[] blocks = criterion.Equations.Products.Blocks;
        for (int block = 0; block < blocks.Length; block++)
        {
            for (int i = 0; i < blocks[block].Pattern.Length; i++)
            {
                (int row, int column) = blocks[block].Pattern[i];
                if (row == column && theta[criterion.OffsetOf(block) + i] < SingularTolerance)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The Cholesky factor of the covariance that the parameters stand for; pivots up to the tolerance are zero, and so is their column.</summary>
    private static double[] Rebuilt(ProfiledCriterion criterion, double[] theta, double tolerance)
    {
        double[] rebuilt = (double[])theta.Clone();
        double[][] factors = criterion.Factors(theta);
        for (int block = 0; block < factors.Length; block++)
        {
            GroupingBlock shape = criterion.Equations.Products.Blocks[block];
            double[] factor = Cholesky(Squared(factors[block], shape.Width), shape.Width, tolerance);
            for (int i = 0; i < shape.Pattern.Length; i++)
            {
                rebuilt[criterion.OffsetOf(block) + i] = factor[shape.Pattern[i].Row + (shape.Pattern[i].Column * shape.Width)];
            }
        }

        return rebuilt;
    }

    /// <summary>F F', column-major.</summary>
    public static double[] Squared(double[] factor, int width)
    {
        double[] square = new double[width * width];
        for (int column = 0; column < width; column++)
        {
            for (int row = 0; row < width; row++)
            {
                for (int k = 0; k < width; k++)
                {
                    square[row + (column * width)] += factor[row + (k * width)] * factor[column + (k * width)];
                }
            }
        }

        return square;
    }

    private static double[] Cholesky(double[] matrix, int width, double tolerance)
    {
        double[] factor = new double[width * width];
        for (int column = 0; column < width; column++)
        {
            double pivot = Math.Sqrt(Math.Max(0, Remainder(matrix, factor, width, column, column)));

            // A pivot is known to the square root of the precision only: below that it is zero.
            if (pivot <= tolerance || pivot <= 3e-8 * Math.Sqrt(matrix[column * (width + 1)]))
            {
                continue;
            }

            for (int row = column; row < width; row++)
            {
                factor[row + (column * width)] = row == column ? pivot : Remainder(matrix, factor, width, row, column) / pivot;
            }
        }

        return factor;
    }

    private static double Remainder(double[] matrix, double[] factor, int width, int row, int column)
    {
        double rest = matrix[row + (column * width)];
        for (int k = 0; k < column; k++)
        {
            rest -= factor[row + (k * width)] * factor[column + (k * width)];
        }

        return rest;
    }
}
