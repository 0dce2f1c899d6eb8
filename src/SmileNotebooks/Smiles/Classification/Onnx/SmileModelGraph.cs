// The part that all classifiers' ONNX files have in common: names and shapes of inputs and outputs, calibration, and what is written beside the graph.
using TfLiteToOnnx.Onnx;

namespace SmileNotebooks;

/// <summary>An ONNX graph of double precision from <c>features</c> [N, features] to <c>log_odds</c> [N] and <c>probability</c> [N], both calibrated: what <see cref="ISmileModel.ToOnnx"/>
/// writes a model with, also that of a trainer of another library, so that <see cref="SmileClassifier"/> takes it.</summary>
public sealed class SmileModelGraph
{
    internal const string FeaturesName = "features";
    internal const string LogOddsName = "log_odds";
    internal const string ProbabilityName = "probability";

    /// <summary>What the file says that it is from: how a file of ours is known.</summary>
    internal const string ProducerName = "SmileNotebooks";

    // A classifier of tens of features has kilobytes of constants.
    private const long MostBytesOfConstants = 256L << 20;

    private readonly OnnxGraph _graph = new(MostBytesOfConstants) { Producer = ProducerName };

    /// <summary>A graph of an input alone.</summary>
    /// <param name="features">How many values a row has.</param>
    public SmileModelGraph(int features)
    {
        Features = _graph.UniqueName(FeaturesName);
        _graph.Inputs.Add(new OnnxValueInfo(Features, [OnnxValueInfo.AnyLength, features]) { Type = OnnxType.Double });
    }

    /// <summary>The name of the input: [N, features], in the features' own units.</summary>
    public string Features { get; }

    /// <summary>A constant of double precision; returns its name.</summary>
    /// <param name="values">Its elements, the last side running fastest.</param>
    /// <param name="shape">Its sides.</param>
    public string Constant(ReadOnlySpan<double> values, params int[] shape) => _graph.Doubles(values, shape);

    /// <summary>A number, as a tensor without sides; returns its name.</summary>
    public string Constant(double value) => _graph.Doubles([value]);

    /// <summary>An operator of ONNX's own without attributes (operator set 17), as "MatMul"; returns its output's name.</summary>
    /// <param name="operatorType">Its name in the standard.</param>
    /// <param name="inputs">Names of values that are there already.</param>
    public string Add(string operatorType, params string[] inputs) => _graph.Add(operatorType, inputs);

    /// <summary>A sum of decision trees; returns its name: [N, 1].</summary>
    /// <remarks>Leaves and thresholds are single precision in ONNX, and so is the sum: it differs from <see cref="DecisionTree.At"/> by the rounding of each tree's leaf.</remarks>
    /// <param name="values">The name of a value [N, features] of double precision. It is rounded to single precision, in which trees compare.</param>
    /// <param name="trees">At least one.</param>
    public string AddTrees(string values, IReadOnlyList<DecisionTree> trees)
    {
        if (trees.Count == 0)
        {
            throw new ArgumentException("Found no tree, expected at least one.", nameof(trees));
        }

        string rounded = _graph.Add("Cast", [values], OnnxAttribute.Integer("to", (long)OnnxType.Float));
        string sum = _graph.AddLearning("TreeEnsembleRegressor", [rounded], TreeAttributes.Of(trees));
        return _graph.Add("Cast", [sum], OnnxAttribute.Integer("to", (long)OnnxType.Double));
    }

    /// <summary>Adds calibration and outputs, and writes the file.</summary>
    /// <param name="logOdds">A value of shape [N, 1]: log odds before calibration.</param>
    /// <param name="contents">How they are calibrated, and what is written beside the graph.</param>
    public byte[] ToModel(string logOdds, OnnxExport contents)
    {
        string scaled = _graph.Add("Mul", [logOdds, Constant(contents.CalibrationSlope)]);
        string calibrated = _graph.Add("Add", [scaled, Constant(contents.CalibrationIntercept)]);
        string output = _graph.AddTo(_graph.UniqueName(LogOddsName), "Reshape", [calibrated, _graph.Integers(-1L)]);
        _graph.AddTo(_graph.UniqueName(ProbabilityName), "Sigmoid", [output]);
        _graph.Outputs.Add(new OnnxValueInfo(LogOddsName, [OnnxValueInfo.AnyLength]) { Type = OnnxType.Double });
        _graph.Outputs.Add(new OnnxValueInfo(ProbabilityName, [OnnxValueInfo.AnyLength]) { Type = OnnxType.Double });
        _graph.Metadata.AddRange(contents.Metadata);
        return _graph.ToModel();
    }
}
