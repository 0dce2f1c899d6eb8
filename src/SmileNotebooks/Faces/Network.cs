// A model in ONNX Runtime with its buffers: one input, bound outputs, no allocation a run.
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SmileNotebooks;

/// <summary>A loaded model with fixed shapes. Not thread-safe: one a worker.</summary>
internal sealed class Network : IDisposable
{
    private readonly InferenceSession session;
    private readonly OrtIoBinding binding;
    private readonly RunOptions runOptions = new();
    private readonly List<OrtValue> values = [];
    private readonly Dictionary<string, float[]> outputs = [];

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
            session = new InferenceSession(onnx, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new FaceModelException($"{name}: ONNX Runtime does not load the model: {error.Message}", error);
        }

        binding = session.CreateIoBinding();
        (string inputName, NodeMetadata input) = session.InputMetadata.Single();
        Input = Bind(input, value => binding.BindInput(inputName, value));
        foreach ((string outputName, NodeMetadata output) in session.OutputMetadata)
        {
            outputs.Add(outputName, Bind(output, value => binding.BindOutput(outputName, value)));
        }
    }

    /// <summary>What <see cref="Run"/> reads.</summary>
    public float[] Input { get; }

    /// <summary>What <see cref="Run"/> writes to the output of that name; the same array every time.</summary>
    public float[] Output(string name) => outputs[name];

    public void Run() => session.RunWithBinding(runOptions, binding);

    public void Dispose()
    {
        binding.Dispose();
        values.ForEach(value => value.Dispose());
        runOptions.Dispose();
        session.Dispose();
    }

    private float[] Bind(NodeMetadata tensor, Action<OrtValue> bind)
    {
        long[] shape = [.. tensor.Dimensions.Select(side => (long)side)];

        // Pinned for good: ONNX Runtime keeps the address.
        float[] buffer = GC.AllocateArray<float>((int)shape.Aggregate(1L, (product, side) => checked(product * side)), pinned: true);
        OrtValue value = OrtValue.CreateTensorValueFromMemory(buffer, shape);
        values.Add(value);
        bind(value);
        return buffer;
    }
}
