// A value of a FlexBuffers file before it is decoded.
namespace TfLiteToOnnx.Reading;

/// <summary>Where a value is stored, in how many bytes, and its packed type (type in the upper six bits, width code in the lower two).</summary>
internal readonly record struct FlexReference(long Position, int Width, byte PackedType)
{
    public int Type => PackedType >> 2;

    /// <summary>Bytes per element of what the value refers to.</summary>
    public int TargetWidth => 1 << (PackedType & 3);
}
