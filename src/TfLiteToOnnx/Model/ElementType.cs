// Element types of tensors, numbered as in the TensorFlow Lite schema.
namespace TfLiteToOnnx.Model;

/// <summary>The schema's <c>TensorType</c>, as far as constants or activations here can have it.</summary>
internal enum ElementType
{
    Float32 = 0,
    Float16 = 1,
    Int32 = 2,
    UInt8 = 3,
    Int64 = 4,
    Bool = 6,
    Int16 = 7,
    Int8 = 9,
}

/// <summary>Sizes of element types.</summary>
internal static class ElementTypes
{
    /// <summary>Bytes per element; 0 for a type that constants here cannot have.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.Float32 or ElementType.Int32 => 4,
        ElementType.Float16 or ElementType.Int16 => 2,
        ElementType.Int64 => 8,
        ElementType.UInt8 or ElementType.Int8 or ElementType.Bool => 1,
        _ => 0,
    };
}
