using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A sum of Gaussians around landmarks, from <see cref="RbfTrainer"/>.</summary>
public sealed class RbfModel : ISmileModel
{
    private readonly RbfFunction _function;

    internal RbfModel(string trainer, TrainerSettings settings, ImmutableArray<string> features, RbfFunction function)
    {
        Trainer = trainer;
        Settings = settings;
        Features = features;
        _function = function;
    }

    /// <inheritdoc/>
    public string Trainer { get; }

    /// <inheritdoc/>
    public TrainerSettings Settings { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Features { get; }

    /// <summary>How many landmarks it has.</summary>
    public int Landmarks => _function.Weights.Length;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Not one value for each feature.</exception>
    public double LogOdds(ReadOnlySpan<double> values) => values.Length == Features.Length
        ? _function.At(values)
        : throw new ArgumentException($"Found {values.Length} values, expected one for each of {Features.Length} features.", nameof(values));

    /// <inheritdoc/>
    public byte[] ToOnnx(OnnxExport contents)
    {
        int features = Features.Length;
        SmileModelGraph graph = new(features);
        string centred = graph.Add("Sub", graph.Features, graph.Constant(_function.Means, features));
        string scaled = graph.Add("Mul", centred, graph.Constant(_function.InverseScales, features));
        string z = graph.Add("Clip", scaled, graph.Constant(-RbfFunction.LargestDeviation), graph.Constant(RbfFunction.LargestDeviation));

        // |z|^2 + |c|^2 - 2 z'c, as RbfFunction has it.
        double[] ones = new double[features];
        Array.Fill(ones, 1);
        string own = graph.Add("MatMul", graph.Add("Mul", z, z), graph.Constant(ones, features, 1));
        string others = graph.Constant(LandmarkSet.Squares(_function.Landmarks, features, Landmarks), Landmarks);
        string products = graph.Add("MatMul", z, graph.Constant(Array.ConvertAll(_function.Landmarks, value => -2 * value), features, Landmarks));
        string distances = graph.Add("Max", graph.Add("Add", graph.Add("Add", own, others), products), graph.Constant(0));
        string kernel = graph.Add("Exp", graph.Add("Mul", distances, graph.Constant(-_function.Gamma)));
        string gaussians = graph.Add("MatMul", kernel, graph.Constant(_function.Weights, Landmarks, 1));
        return graph.ToModel(graph.Add("Add", gaussians, graph.Constant(_function.Intercept)), contents);
    }
}
