// What a trainer of the bridge has learned: a model of ours, and the pipeline of ML.NET that it is.
using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace SmileNotebooks.MLNet;

/// <summary>A model of ML.NET. Immutable, thread-safe.</summary>
/// <remarks>Features are standardised in double precision and then rounded to the single precision of ML.NET; what follows is computed from the model's own weights and trees. It agrees
/// with ML.NET's own pipeline to single precision, and is what the ONNX file computes.</remarks>
public sealed partial class MLNetModel : ISmileModel
{
    private readonly Standardiser _standardiser;
    private readonly Score _score;
    private readonly PlattCalibrator _calibrator;
    private readonly TransformerChain<TypeConvertingTransformer> _front;
    private readonly ISingleFeaturePredictionTransformer<object> _predictor;

    internal MLNetModel(
        string trainer, TrainerSettings settings, ImmutableArray<string> features, Standardiser standardiser, Score score, PlattCalibrator calibrator,
        TransformerChain<TypeConvertingTransformer> front, ISingleFeaturePredictionTransformer<object> predictor)
    {
        Trainer = trainer;
        Settings = settings;
        Features = features;
        _standardiser = standardiser;
        _score = score;
        _calibrator = calibrator;
        _front = front;
        _predictor = predictor;
    }

    /// <inheritdoc/>
    public string Trainer { get; }

    /// <inheritdoc/>
    public TrainerSettings Settings { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Features { get; }

    /// <summary>True for logistic regression, and for trees of which each looks at one feature.</summary>
    public bool IsAdditive => _score.IsAdditive;

    /// <summary>How many trees it sums; 0 for logistic regression, and where LightGBM found nothing to split by.</summary>
    public int Trees => _score is TreeScore trees ? trees.Trees.Length : 0;

    /// <summary>The model as ML.NET runs it: from a column <c>Features</c> (a vector of doubles) to <c>Score</c> and <c>Probability</c>, before recalibration.</summary>
    public ITransformer Transformer => _front.Append(_predictor);

    /// <inheritdoc/>
    /// <remarks>Those of ML.NET's probability: its score, on the scale that its trainer's own calibration gives it (-1 for logistic regression, twice the learning rate for FastTree, .5 for LightGBM).</remarks>
    /// <exception cref="ArgumentException">Not one value for each feature.</exception>
    public double LogOdds(ReadOnlySpan<double> values) => values.Length == Features.Length
        ? -((_calibrator.Slope * _score.At(_standardiser.Apply(values))) + _calibrator.Offset)
        : throw new ArgumentException($"Found {values.Length} values, expected one for each of {Features.Length} features.", nameof(values));

    /// <inheritdoc/>
    /// <remarks>Written from the weights and trees. ML.NET's own export cannot be taken instead: with features of double precision it declares a type that ONNX Runtime refuses (its
    /// Scaler gives single precision), and its inputs and outputs are others.</remarks>
    public byte[] ToOnnx(OnnxExport contents)
    {
        SmileModelGraph graph = new(Features.Length);
        string score = _score.AddTo(graph, _standardiser.AddTo(graph));
        string scaled = graph.Add("Mul", score, graph.Constant(-_calibrator.Slope));
        return graph.ToModel(graph.Add("Add", scaled, graph.Constant(-_calibrator.Offset)), contents);
    }
}
