// DEPTHWISE_CONV_2D: one or more kernels for each channel of an image.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Conv with as many groups as channels; kernels [1, H, W, C * multiplier] become [C * multiplier, 1, H, W].</summary>
internal static class DepthwiseConvolution
{
    private const int OptionsType = 2;
    private static readonly int[] ToGroups = [3, 0, 1, 2];
    private static readonly FlatField PaddingField = new(0, "padding");
    private static readonly FlatField StrideWidth = new(1, "stride_w");
    private static readonly FlatField StrideHeight = new(2, "stride_h");
    private static readonly FlatField Activation = new(4, "fused_activation_function");
    private static readonly FlatField DilationWidth = new(5, "dilation_w_factor");
    private static readonly FlatField DilationHeight = new(6, "dilation_h_factor");

    public static void Lower(OperatorSite site)
    {
        site.Require(2, 3);
        FlatTable options = site.Options(OptionsType) ?? throw site.Malformed("builtin_options", "none", "DepthwiseConv2DOptions");
        TensorShape image = site.ImageShape(0);
        TensorShape kernel = site.ImageShape(1);
        if (kernel[0] != 1 || kernel[3] % image[3] != 0)
        {
            throw site.Malformed("kernel", $"shape {kernel} over {image}", "[1, height, width, a multiple of the image's channels]");
        }

        int padding = options.UInt8(PaddingField);
        Window height = Window.Over(
            site, "height", image[1], kernel[1], options.Int32(StrideHeight), options.Int32(DilationHeight, absent: 1), padding);
        Window width = Window.Over(
            site, "width", image[2], kernel[2], options.Int32(StrideWidth), options.Int32(DilationWidth, absent: 1), padding);
        site.RequireOutputShape(image[0], height.Positions, width.Positions, kernel[3]);
        string weights = site.Values.Constant(
            site.ConstantInput(1),
            "depthwise",
            w => site.Graph.Floats(Layout.Permute(w, kernel.Dimensions, ToGroups), kernel[3], 1, kernel[1], kernel[2]));
        Convolution.EmitConv(site, weights, kernel[3], image[3], height, width, options.UInt8(Activation));
    }
}
