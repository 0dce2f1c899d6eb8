// Degrees of freedom of contrasts of the fixed effects: how precisely their variance is known.
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace SmileNotebooks;

/// <summary>
/// Satterthwaite's approximation for mixed models (Giesbrecht and Burns, 1985; for several degrees of freedom Fai and Cornelius, 1996):
/// the variance of an estimate, as a function of the covariance parameters, has the sampling variance that the criterion's curvature gives them.
/// </summary>
internal sealed class Satterthwaite
{
    // A parameter direction in which the criterion is flat, relative to the steepest, is not estimated and carries no variance.
    private const double FlatTolerance = 1e-8;

    private readonly MixedModelSolution _solution;
    private readonly double[,] _parameterCovariance;
    private readonly double[][,] _slopes;
    private readonly double _variance;

    private Satterthwaite(MixedModelSolution solution)
    {
        _solution = solution;
        ProfiledCriterion criterion = solution.Criterion;
        int count = solution.Theta.Length;
        _variance = criterion.ResidualVariance;
        double deviation = Math.Sqrt(_variance);
        double[,] curvature = new double[count + 1, count + 1];
        _slopes = new double[count + 1][,];
        for (int k = 0; k < count; k++)
        {
            Slope slope = SlopeBy(k);
            for (int i = 0; i < count; i++)
            {
                curvature[k, i] = slope.Gradient[i];
            }

            curvature[k, count] = curvature[count, k] = -2 * slope.ResidualSquares / (_variance * deviation);
            _slopes[k] = Scaled(slope.Covariance, _variance);
        }

        // At the minimum the residual sum of squares is its degrees of freedom times the variance.
        curvature[count, count] = 4 * criterion.Degrees / _variance;
        _slopes[count] = Scaled(solution.Covariance, 2 * deviation);
        _parameterCovariance = TwiceInverse(curvature);
    }

    private sealed record Slope(double[] Gradient, double ResidualSquares, double[,] Covariance);

    public static Satterthwaite Of(MixedModelSolution solution) => solution.AtSolution(_ => new Satterthwaite(solution));

    /// <summary>Degrees of freedom of a contrast, [fixed].</summary>
    public double Degrees(ReadOnlySpan<double> contrast)
    {
        double variance = _variance * Quadratic(_solution.Covariance, contrast);
        double[] gradient = new double[_slopes.Length];
        for (int k = 0; k < gradient.Length; k++)
        {
            gradient[k] = Quadratic(_slopes[k], contrast);
        }

        return 2 * variance * variance / Quadratic(_parameterCovariance, gradient);
    }

    /// <summary>Sum of products of a contrast with a symmetric matrix.</summary>
    public static double Quadratic(double[,] matrix, ReadOnlySpan<double> contrast)
    {
        double sum = 0;
        for (int i = 0; i < contrast.Length; i++)
        {
            for (int j = 0; j < contrast.Length; j++)
            {
                sum += contrast[i] * matrix[i, j] * contrast[j];
            }
        }

        return sum;
    }

    /// <summary>Central differences at two widths, extrapolated to none: an error of the fourth order.</summary>
    private Slope SlopeBy(int parameter)
    {
        double width = 1e-3 * Math.Max(.1, Math.Abs(_solution.Theta[parameter]));
        Slope wide = Difference(parameter, width);
        Slope narrow = Difference(parameter, width / 2);
        return Combined(narrow, 4.0 / 3, wide, -1.0 / 3);
    }

    private Slope Difference(int parameter, double width) =>
        Combined(At(parameter, width), 1 / (2 * width), At(parameter, -width), -1 / (2 * width));

    private Slope At(int parameter, double shift)
    {
        double[] theta = (double[])_solution.Theta.Clone();
        theta[parameter] += shift;
        double[] gradient = new double[theta.Length];
        _solution.Criterion.Value(theta);
        double squares = _solution.Criterion.Equations.ResidualSquares;
        double[,] covariance = _solution.FixedCovariance();
        _solution.Criterion.GradientAt(_variance, gradient);
        return new Slope(gradient, squares, covariance);
    }

    private static Slope Combined(Slope one, double oneShare, Slope other, double otherShare)
    {
        double[,] covariance = Scaled(one.Covariance, oneShare);
        for (int i = 0; i < covariance.GetLength(0); i++)
        {
            for (int j = 0; j < covariance.GetLength(1); j++)
            {
                covariance[i, j] += otherShare * other.Covariance[i, j];
            }
        }

        return new Slope(
            [.. one.Gradient.Zip(other.Gradient, (a, b) => (a * oneShare) + (b * otherShare))],
            (one.ResidualSquares * oneShare) + (other.ResidualSquares * otherShare),
            covariance);
    }

    private static double[,] Scaled(double[,] matrix, double factor)
    {
        double[,] scaled = (double[,])matrix.Clone();
        for (int i = 0; i < scaled.GetLength(0); i++)
        {
            for (int j = 0; j < scaled.GetLength(1); j++)
            {
                scaled[i, j] *= factor;
            }
        }

        return scaled;
    }

    /// <summary>Twice the inverse of the curvature of minus twice the log-likelihood; directions without curvature left out.</summary>
    private static double[,] TwiceInverse(double[,] curvature)
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(curvature);
        Evd<double> parts = ((matrix + matrix.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        double largest = parts.EigenValues.Max(value => value.Real);
        Matrix<double> covariance = Matrix<double>.Build.Dense(matrix.RowCount, matrix.RowCount);
        for (int i = 0; i < matrix.RowCount; i++)
        {
            if (parts.EigenValues[i].Real > FlatTolerance * largest)
            {
                Vector<double> vector = parts.EigenVectors.Column(i);
                covariance += vector.OuterProduct(vector) * (2 / parts.EigenValues[i].Real);
            }
        }

        return covariance.ToArray();
    }
}
