// The function that kernel logistic regression has found.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Intercept + sum over landmarks of weight x exp(-gamma |z - landmark|^2), where z are standardised features.</summary>
internal sealed record RbfFunction
{
    /// <summary>Standardised features are cut at this distance from 0: there every Gaussian has long vanished, and squares stay in the range of numbers.</summary>
    public const double LargestDeviation = 1000;

    public required double[] Means { get; init; }

    /// <summary>0 where a feature was constant in training: then it says nothing.</summary>
    public required double[] InverseScales { get; init; }

    /// <summary>Feature by feature, each for all landmarks.</summary>
    public required double[] Landmarks { get; init; }

    public required double Gamma { get; init; }

    public required double[] Weights { get; init; }

    public required double Intercept { get; init; }

    public double At(ReadOnlySpan<double> values)
    {
        double[] z = new double[values.Length];
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = Math.Clamp((values[i] - Means[i]) * InverseScales[i], -LargestDeviation, LargestDeviation);
        }

        double[] kernel = new double[Weights.Length];
        LandmarkSet.SquaredDistances(z, Landmarks, LandmarkSet.Squares(Landmarks, z.Length, Weights.Length), kernel);
        TensorPrimitives.Multiply(kernel, -Gamma, kernel);
        TensorPrimitives.Exp<double>(kernel, kernel);
        return Intercept + TensorPrimitives.Dot<double>(kernel, Weights);
    }
}
