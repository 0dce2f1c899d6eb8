// An ONNX graph being built: nodes in order, constants without duplicates, names without clashes.
using System.Buffers.Binary;

namespace TfLiteToOnnx.Onnx;

/// <summary>Collects nodes and constants and writes them as a model file.</summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 8;
    private const int OperatorSetVersion = 17;

    /// <summary>The operators for what is learned otherwise than by layers, as trees.</summary>
    private const string LearningDomain = "ai.onnx.ml";
    private const int LearningOperatorSetVersion = 3;

    private List<OnnxNode> _nodes = [];
    private readonly Dictionary<string, OnnxConstant> _constants = [];
    private readonly Dictionary<string, int> _names = [];
    private readonly Dictionary<string, string> _integerConstants = [];
    private readonly long _constantBudget;
    private long _constantBytes;

    /// <summary>An empty graph.</summary>
    /// <param name="constantBudget">Bytes of constants that the file may hold.</param>
    public OnnxGraph(long constantBudget) => _constantBudget = constantBudget;

    public List<OnnxValueInfo> Inputs { get; } = [];

    public List<OnnxValueInfo> Outputs { get; } = [];

    public IReadOnlyList<OnnxNode> Nodes => _nodes;

    /// <summary>Which program the file says that it is from.</summary>
    public string Producer { get; init; } = "TfLiteToOnnx";

    /// <summary>Names and texts that are written beside the graph, in this order.</summary>
    public List<KeyValuePair<string, string>> Metadata { get; } = [];

    /// <summary>The constant of that name; null if there is none.</summary>
    public OnnxConstant? Constant(string name) => _constants.GetValueOrDefault(name);

    /// <summary>Replaces each node, in order; null leaves it out.</summary>
    public void ReplaceNodes(Func<OnnxNode, OnnxNode?> replace) =>
        _nodes = [.. _nodes.Select(replace).OfType<OnnxNode>()];

    /// <summary><paramref name="wanted"/>, or the first of <c>wanted_1</c>, <c>wanted_2</c>... that is free; it is taken from now on.</summary>
    public string UniqueName(string wanted)
    {
        if (_names.TryAdd(wanted, 1))
        {
            return wanted;
        }

        // The next free number is remembered: ten thousand tensors may have one name.
        string name;
        do
        {
            name = $"{wanted}_{_names[wanted]++}";
        }
        while (!_names.TryAdd(name, 1));
        return name;
    }

    /// <summary>Appends a node and returns its output's name, which is <paramref name="output"/>, taken already.</summary>
    public string AddTo(string output, string operatorType, IReadOnlyList<string> inputs, params OnnxAttribute[] attributes)
    {
        _nodes.Add(new OnnxNode(operatorType, inputs, output, attributes));
        return output;
    }

    /// <summary>Appends a node whose output gets a name of its own.</summary>
    public string Add(string operatorType, IReadOnlyList<string> inputs, params OnnxAttribute[] attributes) =>
        AddTo(NextName(operatorType), operatorType, inputs, attributes);

    /// <summary>Appends a node of <c>ai.onnx.ml</c>.</summary>
    public string AddLearning(string operatorType, IReadOnlyList<string> inputs, params OnnxAttribute[] attributes)
    {
        string output = NextName(operatorType);
        _nodes.Add(new OnnxNode(operatorType, inputs, output, attributes) { Domain = LearningDomain });
        return output;
    }

    public string Floats(ReadOnlySpan<float> values, params int[] shape)
    {
        Spend((long)values.Length * sizeof(float));
        byte[] data = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(i * sizeof(float)), values[i]);
        }

        return AddConstant(OnnxType.Float, shape, data);
    }

    public string Doubles(ReadOnlySpan<double> values, params int[] shape)
    {
        Spend((long)values.Length * sizeof(double));
        byte[] data = new byte[values.Length * sizeof(double)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(i * sizeof(double)), values[i]);
        }

        return AddConstant(OnnxType.Double, shape, data);
    }

    /// <summary>A list of integers; equal lists share one constant.</summary>
    public string Integers(params ReadOnlySpan<long> values)
    {
        string key = string.Join(',', values.ToArray());
        if (!_integerConstants.TryGetValue(key, out string? name))
        {
            Spend((long)values.Length * sizeof(long));
            byte[] data = new byte[values.Length * sizeof(long)];
            for (int i = 0; i < values.Length; i++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(i * sizeof(long)), values[i]);
            }

            name = AddConstant(OnnxType.Int64, [values.Length], data);
            _integerConstants.Add(key, name);
        }

        return name;
    }

    /// <summary>A list of integers; equal lists share one constant.</summary>
    public string Integers(ReadOnlySpan<int> values) => Integers(Array.ConvertAll(values.ToArray(), v => (long)v));

    public byte[] ToModel()
    {
        ProtoWriter writer = new();
        writer.Int64(1, IrVersion);
        writer.Text(2, Producer);
        writer.Message(7, WriteGraph);
        WriteOperatorSet(writer, string.Empty, OperatorSetVersion);
        if (_nodes.Exists(node => node.Domain == LearningDomain))
        {
            WriteOperatorSet(writer, LearningDomain, LearningOperatorSetVersion);
        }

        foreach ((string name, string text) in Metadata)
        {
            writer.Message(14, entry =>
            {
                entry.Text(1, name);
                entry.Text(2, text);
            });
        }

        return writer.ToArray();
    }

    private static void WriteOperatorSet(ProtoWriter writer, string domain, int version) => writer.Message(8, operatorSet =>
    {
        operatorSet.Text(1, domain);
        operatorSet.Int64(2, version);
    });

    private void WriteGraph(ProtoWriter writer)
    {
        _nodes.ForEach(node => writer.Message(1, node.Write));
        writer.Text(2, "graph");
        HashSet<string> used = [.. _nodes.SelectMany(node => node.Inputs)];
        foreach (OnnxConstant constant in _constants.Values.Where(constant => used.Contains(constant.Name)))
        {
            writer.Message(5, constant.Write);
        }

        Inputs.ForEach(input => writer.Message(11, input.Write));
        Outputs.ForEach(output => writer.Message(12, output.Write));
    }

    private string AddConstant(OnnxType type, int[] shape, byte[] data)
    {
        string name = NextName("Constant");
        _constants.Add(name, new OnnxConstant(name, type, shape, data));
        return name;
    }

    // Numbered by position, so that many of one kind cost no search; a clash with a name of the model is still resolved.
    private string NextName(string kind) => UniqueName($"{kind}/{_nodes.Count + _constants.Count}");

    private void Spend(long bytes)
    {
        _constantBytes += bytes;
        if (_constantBytes > _constantBudget)
        {
            throw new TfLiteFormatException("constants of the ONNX model", $"more than {_constantBudget} bytes", "at most that many for a file of this length");
        }
    }
}
