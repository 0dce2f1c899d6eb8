// What a model may be at most; far above any model for a face, far below what exhausts memory.
namespace TfLiteToOnnx.Model;

/// <summary>Limits that keep hostile files from costing more than their size is worth.</summary>
internal static class Limits
{
    /// <summary>Elements of one tensor (1 GiB as float32; activations are not allocated here).</summary>
    public const int Elements = 1 << 28;

    public const int Rank = 8;

    /// <summary>Tensors of a graph, and operators of a graph.</summary>
    public const int Entries = 1 << 16;

    /// <summary>Largest kernel extent, stride, dilation or padding.</summary>
    public const int Extent = 1 << 15;

    /// <summary>Bytes of constants in the ONNX file: a fixed part and a multiple of the TensorFlow Lite file's length.</summary>
    /// <remarks>float16 doubles on its way to float32, and a constant may be needed in two layouts.</remarks>
    public static long ConstantBytes(int fileLength) => (16L * fileLength) + (1 << 24);
}
