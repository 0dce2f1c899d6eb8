// One operator where it stands in the graph: what a lowering needs to know and may do.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Checked access to an operator's inputs, outputs and options; errors name the operator.</summary>
internal sealed class OperatorSite(GraphLowering lowering, Operator step)
{
    private const int Absent = -1;

    public GraphLowering Values => lowering;

    public OnnxGraph Graph => lowering.Graph;

    public Operator Step => step;

    public int Output => step.Outputs[0];

    public TensorShape OutputShape => lowering.Model.Tensors[Output].Shape;

    public int InputCount => step.Inputs.Length;

    /// <summary>States how many inputs and outputs the operator must have, and that activations are float32.</summary>
    public void Require(int minimumInputs, int maximumInputs)
    {
        if (InputCount < minimumInputs || InputCount > maximumInputs)
        {
            string expected = minimumInputs == maximumInputs ? $"{minimumInputs}" : $"{minimumInputs} to {maximumInputs}";
            throw new TfLiteFormatException($"{step} inputs", $"{InputCount}", expected);
        }

        if (step.Outputs.Length != 1)
        {
            throw new TfLiteFormatException($"{step} outputs", $"{step.Outputs.Length}", "1");
        }

        Tensor output = lowering.Model.Tensors[Output];
        if (output.Type != ElementType.Float32)
        {
            throw Unsupported($"its output is {output.Type}, only Float32 is");
        }
    }

    public bool HasInput(int position) => position < step.Inputs.Length && step.Inputs[position] != Absent;

    /// <summary>Number of the tensor at an input that must be present.</summary>
    public int Input(int position) => HasInput(position)
        ? step.Inputs[position]
        : throw new TfLiteFormatException($"{step} input {position}", "none", "a tensor");

    /// <summary>Number of the float32 tensor at an input, constant or not.</summary>
    public int FloatInput(int position)
    {
        int tensor = Input(position);
        ElementType type = lowering.Model.Tensors[tensor].Type;
        return type == ElementType.Float32 ? tensor : throw Unsupported($"its input {position} is {type}, only Float32 is");
    }

    public TensorShape Shape(int position) => lowering.Model.Tensors[Input(position)].Shape;

    /// <summary>Shape of an input that has to be an image, [batch, height, width, channels].</summary>
    public TensorShape ImageShape(int position)
    {
        TensorShape shape = Shape(position);
        return shape.Rank == Layout.ImageRank ? shape : throw Malformed($"input {position}", $"shape {shape}", "four dimensions");
    }

    /// <summary>Number of the float constant at an input.</summary>
    public int ConstantInput(int position)
    {
        int tensor = FloatInput(position);
        return lowering.IsConstant(tensor) ? tensor : throw Unsupported($"its input {position} is computed, only constants are");
    }

    /// <summary>Elements of the integer constant at an input.</summary>
    public int[] Integers(int position)
    {
        Tensor tensor = lowering.Model.Tensors[Input(position)];
        if (!tensor.IsConstant)
        {
            throw Unsupported($"its input {position} is computed, only constants are");
        }

        return tensor.Shape.ElementCount <= 2 * Limits.Rank
            ? ConstantReader.Integers(tensor)
            : throw Malformed($"input {position}", $"{tensor.Shape.ElementCount} integers", $"at most two for each of {Limits.Rank} axes");
    }

    /// <summary>The table of options; null if the file leaves every option at its default.</summary>
    /// <param name="optionsType">The table's number in the schema's union <c>BuiltinOptions</c>.</param>
    public FlatTable? Options(int optionsType) => step.Options is null || step.OptionsType == optionsType
        ? step.Options
        : throw Malformed("builtin_options_type", $"{step.OptionsType}", $"{optionsType}");

    public void RequireShape(string what, TensorShape found, params ReadOnlySpan<int> expected)
    {
        if (!found.Dimensions.SequenceEqual(expected))
        {
            throw Malformed(what, $"shape {found}", $"[{string.Join(", ", expected.ToArray())}]");
        }
    }

    public void RequireOutputShape(params ReadOnlySpan<int> expected) => RequireShape("output", OutputShape, expected);

    /// <summary>An axis counted from the front, from one that may count from the back.</summary>
    public int Axis(int axis, int rank) => axis >= -rank && axis < rank
        ? (axis + rank) % rank
        : throw Malformed("axis", $"{axis}", $"-{rank} to {rank - 1}");

    public TfLiteFormatException Malformed(string what, string found, string expected) => new($"{step} {what}", found, expected);

    public UnsupportedOperatorException Unsupported(string reason) =>
        new(step.Name, step.Version, lowering.Model.Tensors[Output].Name, reason);
}
