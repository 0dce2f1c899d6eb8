// The part that all classifiers' ONNX files have in common: names and shapes of inputs and outputs, calibration, and what is written beside the graph.
using TfLiteToOnnx.Onnx;

namespace SmileNotebooks;

/// <summary>An ONNX graph of double precision from <c>features</c> [N, features] to <c>log_odds</c> [N] and <c>probability</c> [N], both calibrated.</summary>
internal sealed class SmileModelGraph
{
    public const string FeaturesName = "features";
    public const string LogOddsName = "log_odds";
    public const string ProbabilityName = "probability";

    /// <summary>What the file says that it is from: how a file of ours is known.</summary>
    public const string ProducerName = "SmileNotebooks";

    // A classifier of tens of features has kilobytes of constants.
    private const long MostBytesOfConstants = 256L << 20;

    private readonly OnnxGraph _graph = new(MostBytesOfConstants) { Producer = ProducerName };

    public SmileModelGraph(int features)
    {
        Features = _graph.UniqueName(FeaturesName);
        _graph.Inputs.Add(new OnnxValueInfo(Features, [OnnxValueInfo.AnyLength, features]) { Type = OnnxType.Double });
    }

    /// <summary>The input's name.</summary>
    public string Features { get; }

    /// <summary>A constant.</summary>
    public string Constant(ReadOnlySpan<double> values, params int[] shape) => _graph.Doubles(values, shape);

    /// <summary>A number, as a tensor without sides.</summary>
    public string Constant(double value) => _graph.Doubles([value]);

    /// <summary>An operator of the default domain; returns its output's name.</summary>
    public string Add(string operatorType, params string[] inputs) => _graph.Add(operatorType, inputs);

    /// <summary>Adds calibration and outputs.</summary>
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
