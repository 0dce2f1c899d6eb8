// Translates a model operator by operator and keeps track of the order of dimensions each tensor exists in.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering;

/// <summary>The translation of one model.</summary>
/// <remarks>
/// A tensor is made in the order that its operator likes and turned into the other one when first asked for, once. So
/// images stay channels-first from the first convolution to the last, with one Transpose at the head.
/// </remarks>
internal sealed class GraphLowering
{
    private readonly TensorValue[] _values;
    private readonly Dictionary<(int Tensor, string Form), string> _constants = [];
    private readonly Dictionary<int, string> _borderNames = [];

    private GraphLowering(TfLiteModel model)
    {
        Model = model;
        Graph = new OnnxGraph(Limits.ConstantBytes(model.FileLength));
        _values = Array.ConvertAll(model.Tensors, _ => new TensorValue());
    }

    public TfLiteModel Model { get; }

    public OnnxGraph Graph { get; }

    /// <summary>The ONNX model file.</summary>
    public static byte[] Convert(TfLiteModel model)
    {
        GraphLowering lowering = new(model);
        lowering.ReserveBorderNames();
        lowering.DeclareInputs();
        foreach (Operator step in model.Operators)
        {
            OperatorRegistry.Lower(new OperatorSite(lowering, step));
        }

        lowering.DeclareOutputs();
        ChannelFilling.Apply(lowering.Graph, Blocks.Filled);
        return lowering.Graph.ToModel();
    }

    public bool IsConstant(int tensor) => Model.Tensors[tensor].IsConstant || _values[tensor].Source is not null;

    /// <summary>Whether the tensor exists channels-first, so that working in that order costs no Transpose.</summary>
    public bool IsNchw(int tensor) => _values[tensor].Nchw is not null;

    /// <summary>Name of the tensor in the file's order.</summary>
    public string Stored(int tensor)
    {
        TensorValue value = _values[tensor];
        if (value.Stored is null)
        {
            value.Stored = IsConstant(tensor)
                ? Constant(tensor, "stored", floats => Graph.Floats(floats, Model.Tensors[tensor].Shape.Dimensions.ToArray()))
                : ToStored(tensor, value.Nchw!);
        }

        return value.Stored;
    }

    /// <summary>Name of the image in channels-first order.</summary>
    public string Nchw(int tensor)
    {
        TensorValue value = _values[tensor];
        return value.Nchw ??= ToNchw(tensor, Stored(tensor));
    }

    /// <summary>Name of a value whose elements lie in memory as the file orders them, whatever its dimensions.</summary>
    public string InStoredMemoryOrder(int tensor) =>
        _values[tensor].Stored is null && _values[tensor].Nchw is { } nchw && SameMemoryOrder(Model.Tensors[tensor].Shape) ? nchw : Stored(tensor);

    /// <summary>The free name for a tensor that is about to be made in the file's order.</summary>
    public string NameStored(int tensor) =>
        _values[tensor].Stored = _borderNames.TryGetValue(tensor, out string? name) ? name : Graph.UniqueName(Model.Tensors[tensor].Name);

    /// <summary>The free name for an image that is about to be made channels-first.</summary>
    public string NameNchw(int tensor) => _values[tensor].Nchw = Graph.UniqueName($"{Model.Tensors[tensor].Name}/nchw");

    /// <summary>States that <paramref name="output"/> is <paramref name="input"/>; costs no node.</summary>
    public void Alias(int input, int output)
    {
        _values[output].Stored = _values[input].Stored;
        _values[output].Nchw = _values[input].Nchw;
        _values[output].Source = _values[input].Source ?? (Model.Tensors[input].IsConstant ? Model.Tensors[input] : null);
    }

    /// <summary>Numbers of a float constant, in the file's order.</summary>
    public float[] Floats(int tensor) => _values[tensor].Floats ??= ConstantReader.Floats(_values[tensor].Source ?? Model.Tensors[tensor]);

    /// <summary>States that a tensor that an operator makes is the constant <paramref name="source"/>, widened to float32.</summary>
    public void SetConstant(int tensor, Tensor source) => _values[tensor].Source = source;

    /// <summary>An initialiser made from a float constant; made once for each <paramref name="form"/>.</summary>
    public string Constant(int tensor, string form, Func<float[], string> make)
    {
        if (!_constants.TryGetValue((tensor, form), out string? name))
        {
            name = make(Floats(tensor));
            _constants.Add((tensor, form), name);
        }

        return name;
    }

    private static bool SameMemoryOrder(TensorShape image) => image[3] == 1 || (image[1] == 1 && image[2] == 1);

    private string ToNchw(int tensor, string stored)
    {
        TensorShape shape = Model.Tensors[tensor].Shape;
        string name = NameNchw(tensor);
        return SameMemoryOrder(shape)
            ? Graph.AddTo(name, "Reshape", [stored, Graph.Integers(Layout.Nchw(shape.Dimensions))])
            : Graph.AddTo(name, "Transpose", [stored], OnnxAttribute.Integers("perm", Layout.ToNchw));
    }

    private string ToStored(int tensor, string nchw)
    {
        TensorShape shape = Model.Tensors[tensor].Shape;
        string name = NameStored(tensor);
        return SameMemoryOrder(shape)
            ? Graph.AddTo(name, "Reshape", [nchw, Graph.Integers(shape.Dimensions)])
            : Graph.AddTo(name, "Transpose", [nchw], OnnxAttribute.Integers("perm", Layout.ToStored));
    }

    /// <summary>Takes the names of the graph's inputs and outputs, which the ONNX model keeps, before any other name.</summary>
    private void ReserveBorderNames()
    {
        foreach (int tensor in Model.Inputs.Concat(Model.Outputs))
        {
            Tensor border = Model.Tensors[tensor];
            if (border.Type != ElementType.Float32)
            {
                throw new UnsupportedOperatorException($"Graph input or output {border} is not supported: only Float32 is.");
            }

            if (border.Name.Length == 0 || Graph.UniqueName(border.Name) != border.Name)
            {
                throw new TfLiteFormatException("graph inputs and outputs", $"the name '{border.Name}'", "a name of its own for each");
            }

            _borderNames.Add(tensor, border.Name);
        }
    }

    private void DeclareInputs()
    {
        foreach (int input in Model.Inputs)
        {
            Graph.Inputs.Add(new OnnxValueInfo(NameStored(input), Model.Tensors[input].Shape.Dimensions.ToArray()));
        }
    }

    private void DeclareOutputs()
    {
        foreach (int output in Model.Outputs)
        {
            string name = _borderNames[output];
            string made = Stored(output);
            if (made != name)
            {
                Graph.AddTo(name, "Identity", [made]);
            }

            Graph.Outputs.Add(new OnnxValueInfo(name, Model.Tensors[output].Shape.Dimensions.ToArray()));
        }
    }
}
