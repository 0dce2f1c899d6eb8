// From the bytes of a .tflite file to a TfLiteModel.
using System.Text;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Model;

/// <summary>Reads tables into tensors and operators; the checks of the graph as a whole are <see cref="GraphRules"/>.</summary>
internal static class ModelReader
{
    /// <exception cref="TfLiteFormatException">The file is unsound.</exception>
    /// <exception cref="UnsupportedOperatorException">A tensor has a form that no operator here can use.</exception>
    public static TfLiteModel Read(ReadOnlyMemory<byte> bytes)
    {
        FlatTable model = ReadHeader(bytes);
        FlatTable[] subgraphs = model.Tables(Schema.Model.Subgraphs);
        if (subgraphs.Length != 1)
        {
            throw new TfLiteFormatException(model.Place(Schema.Model.Subgraphs), $"{subgraphs.Length} subgraphs", "1");
        }

        FlatTable graph = subgraphs[0];
        TfLiteModel result = new(
            ReadTensors(graph, model.Tables(Schema.Model.Buffers)),
            ReadOperators(graph, model.Tables(Schema.Model.OperatorCodes)),
            graph.Int32s(Schema.SubGraph.Inputs),
            graph.Int32s(Schema.SubGraph.Outputs),
            bytes.Length);
        GraphRules.Check(result);
        return result;
    }

    private static FlatTable ReadHeader(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 8 || !bytes.Span.Slice(4, 4).SequenceEqual(Encoding.ASCII.GetBytes(Schema.FileIdentifier)))
        {
            string found = bytes.Length < 8 ? $"a file of {bytes.Length} bytes" : $"0x{Convert.ToHexString(bytes.Span.Slice(4, 4))}";
            throw new TfLiteFormatException("file identifier", 4, found, $"\"{Schema.FileIdentifier}\"");
        }

        FlatTable model = FlatTable.Root(new FlatBuffer(bytes), "Model");
        uint version = model.UInt32(Schema.Model.Version);
        return version == Schema.Version
            ? model
            : throw new TfLiteFormatException(model.Place(Schema.Model.Version), $"{version}", $"{Schema.Version}");
    }

    private static Tensor[] ReadTensors(FlatTable graph, FlatTable[] buffers)
    {
        FlatTable[] tables = Entries(graph, Schema.SubGraph.Tensors);
        Tensor[] tensors = new Tensor[tables.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            tensors[i] = ReadTensor(i, tables[i], buffers);
        }

        return tensors;
    }

    private static Tensor ReadTensor(int index, FlatTable table, FlatTable[] buffers)
    {
        TensorShape shape = TensorShape.Checked(table.Int32s(Schema.Tensor.Shape), table.Place(Schema.Tensor.Shape));
        ElementType type = (ElementType)(sbyte)table.UInt8(Schema.Tensor.Type);
        string name = table.Text(Schema.Tensor.Name);
        if (table.Table(Schema.Tensor.Sparsity) is not null)
        {
            throw new TfLiteFormatException(table.Place(Schema.Tensor.Sparsity), $"the sparse tensor '{name}'", "a dense one");
        }

        ReadOnlyMemory<byte> data = ReadBuffer(table, buffers);
        if (data.IsEmpty)
        {
            return new Tensor(index, name, type, shape, null);
        }

        long size = (long)shape.ElementCount * type.Size();
        return size == data.Length
            ? new Tensor(index, name, type, shape, data)
            : throw new TfLiteFormatException(
                table.Place(Schema.Tensor.Buffer), $"{data.Length} bytes of constant '{name}'", $"{size} for {type}{shape}");
    }

    private static ReadOnlyMemory<byte> ReadBuffer(FlatTable tensor, FlatTable[] buffers)
    {
        uint index = tensor.UInt32(Schema.Tensor.Buffer);
        if (index >= buffers.Length)
        {
            throw new TfLiteFormatException(tensor.Place(Schema.Tensor.Buffer), $"buffer {index}", $"one of the {buffers.Length} buffers");
        }

        FlatTable buffer = buffers[index];
        return buffer.Has(Schema.Buffer.ExternalOffset)
            ? throw new TfLiteFormatException(buffer.Place(Schema.Buffer.ExternalOffset), "data outside the FlatBuffer", "data inside")
            : buffer.Bytes(Schema.Buffer.Data);
    }

    private static Operator[] ReadOperators(FlatTable graph, FlatTable[] codes)
    {
        FlatTable[] tables = Entries(graph, Schema.SubGraph.Operators);
        (string Name, int Version)[] kinds = Array.ConvertAll(codes, ReadOperatorCode);
        Operator[] operators = new Operator[tables.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            operators[i] = ReadOperator(i, tables[i], kinds);
        }

        return operators;
    }

    private static Operator ReadOperator(int index, FlatTable table, (string Name, int Version)[] kinds)
    {
        uint kind = table.UInt32(Schema.Operator.OpcodeIndex);
        if (kind >= kinds.Length)
        {
            throw new TfLiteFormatException(table.Place(Schema.Operator.OpcodeIndex), $"{kind}", $"one of the {kinds.Length} operator codes");
        }

        return new Operator(
            index,
            kinds[kind].Name,
            kinds[kind].Version,
            table.Int32s(Schema.Operator.Inputs),
            table.Int32s(Schema.Operator.Outputs),
            table.UInt8(Schema.Operator.BuiltinOptionsType),
            table.Table(Schema.Operator.BuiltinOptions),
            table.Bytes(Schema.Operator.CustomOptions));
    }

    private static (string Name, int Version) ReadOperatorCode(FlatTable code)
    {
        int builtin = Math.Max(
            (sbyte)code.UInt8(Schema.OperatorCode.DeprecatedBuiltinCode), code.Int32(Schema.OperatorCode.BuiltinCode));
        string name = builtin == OperatorNames.Custom ? code.Text(Schema.OperatorCode.CustomCode) : OperatorNames.Of(builtin);
        return (name, code.Int32(Schema.OperatorCode.Version, absent: 1));
    }

    private static FlatTable[] Entries(FlatTable graph, FlatField field)
    {
        int count = graph.VectorLength(field, sizeof(uint));
        return count <= Limits.Entries
            ? graph.Tables(field)
            : throw new TfLiteFormatException(graph.Place(field), $"{count} entries", $"at most {Limits.Entries}");
    }
}
