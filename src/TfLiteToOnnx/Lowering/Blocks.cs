// What ONNX Runtime's blocked order of channels asks of an image.
namespace TfLiteToOnnx.Lowering;

/// <summary>
/// On x64, ONNX Runtime runs convolutions in an order of its own, NCHWc: channels in blocks that fill a vector register
/// (onnxruntime/core/optimizer/nchwc_transformer.cc). Whatever it cannot run in that order it surrounds by reorderings, which cost more
/// than the convolutions of a small model; so lowerings choose nodes that it can.
/// </summary>
internal static class Blocks
{
    /// <summary>Channels of a block with AVX-512; with AVX2 it is 8, which divides it.</summary>
    private const int Size = 16;

    /// <summary>Above this no weights are spent on keeping an image in blocks.</summary>
    private const int MaximumChannels = 512;

    /// <summary>Below this the added channels would be more than those there are.</summary>
    private const int MinimumChannels = Size / 2;

    /// <summary>Whether so many channels fill whole blocks, and are few enough.</summary>
    public static bool Fill(int channels) => channels % Size == 0 && channels <= MaximumChannels;

    /// <summary>Whether images of so many channels can be kept in blocks, with zeros behind their channels where they do not fill the last.</summary>
    public static bool CanFill(int channels) => channels is >= MinimumChannels and <= MaximumChannels;

    /// <summary>The channels of the blocks that hold so many; the same number where it is too small or too large for them.</summary>
    public static int Filled(int channels) => CanFill(channels) ? (channels + Size - 1) / Size * Size : channels;
}
