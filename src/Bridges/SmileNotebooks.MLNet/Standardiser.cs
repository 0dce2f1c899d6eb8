using System.Collections.Immutable;
using Microsoft.ML.Transforms;

namespace SmileNotebooks.MLNet;

/// <summary>What ML.NET standardises features by: (value - offset) x scale, in double precision.</summary>
/// <param name="Offsets">Means of the training set.</param>
/// <param name="Scales">1 / standard deviation of the training set; 0 for a constant feature.</param>
internal sealed record Standardiser(ImmutableArray<double> Offsets, ImmutableArray<double> Scales)
{
    public static Standardiser Of(NormalizingTransformer transformer)
    {
        NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<double>> parameters =
            (NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<double>>)transformer.GetNormalizerModelParameters(0);

        // ML.NET leaves the offsets out where all are 0.
        return new Standardiser(parameters.Offset.IsEmpty ? [.. parameters.Scale.Select(_ => 0.0)] : parameters.Offset, parameters.Scale);
    }

    public float[] Apply(ReadOnlySpan<double> values)
    {
        float[] standardised = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            standardised[i] = (float)((values[i] - Offsets[i]) * Scales[i]);
        }

        return standardised;
    }

    /// <summary>The same in a graph, before the rounding to single precision; returns the value's name.</summary>
    public string AddTo(SmileModelGraph graph)
    {
        string centred = graph.Add("Sub", graph.Features, graph.Constant(Offsets.AsSpan(), Offsets.Length));
        return graph.Add("Mul", centred, graph.Constant(Scales.AsSpan(), Scales.Length));
    }
}
