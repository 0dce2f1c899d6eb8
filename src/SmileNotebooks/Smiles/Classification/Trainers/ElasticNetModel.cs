using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A weighted sum of features, from <see cref="ElasticNetTrainer"/>.</summary>
/// <param name="Trainer">The name of its trainer.</param>
/// <param name="Settings">What it was learned with.</param>
/// <param name="Features">The features' names.</param>
/// <param name="Intercept">Log odds where all features are 0.</param>
/// <param name="Coefficients">Change of the log odds for one unit of each feature, in the features' order and own units.</param>
public sealed record ElasticNetModel(
    string Trainer, TrainerSettings Settings, ImmutableArray<string> Features, double Intercept, ImmutableArray<double> Coefficients) : ISmileModel
{
    /// <summary>True: each term is a coefficient times its feature.</summary>
    public bool IsAdditive => true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Not one value for each feature.</exception>
    public double LogOdds(ReadOnlySpan<double> values)
    {
        if (values.Length != Features.Length)
        {
            throw new ArgumentException($"Found {values.Length} values, expected one for each of {Features.Length} features.", nameof(values));
        }

        double logOdds = Intercept;
        for (int i = 0; i < values.Length; i++)
        {
            logOdds += Coefficients[i] * values[i];
        }

        return logOdds;
    }

    /// <inheritdoc/>
    public byte[] ToOnnx(OnnxExport contents)
    {
        SmileModelGraph graph = new(Features.Length);
        string sums = graph.Add("MatMul", graph.Features, graph.Constant(Coefficients.AsSpan(), Features.Length, 1));
        return graph.ToModel(graph.Add("Add", sums, graph.Constant(Intercept)), contents);
    }

    /// <inheritdoc/>
    public bool Equals(ElasticNetModel? other) =>
        other is not null && Trainer == other.Trainer && Settings.Equals(other.Settings) && Features.SequenceEqual(other.Features)
        && Intercept.Equals(other.Intercept) && Coefficients.SequenceEqual(other.Coefficients);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trainer, Settings, Intercept, Coefficients.Length);
}
