// The FlexBuffers types that options of operators are made of.
namespace TfLiteToOnnx.Reading;

/// <summary>Type numbers of https://flatbuffers.dev/flexbuffers/ (flexbuffers.h, enum Type).</summary>
internal static class FlexType
{
    public const int Int = 1;
    public const int UInt = 2;
    public const int Float = 3;
    public const int IndirectInt = 6;
    public const int IndirectUInt = 7;
    public const int IndirectFloat = 8;
    public const int Map = 9;
    public const int Vector = 10;
    public const int IntVector = 11;
    public const int UIntVector = 12;
    public const int Bool = 26;

    // Vectors of fixed length: int, uint, float of 2, then of 3, then of 4.
    private const int FirstFixedVector = 16;
    private const int LastFixedVector = 24;

    /// <summary>2, 3 or 4 for an integer vector of fixed length; 0 for anything else.</summary>
    public static int FixedIntegerVectorLength(int type) =>
        type is >= FirstFixedVector and <= LastFixedVector && (type - FirstFixedVector) % 3 != 2 ? 2 + ((type - FirstFixedVector) / 3) : 0;

    /// <summary>The element type of a typed integer vector.</summary>
    public static int ElementOf(int type) => type switch
    {
        IntVector => Int,
        UIntVector => UInt,
        _ => (type - FirstFixedVector) % 3 == 0 ? Int : UInt,
    };
}
