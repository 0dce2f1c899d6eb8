// An attribute of an ONNX node.
namespace TfLiteToOnnx.Onnx;

/// <summary>A name with an integer, a list of integers or a text.</summary>
internal sealed record OnnxAttribute
{
    // AttributeProto.AttributeType
    private const int IntType = 2;
    private const int StringType = 3;
    private const int IntsType = 7;

    private readonly long _integer;
    private readonly long[]? _integers;
    private readonly string? _text;

    private OnnxAttribute(string name, long integer, long[]? integers, string? text)
    {
        Name = name;
        _integer = integer;
        _integers = integers;
        _text = text;
    }

    public string Name { get; }

    /// <summary>The value of an attribute that is one integer.</summary>
    public long IntegerValue => _integer;

    public static OnnxAttribute Integer(string name, long value) => new(name, value, null, null);

    public static OnnxAttribute Integers(string name, params int[] values) => new(name, 0, Array.ConvertAll(values, v => (long)v), null);

    public static OnnxAttribute Text(string name, string value) => new(name, 0, null, value);

    public void Write(ProtoWriter writer)
    {
        writer.Text(1, Name);
        if (_text is not null)
        {
            writer.Text(4, _text);
            writer.Int64(20, StringType);
        }
        else if (_integers is not null)
        {
            writer.PackedInt64s(8, _integers);
            writer.Int64(20, IntsType);
        }
        else
        {
            writer.Int64(3, _integer);
            writer.Int64(20, IntType);
        }
    }
}
