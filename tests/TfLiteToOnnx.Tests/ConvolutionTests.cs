// CONV_2D, DEPTHWISE_CONV_2D and MAX_POOL_2D against sums written out in the test.
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class ConvolutionTests
{
    private const int Conv2D = 3;
    private const int Depthwise = 4;
    private const int MaxPool = 17;
    private const int Same = 0;
    private const int Valid = 1;

    [Theory]
    [InlineData(5, 6, 3, 1, 1, Same)]
    [InlineData(5, 6, 3, 2, 1, Same)]
    [InlineData(6, 6, 3, 2, 1, Same)]
    [InlineData(6, 7, 2, 2, 1, Same)]
    [InlineData(7, 7, 3, 1, 2, Same)]
    [InlineData(7, 8, 3, 2, 1, Valid)]
    [InlineData(7, 8, 3, 1, 2, Valid)]
    [InlineData(4, 4, 1, 1, 1, Valid)]
    [InlineData(4, 4, 1, 2, 1, Same)]
    public void CONV_2D_matches_its_definition(int height, int width, int kernel, int stride, int dilation, int padding)
    {
        int[] image = [2, height, width, 3];
        int[] kernels = [4, kernel, kernel, 3];
        float[] input = Numbers(image);
        float[] weights = Numbers(kernels);
        float[] bias = [0.5f, -1f, 2f, 0f];
        Values expected = new ConvolutionReference(image, kernels, stride, dilation, padding == Same).Full(input, weights, bias);

        TinyModel model = new();
        int result = model.Builtin(
            Conv2D, [model.Input(image), model.Constant(kernels, weights), model.Constant([4], bias)], expected.Shape, 1, Options(padding, stride, dilation, 0));
        Near.Equal(expected, model.Run(result, input));
    }

    [Theory]
    [InlineData(1, Same)]
    [InlineData(2, Same)]
    [InlineData(2, Valid)]
    public void DEPTHWISE_CONV_2D_matches_its_definition_with_two_kernels_a_channel(int stride, int padding)
    {
        int[] image = [1, 5, 6, 3];
        int[] kernels = [1, 3, 3, 6];
        float[] input = Numbers(image);
        float[] weights = Numbers(kernels);
        float[] bias = Numbers([6]);
        Values expected = new ConvolutionReference(image, kernels, stride, 1, padding == Same).Depthwise(input, weights, bias);

        TinyModel model = new();
        FlatTableWriter options = new FlatTableWriter().UInt8(0, padding).Int32(1, stride).Int32(2, stride).Int32(3, 2);
        int result = model.Builtin(
            Depthwise, [model.Input(image), model.Constant(kernels, weights), model.Constant([6], bias)], expected.Shape, 2, options);
        Near.Equal(expected, model.Run(result, input));
    }

    [Theory]
    [InlineData(0, new[] { -3f, 0.5f, 3f, 9f })]
    [InlineData(1, new[] { 0f, 0.5f, 3f, 9f })]
    [InlineData(2, new[] { -1f, 0.5f, 1f, 1f })]
    [InlineData(3, new[] { 0f, 0.5f, 3f, 6f })]
    [InlineData(4, new[] { -0.99505475f, 0.46211716f, 0.99505475f, 0.99999997f })]
    public void The_fused_activation_is_applied(int activation, float[] expected)
    {
        TinyModel model = new();
        int kernel = model.Constant([1, 1, 1, 1], 1f);
        int result = model.Builtin(Conv2D, [model.Input(1, 2, 2, 1), kernel, -1], [1, 2, 2, 1], 1, Options(Valid, 1, 1, activation));
        Near.Equal(new Values([1, 2, 2, 1], expected), model.Run(result, [-3f, 0.5f, 3f, 9f]));
    }

    [Fact]
    public void Float16_weights_behind_DEQUANTIZE_are_used_as_float32()
    {
        TinyModel model = new();
        int half = model.Constant([1, 1, 1, 2], (Half)1.5f, (Half)(-0.25f));
        int kernel = model.Builtin(6, [half], [1, 1, 1, 2], version: 2);
        int result = model.Builtin(Conv2D, [model.Input(1, 1, 2, 2), kernel], [1, 1, 2, 1], 1, Options(Valid, 1, 1, 0));
        Near.Equal(new Values([1, 1, 2, 1], [1f, 3.5f]), model.Run(result, [1f, 2f, 3f, 4f]));
    }

    [Fact]
    public void MAX_POOL_2D_ignores_its_padding()
    {
        TinyModel model = new();
        FlatTableWriter options = new FlatTableWriter().UInt8(0, Same).Int32(1, 2).Int32(2, 2).Int32(3, 2).Int32(4, 2);
        int result = model.Builtin(MaxPool, [model.Input(1, 3, 3, 1)], [1, 2, 2, 1], 5, options);
        Values found = model.Run(result, [-1f, -2f, -3f, -4f, -5f, -6f, -7f, -8f, -9f]);
        Near.Equal(new Values([1, 2, 2, 1], [-1f, -3f, -7f, -9f]), found);
    }

    [Fact]
    public void An_output_shape_that_contradicts_the_kernel_is_an_error_that_names_the_operator()
    {
        TinyModel model = new();
        int result = model.Builtin(
            Conv2D, [model.Input(1, 4, 4, 1), model.Constant([1, 3, 3, 1], new float[9])], [1, 4, 4, 1], 1, Options(Valid, 1, 1, 0));
        TfLiteFormatException error = Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.Equal("operator 0 CONV_2D output: found shape [1, 4, 4, 1], expected [1, 2, 2, 1].", error.Message);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, int.MinValue)]
    public void Senseless_strides_and_dilations_are_errors(int stride, int dilation)
    {
        TinyModel model = new();
        int result = model.Builtin(
            Conv2D, [model.Input(1, 4, 4, 1), model.Constant([1, 3, 3, 1], new float[9])], [1, 4, 4, 1], 1, Options(Same, stride, dilation, 0));
        Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
    }

    [Fact]
    public void A_computed_kernel_is_not_supported()
    {
        TinyModel model = new();
        int result = model.Builtin(Conv2D, [model.Input(1, 4, 4, 1), model.Input(1, 1, 1, 1)], [1, 4, 4, 1], 1, Options(Valid, 1, 1, 0));
        UnsupportedOperatorException error = Assert.Throws<UnsupportedOperatorException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.Equal(("CONV_2D", 1, "result0"), (error.OperatorName, error.OperatorVersion, error.TensorName));
    }

    private static FlatTableWriter Options(int padding, int stride, int dilation, int activation) =>
        new FlatTableWriter().UInt8(0, padding).Int32(1, stride).Int32(2, stride).UInt8(3, activation).Int32(4, dilation).Int32(5, dilation);

    /// <summary>Distinct numbers of both signs without a pattern that a wrong order could hit by chance.</summary>
    private static float[] Numbers(int[] shape) =>
        [.. Enumerable.Range(1, shape.Aggregate(1, (a, b) => a * b)).Select(i => ((i * 7919 % 1009) - 504) / 252f)];
}
