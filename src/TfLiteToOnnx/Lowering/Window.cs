// The sliding window of convolutions and pooling: kernel, stride, dilation and padding.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering;

/// <summary>A window over one axis of an image.</summary>
/// <param name="Size">Elements of the axis.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Step.</param>
/// <param name="Dilation">Distance of taps.</param>
/// <param name="Before">Elements of padding before the axis.</param>
/// <param name="After">Elements of padding after the axis.</param>
/// <param name="Positions">Elements of the result.</param>
internal sealed record Window(int Size, int Kernel, int Stride, int Dilation, int Before, int After, int Positions)
{
    private const int Same = 0;
    private const int Valid = 1;

    /// <summary>The window's padding from the schema's <c>Padding</c>.</summary>
    /// <remarks>
    /// SAME puts the odd element of padding after the axis (tensorflow/core/kernels, GetWindowedOutputSize). ONNX has
    /// auto_pad for it, but explicit pads leave no doubt: with the odd element before, a face's points move by pixels.
    /// </remarks>
    public static Window Over(OperatorSite site, string axis, int size, int kernel, int stride, int dilation, int padding)
    {
        RequireExtent(site, $"{axis} of the kernel", kernel);
        RequireExtent(site, $"stride over the {axis}", stride);
        RequireExtent(site, $"dilation over the {axis}", dilation);
        long reach = ((long)(kernel - 1) * dilation) + 1;
        switch (padding)
        {
            case Same:
                int positions = (size + stride - 1) / stride;
                long total = Math.Max((((positions - 1L) * stride) + reach) - size, 0);
                RequireExtent(site, $"padding over the {axis}", total + 1);
                return new Window(size, kernel, stride, dilation, (int)(total / 2), (int)(total - (total / 2)), positions);
            case Valid when reach <= size:
                return new Window(size, kernel, stride, dilation, 0, 0, (int)((size - reach) / stride) + 1);
            case Valid:
                throw site.Malformed($"{axis} of the kernel", $"{reach} with dilation", $"at most {size}");
            default:
                throw site.Malformed("padding", $"{padding}", "0 (SAME) or 1 (VALID)");
        }
    }

    /// <summary>The attributes of ONNX's Conv and MaxPool that describe the two windows.</summary>
    public static OnnxAttribute[] Attributes(Window height, Window width) =>
    [
        OnnxAttribute.Integers("kernel_shape", height.Kernel, width.Kernel),
        OnnxAttribute.Integers("strides", height.Stride, width.Stride),
        OnnxAttribute.Integers("dilations", height.Dilation, width.Dilation),
        OnnxAttribute.Integers("pads", height.Before, width.Before, height.After, width.After),
    ];

    private static void RequireExtent(OperatorSite site, string what, long value)
    {
        if (value is < 1 or > Limits.Extent)
        {
            throw site.Malformed(what, $"{value}", $"1 to {Limits.Extent}");
        }
    }
}
