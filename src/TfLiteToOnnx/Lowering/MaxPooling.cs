// MAX_POOL_2D: the largest value under a window.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes MaxPool; padding never wins because ONNX leaves it out of the comparison.</summary>
internal static class MaxPooling
{
    private const int OptionsType = 5;
    private static readonly FlatField PaddingField = new(0, "padding");
    private static readonly FlatField StrideWidth = new(1, "stride_w");
    private static readonly FlatField StrideHeight = new(2, "stride_h");
    private static readonly FlatField FilterWidth = new(3, "filter_width");
    private static readonly FlatField FilterHeight = new(4, "filter_height");
    private static readonly FlatField Activation = new(5, "fused_activation_function");

    public static void Lower(OperatorSite site)
    {
        site.Require(1, 1);
        FlatTable options = site.Options(OptionsType) ?? throw site.Malformed("builtin_options", "none", "Pool2DOptions");
        TensorShape image = site.ImageShape(0);
        int padding = options.UInt8(PaddingField);
        Window height = Window.Over(site, "height", image[1], options.Int32(FilterHeight), options.Int32(StrideHeight), 1, padding);
        Window width = Window.Over(site, "width", image[2], options.Int32(FilterWidth), options.Int32(StrideWidth), 1, padding);
        site.RequireOutputShape(image[0], height.Positions, width.Positions, image[3]);
        string input = site.Values.Nchw(site.FloatInput(0));
        FusedActivation.Emit(
            site, options.UInt8(Activation), site.Values.NameNchw(site.Output), "MaxPool", [input], Window.Attributes(height, width));
    }
}
