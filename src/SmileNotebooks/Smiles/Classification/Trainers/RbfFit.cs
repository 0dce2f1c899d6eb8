// Kernel logistic regression on landmarks at one width.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Rows as values of the functions that landmarks span, made orthonormal in the kernel's norm, so that a ridge penalty of their coefficients is the norm of the function.</summary>
internal sealed class RbfFit
{
    // Added to the landmarks' kernel matrix, whose diagonal is 1: landmarks that nearly coincide do not get huge weights of opposite sign, which would cost digits.
    private const double Jitter = 1e-6;

    private readonly LogisticDesign _features;
    private readonly LandmarkSet _landmarks;
    private readonly double _gamma;
    private readonly CholeskyFactor _factor;
    private readonly LogisticDesign _design;

    public RbfFit(LogisticDesign features, LandmarkSet landmarks, double width)
    {
        int count = features.Count - 1;
        _features = features;
        _landmarks = landmarks;
        _gamma = 1 / (2 * width * width * Math.Max(count, 1));
        _factor = FactorOf(landmarks, count, _gamma);
        _design = DesignOf();
    }

    private int FeatureCount => _features.Count - 1;

    /// <summary>Fits.</summary>
    /// <param name="penalty">Of the mean negative log-likelihood.</param>
    /// <param name="start">The first result at a neighbouring penalty, or null.</param>
    /// <returns>Where a neighbouring penalty may begin, and the function.</returns>
    public (double[] Standardised, RbfFunction Function) Solve(double penalty, double[]? start)
    {
        double[] penalties = Array.ConvertAll(_design.Scales, scale => penalty * _design.Rows / (scale * scale));
        penalties[0] = 0;
        double[] standardised = LogisticSolver.Solve(_design, penalties, start).Coefficients;
        double[] raw = _design.Raw(standardised);
        double[] weights = raw[1..];
        _factor.SolveUpper(weights);
        return (standardised, new RbfFunction
        {
            Means = _features.Means[1..],
            InverseScales = [.. Enumerable.Range(1, FeatureCount).Select(j => _features.Column(j).ContainsAnyExcept(0) ? 1 / _features.Scales[j] : 0)],
            Landmarks = _landmarks.Coordinates,
            Gamma = _gamma,
            Weights = weights,
            Intercept = raw[0],
        });
    }

    private static CholeskyFactor FactorOf(LandmarkSet landmarks, int features, double gamma)
    {
        int count = landmarks.Count;
        double[] squares = LandmarkSet.Squares(landmarks.Coordinates, features, count);
        double[] kernel = new double[count * count];
        double[] point = new double[features];
        for (int i = 0; i < count; i++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                point[feature] = landmarks.Coordinates[(feature * count) + i];
            }

            Span<double> row = kernel.AsSpan(i * count, count);
            LandmarkSet.SquaredDistances(point, landmarks.Coordinates, squares, row);
            Kernel(row, gamma, row);
            row[i] = 1 + Jitter;
        }

        CholeskyFactor factor = new(count);
        factor.Factor(kernel, 0);
        return factor;
    }

    private static void Kernel(ReadOnlySpan<double> distances, double gamma, Span<double> values)
    {
        TensorPrimitives.Multiply(distances, -gamma, values);
        TensorPrimitives.Exp<double>(values, values);
    }

    private LogisticDesign DesignOf()
    {
        int rows = _features.Rows;
        int count = _landmarks.Count;
        double[] columns = new double[(1 + count) * rows];
        columns.AsSpan(0, rows).Fill(1);
        double[] values = new double[count];
        for (int row = 0; row < rows; row++)
        {
            Kernel(_landmarks.Distances.AsSpan(row * count, count), _gamma, values);
            _factor.SolveLower(values);
            for (int landmark = 0; landmark < count; landmark++)
            {
                columns[((1 + landmark) * rows) + row] = values[landmark];
            }
        }

        bool[] outcomes = Array.ConvertAll(_features.Signs, sign => sign > 0);
        string[] names = [.. Enumerable.Range(0, 1 + count).Select(column => $"{column}")];
        return LogisticDesign.Of(columns, names, outcomes, hasConstant: true);
    }
}
