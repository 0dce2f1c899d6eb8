// An attribute of an ONNX node.
namespace TfLiteToOnnx.Onnx;

/// <summary>A name with an integer or a text, or a list of integers, numbers or texts.</summary>
internal sealed record OnnxAttribute
{
    // AttributeProto.AttributeType
    private const int IntType = 2;
    private const int StringType = 3;
    private const int FloatsType = 6;
    private const int IntsType = 7;
    private const int StringsType = 8;

    private readonly long _integer;
    private readonly long[]? _integers;
    private readonly float[]? _floats;
    private readonly string? _text;
    private readonly string[]? _texts;

    private OnnxAttribute(string name, long integer = 0, long[]? integers = null, float[]? floats = null, string? text = null, string[]? texts = null)
    {
        Name = name;
        _integer = integer;
        _integers = integers;
        _floats = floats;
        _text = text;
        _texts = texts;
    }

    public string Name { get; }

    /// <summary>The value of an attribute that is one integer.</summary>
    public long IntegerValue => _integer;

    public static OnnxAttribute Integer(string name, long value) => new(name, value);

    public static OnnxAttribute Integers(string name, params int[] values) => new(name, integers: Array.ConvertAll(values, v => (long)v));

    public static OnnxAttribute Floats(string name, params float[] values) => new(name, floats: values);

    public static OnnxAttribute Text(string name, string value) => new(name, text: value);

    public static OnnxAttribute Texts(string name, params string[] values) => new(name, texts: values);

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
        else if (_floats is not null)
        {
            writer.PackedSingles(7, _floats);
            writer.Int64(20, FloatsType);
        }
        else if (_texts is not null)
        {
            Array.ForEach(_texts, text => writer.Text(9, text));
            writer.Int64(20, StringsType);
        }
        else
        {
            writer.Int64(3, _integer);
            writer.Int64(20, IntType);
        }
    }
}
