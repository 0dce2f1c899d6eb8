// Wald tests of contrasts of the fixed effects.
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace SmileNotebooks;

internal sealed class FixedTests(MixedModelSolution solution, Satterthwaite degrees, double level)
{
    /// <summary>The t test of one contrast, [fixed], against a value.</summary>
    public FixedEffect Contrast(string name, ReadOnlySpan<double> contrast, double against = 0)
    {
        double estimate = -against;
        for (int i = 0; i < contrast.Length; i++)
        {
            estimate += contrast[i] * solution.Coefficients[i];
        }

        double error = solution.ResidualDeviation * Math.Sqrt(Satterthwaite.Quadratic(solution.Covariance, contrast));
        double freedom = degrees.Degrees(contrast);
        double t = estimate / error;
        double margin = StudentT.UpperQuantile((1 - level) / 2, freedom) * error;
        estimate += against;
        return new FixedEffect(
            name, estimate, error, freedom, t, StudentT.TwoSided(t, freedom), new ConfidenceInterval(estimate - margin, estimate + margin, level));
    }

    /// <summary>The F test of several contrasts at once, [contrasts, fixed], all zero under the null hypothesis.</summary>
    public MixedModelTerm Joint(string name, Matrix<double> rows)
    {
        Matrix<double> covariance = rows * Matrix<double>.Build.DenseOfArray(solution.Covariance) * rows.Transpose();
        Evd<double> parts = ((covariance + covariance.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        double largest = parts.EigenValues.Max(value => value.Real);
        List<double> squares = [];
        List<double> freedoms = [];
        for (int i = 0; i < rows.RowCount; i++)
        {
            if (parts.EigenValues[i].Real > 1e-10 * largest)
            {
                // Uncorrelated contrasts, each with degrees of freedom of its own.
                double[] contrast = (parts.EigenVectors.Column(i) * rows).ToArray();
                FixedEffect test = Contrast(name, contrast);
                squares.Add(test.T * test.T);
                freedoms.Add(test.Degrees);
            }
        }

        double f = squares.Sum() / squares.Count;
        double denominator = Denominator(freedoms);
        return new MixedModelTerm(name, f, squares.Count, denominator, FisherF.UpperTail(f, squares.Count, denominator));
    }

    /// <summary>Degrees of freedom with which F has the mean that the squared t of all contrasts have together.</summary>
    private static double Denominator(List<double> freedoms)
    {
        if (freedoms.Max() - freedoms.Min() < 1e-8)
        {
            return freedoms.Average();
        }

        if (freedoms.Min() <= 2)
        {
            return 2;
        }

        double mean = freedoms.Sum(freedom => freedom / (freedom - 2));
        return 2 * mean / (mean - freedoms.Count);
    }
}
