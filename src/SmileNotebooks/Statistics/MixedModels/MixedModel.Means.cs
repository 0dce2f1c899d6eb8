// Estimated marginal means of the fixed part, with Satterthwaite's degrees of freedom.
using MathNet.Numerics.LinearAlgebra;

namespace SmileNotebooks;

public sealed partial class MixedModel
{
    /// <summary>
    /// Estimated marginal means of factors of the fixed part, for the average level of each grouping factor: averaged with equal weights over the
    /// other factors, covariates at their means. Contrasts are made of them; each has Satterthwaite's degrees of freedom of its own.
    /// </summary>
    /// <param name="factors">Factors whose levels, or combinations of levels, have means.</param>
    /// <exception cref="ArgumentException">No factor, an unknown one, or one given twice.</exception>
    public MarginalMeans MarginalMeans(params IReadOnlyList<string> factors) => new(Estimator(), factors, []);

    /// <summary>The means of one factor within each level of others, and contrasts within those levels.</summary>
    /// <param name="factor">The factor whose levels are compared.</param>
    /// <param name="by">The factors within whose levels they are compared.</param>
    /// <inheritdoc cref="MarginalMeans(IReadOnlyList{string})"/>
    public MarginalMeans MarginalMeansBy(string factor, params IReadOnlyList<string> by) => new(Estimator(), [factor], by);

    private ModelMatrixEstimator Estimator()
    {
        return new ModelMatrixEstimator(
            _parts.Fixed,
            Formula,
            Data,
            _solution.Coefficients,
            _solution.Covariance,
            _solution.ResidualDeviation,
            combination => _tests.Value.Contrast("", combination).Degrees,
            Joint);

        double Joint(IReadOnlyList<double[]> combinations) => _tests.Value.Joint("", Matrix<double>.Build.DenseOfRows(combinations)).DenominatorDegrees;
    }
}
