// A classifier's ONNX file in ONNX Runtime.
using Microsoft.ML.OnnxRuntime;

namespace SmileNotebooks;

/// <summary>A loaded model. Thread-safe.</summary>
internal sealed class SmileSession : IDisposable
{
    private static readonly string[] Inputs = [SmileModelGraph.FeaturesName];
    private static readonly string[] Outputs = [SmileModelGraph.LogOddsName, SmileModelGraph.ProbabilityName];

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();

    /// <param name="onnx">The file's bytes.</param>
    /// <param name="path">What errors call it.</param>
    /// <exception cref="SmileModelException">ONNX Runtime does not take it, or its inputs and outputs are not those of a classifier of ours.</exception>
    public SmileSession(byte[] onnx, string path)
    {
        try
        {
            // One thread: a row takes microseconds.
            using SessionOptions options = new()
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            _session = new InferenceSession(onnx, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new SmileModelException(path, null, $"what ONNX Runtime does not load ({error.Message.TrimEnd('.')})", "a classifier of this library", error);
        }

        if (Problem() is { } problem)
        {
            _session.Dispose();
            throw new SmileModelException(path, null, problem, "a classifier that this library has written (input features, outputs log_odds and probability, all double)");
        }

        FeatureCount = _session.InputMetadata[SmileModelGraph.FeaturesName].Dimensions[1];
    }

    /// <summary>How many values a row has.</summary>
    public int FeatureCount { get; }

    /// <summary>What is written beside the graph.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    /// <summary>Runs rows.</summary>
    /// <param name="rows">Row by row.</param>
    /// <returns>Calibrated log odds and probability of each.</returns>
    public (double[] LogOdds, double[] Probabilities) Run(double[] rows)
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(rows, [rows.Length / FeatureCount, FeatureCount]);
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(_options, Inputs, [input], Outputs);
        return (outputs[0].GetTensorDataAsSpan<double>().ToArray(), outputs[1].GetTensorDataAsSpan<double>().ToArray());
    }

    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private string? Problem() =>
        _session.ModelMetadata.ProducerName != SmileModelGraph.ProducerName ? $"a model of the producer '{_session.ModelMetadata.ProducerName}'"
        : !_session.InputMetadata.TryGetValue(SmileModelGraph.FeaturesName, out NodeMetadata? input) || _session.InputMetadata.Count != 1 || !Is(input, 2)
            ? $"inputs {string.Join(", ", _session.InputMetadata.Keys)}"
        : Outputs.FirstOrDefault(name => !_session.OutputMetadata.TryGetValue(name, out NodeMetadata? output) || !Is(output, 1)) is { } missing ? $"no output {missing}"
        : null;

    private static bool Is(NodeMetadata tensor, int rank) => tensor.IsTensor && tensor.ElementType == typeof(double) && tensor.Dimensions.Length == rank;
}
