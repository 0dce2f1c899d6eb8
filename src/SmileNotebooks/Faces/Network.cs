// A model in ONNX Runtime with its buffers: one input, bound outputs, no allocation a run.
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SmileNotebooks;

/// <summary>A loaded model with fixed shapes. Not thread-safe: one a worker.</summary>
internal sealed class Network : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _runOptions = new();
    private readonly List<OrtValue> _values = [];
    private readonly Dictionary<string, float[]> _outputs = [];

    /// <param name="onnx">The model.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FaceModelException">ONNX Runtime does not take the model.</exception>
    public Network(byte[] onnx, string name)
    {
        try
        {
            // One thread a session is fastest for models of this size; callers scale over pictures with one worker a core.
            using SessionOptions options = new()
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            _session = new InferenceSession(onnx, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new FaceModelException($"{name}: ONNX Runtime does not load the model: {error.Message}", error);
        }

        _binding = _session.CreateIoBinding();
        (string inputName, NodeMetadata input) = _session.InputMetadata.Single();
        Input = Bind(input, value => _binding.BindInput(inputName, value));
        foreach ((string outputName, NodeMetadata output) in _session.OutputMetadata)
        {
            _outputs.Add(outputName, Bind(output, value => _binding.BindOutput(outputName, value)));
        }
    }

    /// <summary>What <see cref="Run"/> reads.</summary>
    public float[] Input { get; }

    /// <summary>What <see cref="Run"/> writes to the output of that name; the same array every time.</summary>
    public float[] Output(string name) => _outputs[name];

    public void Run() => _session.RunWithBinding(_runOptions, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        _values.ForEach(value => value.Dispose());
        _runOptions.Dispose();
        _session.Dispose();
    }

    private float[] Bind(NodeMetadata tensor, Action<OrtValue> bind)
    {
        long[] shape = [.. tensor.Dimensions.Select(side => (long)side)];

        // Pinned for good: ONNX Runtime keeps the address.
        float[] buffer = GC.AllocateArray<float>((int)shape.Aggregate(1L, (product, side) => checked(product * side)), pinned: true);
        OrtValue value = OrtValue.CreateTensorValueFromMemory(buffer, shape);
        _values.Add(value);
        bind(value);
        return buffer;
    }
}
