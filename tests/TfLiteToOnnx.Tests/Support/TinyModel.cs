// Builds small TensorFlow Lite models.
using System.Runtime.InteropServices;

namespace TfLiteToOnnx.Tests.Support;

/// <summary>Tensors and operators in the order of the calls; <see cref="ToFile"/> gives the bytes.</summary>
internal sealed class TinyModel
{
    private const int CustomCode = 32;
    private readonly List<FlatObject> _tensors = [];
    private readonly List<FlatObject> _buffers = [new FlatTableWriter()];
    private readonly List<FlatObject> _operators = [];
    private readonly List<FlatObject> _codes = [];
    private readonly List<int[]> _shapes = [];

    public List<int> Inputs { get; } = [];

    public List<int> Outputs { get; } = [];

    /// <summary>The name of every operator's result; by default each has its own.</summary>
    public string? ResultName { get; init; }

    public int Input(params int[] shape)
    {
        Inputs.Add(Tensor($"input{Inputs.Count}", shape));
        return Inputs[^1];
    }

    /// <summary>Declares a tensor; <paramref name="type"/> 0 is float32.</summary>
    public int Tensor(string name, int[] shape, int type = 0, int buffer = 0)
    {
        _tensors.Add(new FlatTableWriter().Int32s(0, shape).UInt8(1, type).Int32(2, buffer).Text(3, name));
        _shapes.Add(shape);
        return _tensors.Count - 1;
    }

    public int Constant(int[] shape, params float[] values) => Constant(shape, 0, MemoryMarshal.AsBytes<float>(values).ToArray());

    public int Constant(int[] shape, params Half[] values) => Constant(shape, 1, MemoryMarshal.AsBytes<Half>(values).ToArray());

    public int Constant(int[] shape, params int[] values) => Constant(shape, 2, MemoryMarshal.AsBytes<int>(values).ToArray());

    public int Constant(int[] shape, int type, byte[] data)
    {
        _buffers.Add(new FlatTableWriter().Object(0, new FlatBytesWriter(data)));
        return Tensor($"constant{_buffers.Count}", shape, type, _buffers.Count - 1);
    }

    /// <summary>Adds a builtin operator and returns the tensor that it makes.</summary>
    public int Builtin(int code, int[] inputs, int[] outputShape, int optionsType = 0, FlatTableWriter? options = null, int version = 1)
    {
        _codes.Add(new FlatTableWriter().UInt8(0, Math.Min(code, 127)).Int32(2, version).Int32(3, code));
        return Operator(inputs, outputShape, o => options is null ? o : o.UInt8(3, optionsType).Object(4, options));
    }

    /// <summary>Adds a custom operator and returns the tensor that it makes.</summary>
    public int Custom(string name, int[] inputs, int[] outputShape, byte[]? options = null, int version = 2)
    {
        _codes.Add(new FlatTableWriter().UInt8(0, CustomCode).Text(1, name).Int32(2, version).Int32(3, CustomCode));
        return Operator(inputs, outputShape, o => options is null ? o : o.Object(5, new FlatBytesWriter(options)));
    }

    public byte[] ToFile(params int[] outputs)
    {
        Outputs.AddRange(outputs);
        FlatTableWriter graph = new FlatTableWriter()
            .Object(0, new FlatTablesWriter(_tensors))
            .Int32s(1, [.. Inputs])
            .Int32s(2, [.. Outputs])
            .Object(3, new FlatTablesWriter(_operators));
        return new FlatTableWriter()
            .Int32(0, 3)
            .Object(1, new FlatTablesWriter(_codes))
            .Object(2, new FlatTablesWriter([graph]))
            .Object(4, new FlatTablesWriter(_buffers))
            .ToFile("TFL3");
    }

    /// <summary>Converts the model with one output and runs it.</summary>
    public Values Run(int output, params float[][] inputs)
    {
        byte[] onnx = TfLiteConverter.ToOnnx(ToFile(output));
        Values[] values = [.. inputs.Select((elements, i) => new Values(_shapes[Inputs[i]], elements))];
        return OnnxRun.Run(onnx, values).Single().Value;
    }

    private int Operator(int[] inputs, int[] outputShape, Func<FlatTableWriter, FlatTableWriter> withOptions)
    {
        int output = Tensor(ResultName ?? $"result{_operators.Count}", outputShape);
        FlatTableWriter step = new FlatTableWriter().Int32(0, _codes.Count - 1).Int32s(1, inputs).Int32s(2, output);
        _operators.Add(withOptions(step));
        return output;
    }
}
