// CONV_2D: [O, H, W, I] kernels over an image, with bias and fused activation.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Conv; or MatMul where the kernel is one pixel and the image would have to be transposed first.</summary>
internal static class Convolution
{
    private const int OptionsType = 1;
    private static readonly FlatField PaddingField = new(0, "padding");
    private static readonly FlatField StrideWidth = new(1, "stride_w");
    private static readonly FlatField StrideHeight = new(2, "stride_h");
    private static readonly FlatField Activation = new(3, "fused_activation_function");
    private static readonly FlatField DilationWidth = new(4, "dilation_w_factor");
    private static readonly FlatField DilationHeight = new(5, "dilation_h_factor");

    public static void Lower(OperatorSite site)
    {
        site.Require(2, 3);
        FlatTable options = site.Options(OptionsType) ?? throw site.Malformed("builtin_options", "none", "Conv2DOptions");
        TensorShape image = site.ImageShape(0);
        TensorShape kernel = site.ImageShape(1);
        int padding = options.UInt8(PaddingField);
        Window height = Window.Over(
            site, "height", image[1], kernel[1], options.Int32(StrideHeight), options.Int32(DilationHeight, absent: 1), padding);
        Window width = Window.Over(
            site, "width", image[2], kernel[2], options.Int32(StrideWidth), options.Int32(DilationWidth, absent: 1), padding);
        int groups = Groups(site, image, kernel);
        site.RequireOutputShape(image[0], height.Positions, width.Positions, kernel[0]);

        bool onePixel = kernel[1] == 1 && kernel[2] == 1 && height.Stride == 1 && width.Stride == 1 && groups == 1;
        if (onePixel && !site.Values.IsNchw(site.FloatInput(0)))
        {
            EmitMatMul(site, kernel, options.UInt8(Activation));
        }
        else
        {
            EmitConv(site, Weights(site, kernel), kernel[0], groups, height, width, options.UInt8(Activation));
        }
    }

    /// <summary>Emits Conv for weights that are in ONNX's order already; shared with the depthwise convolution.</summary>
    public static void EmitConv(OperatorSite site, string weights, int channels, int groups, Window height, Window width, int activation)
    {
        List<string> inputs = [site.Values.Nchw(site.FloatInput(0)), weights];
        if (Bias(site, channels) is { } bias)
        {
            inputs.Add(bias);
        }

        OnnxAttribute[] attributes = [.. Window.Attributes(height, width), OnnxAttribute.Integer("group", groups)];
        FusedActivation.Emit(site, activation, site.Values.NameNchw(site.Output), "Conv", inputs, attributes);
    }

    private static int Groups(OperatorSite site, TensorShape image, TensorShape kernel)
    {
        int groups = image[3] / kernel[3];
        return groups * kernel[3] == image[3] && kernel[0] % groups == 0
            ? groups
            : throw site.Malformed("channels", $"{kernel} kernels over {image}", "kernels whose channels divide the image's");
    }

    private static void EmitMatMul(OperatorSite site, TensorShape kernel, int activation)
    {
        int outputs = kernel[0];
        int inputs = kernel[3];
        string weights = site.Values.Constant(
            site.ConstantInput(1), "pixel matrix", w => site.Graph.Floats(Layout.Permute(w, [outputs, inputs], [1, 0]), inputs, outputs));
        string image = site.Values.Stored(site.FloatInput(0));
        string result = site.Values.NameStored(site.Output);
        if (Bias(site, outputs) is { } bias)
        {
            FusedActivation.Emit(site, activation, result, "Add", [site.Graph.Add("MatMul", [image, weights]), bias]);
        }
        else
        {
            FusedActivation.Emit(site, activation, result, "MatMul", [image, weights]);
        }
    }

    private static string Weights(OperatorSite site, TensorShape kernel) => site.Values.Constant(
        site.ConstantInput(1),
        "convolution",
        w => site.Graph.Floats(Layout.Permute(w, kernel.Dimensions, Layout.ToNchw), Layout.Nchw(kernel.Dimensions)));

    private static string? Bias(OperatorSite site, int channels)
    {
        if (!site.HasInput(2))
        {
            return null;
        }

        site.RequireShape("bias", site.Shape(2), channels);
        return site.Values.Stored(site.ConstantInput(2));
    }
}
