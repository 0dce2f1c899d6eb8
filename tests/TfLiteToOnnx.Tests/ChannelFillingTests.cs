// Images whose channels do not fill blocks are widened with zeros: nothing that can be seen may change by it.
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class ChannelFillingTests
{
    private const int Add = 0;
    private const int Conv2D = 3;
    private const int Depthwise = 4;
    private const int Logistic = 14;
    private const int MaxPool = 17;
    private const int Relu = 19;
    private const int Pad = 34;
    private const int PRelu = 54;
    private const int Side = 4;

    /// <summary>A face detector's block: convolution, depthwise convolution, shortcut with more channels, pooling.</summary>
    [Theory]
    [InlineData(12, 12)]
    [InlineData(24, 28)]
    [InlineData(12, 16)]
    [InlineData(16, 20)]
    [InlineData(15, 40)]
    [InlineData(16, 32)]
    [InlineData(6, 8)]
    [InlineData(7, 9)]
    public void A_residual_block_matches_its_definition(int narrow, int wide)
    {
        int[] image = [1, Side, Side, 3];
        float[] input = Numbers(image, 1);
        Values first = Positive(Convolve(image, input, 3, narrow));
        Values depthwise = Convolve(first.Shape, first.Elements, 3, narrow, depthwise: true);
        Values second = Convolve(depthwise.Shape, depthwise.Elements, 1, wide);
        Values sum = Positive(second with { Elements = [.. second.Elements.Select((x, i) => x + (i % wide < narrow ? first.Elements[(i / wide * narrow) + (i % wide)] : 0))] });
        Values pooled = Pooled(sum);
        Values expected = Convolve(pooled.Shape, pooled.Elements, 1, 5);

        TinyModel model = new();
        int a = model.Builtin(Relu, [Convolution(model, model.Input(image), 3, narrow, 3)], first.Shape);
        int b = Convolution(model, DepthwiseConvolution(model, a, narrow), narrow, wide, 1);
        int shortcut = model.Builtin(Pad, [a, model.Constant([4, 2], 0, 0, 0, 0, 0, 0, 0, wide - narrow)], sum.Shape);
        int c = model.Builtin(Relu, [model.Builtin(Add, [shortcut, b], sum.Shape)], sum.Shape);
        FlatTableWriter pool = new FlatTableWriter().UInt8(0, 0).Int32(1, 2).Int32(2, 2).Int32(3, 2).Int32(4, 2);
        int d = model.Builtin(MaxPool, [c], pooled.Shape, 5, pool);
        int result = Convolution(model, d, wide, 5, 1, Side / 2);
        Near.Equal(expected, model.Run(result, input));
    }

    [Theory]
    [InlineData(24, 28, false)]
    [InlineData(3, 28, true)]
    public void Channels_added_within_a_block_cost_no_node(int narrow, int wide, bool costs)
    {
        TinyModel model = new();
        int a = Convolution(model, model.Input(1, Side, Side, 3), 3, narrow, 3);
        int b = model.Builtin(Pad, [a, model.Constant([4, 2], 0, 0, 0, 0, 0, 0, 0, wide - narrow)], [1, Side, Side, wide]);
        byte[] onnx = TfLiteConverter.ToOnnx(model.ToFile(Convolution(model, b, wide, 5, 1)));

        // Two convolutions are left; where three channels cannot share the block, a third copies them into it.
        Assert.Equal(costs ? 3 : 2, Count(onnx, "Conv"u8));
        Assert.Equal(0, Count(onnx, "Pad"u8));
    }

    [Fact]
    public void Slopes_of_channels_that_do_not_fill_a_block_are_exact()
    {
        float[] slopes = [.. Enumerable.Range(0, 12).Select(i => (i - 3) / 4f)];
        int[] image = [1, Side, Side, 3];
        float[] input = Numbers(image, 1);
        Values first = Convolve(image, input, 3, 12);
        Values bent = first with { Elements = [.. first.Elements.Select((x, i) => x > 0 ? x : x * slopes[i % 12])] };
        Values expected = Convolve(bent.Shape, bent.Elements, 1, 5);

        TinyModel model = new();
        int a = Convolution(model, model.Input(image), 3, 12, 3);
        int b = model.Builtin(PRelu, [a, model.Constant([1, 1, 12], slopes)], first.Shape);
        Near.Equal(expected, model.Run(Convolution(model, b, 12, 5, 1), input));
    }

    [Fact]
    public void An_image_that_something_else_reads_keeps_its_channels()
    {
        // The sigmoid of an added zero is one half: it would not stay nothing.
        int[] image = [1, Side, Side, 3];
        float[] input = Numbers(image, 1);
        Values first = Convolve(image, input, 3, 12);
        Values squashed = first with { Elements = [.. first.Elements.Select(x => 1 / (1 + MathF.Exp(-x)))] };
        Values expected = Convolve(squashed.Shape, squashed.Elements, 1, 5);

        TinyModel model = new();
        int a = Convolution(model, model.Input(image), 3, 12, 3);
        int b = model.Builtin(Logistic, [a], first.Shape);
        Near.Equal(expected, model.Run(Convolution(model, b, 12, 5, 1), input));
    }

    [Fact]
    public void An_image_that_is_an_output_too_keeps_its_channels()
    {
        int[] image = [1, Side, Side, 3];
        float[] input = Numbers(image, 1);
        Values first = Positive(Convolve(image, input, 3, 12));
        Values second = Convolve(first.Shape, first.Elements, 1, 5);

        TinyModel model = new();
        int a = model.Builtin(Relu, [Convolution(model, model.Input(image), 3, 12, 3)], first.Shape);
        int b = Convolution(model, a, 12, 5, 1);
        Dictionary<string, Values> outputs = OnnxRun.Run(TfLiteConverter.ToOnnx(model.ToFile(a, b)), new Values(image, input));
        Near.Equal(first, outputs.Values.First());
        Near.Equal(second, outputs.Values.Last());
    }

    [Fact]
    public void A_chain_of_values_that_exclude_each_other_late_takes_no_longer_than_its_length()
    {
        const int Length = 100_000;
        ChannelFamilies families = new();
        for (int i = 0; i < Length; i++)
        {
            families.Join($"{i + 1}", $"{i}");
        }

        families.Exclude("0");
        Assert.True(Enumerable.Range(0, Length + 1).All(i => families.IsExcluded($"{i}")));
    }

    [Fact]
    public void Families_that_meet_are_excluded_together()
    {
        ChannelFamilies families = new();
        families.Join("a", "b");
        families.Exclude("c");
        Assert.False(families.IsExcluded("a"));
        families.Join("b", "c");
        Assert.True(families.IsExcluded("a"));
        Assert.False(families.IsExcluded("d"));
    }

    /// <summary>How often an operator's type stands in a file: as field 4, of its length.</summary>
    private static int Count(ReadOnlySpan<byte> onnx, ReadOnlySpan<byte> operatorType)
    {
        const byte OperatorTypeField = 0x22;
        return onnx.Count((ReadOnlySpan<byte>)[OperatorTypeField, (byte)operatorType.Length, .. operatorType]);
    }

    private static int Convolution(TinyModel model, int input, int inputs, int outputs, int kernel, int side = Side)
    {
        int[] kernels = [outputs, kernel, kernel, inputs];
        FlatTableWriter options = new FlatTableWriter().UInt8(0, 0).Int32(1, 1).Int32(2, 1);
        return model.Builtin(
            Conv2D, [input, model.Constant(kernels, Numbers(kernels, 2)), model.Constant([outputs], Numbers([outputs], 3))], [1, side, side, outputs], 1, options);
    }

    private static int DepthwiseConvolution(TinyModel model, int input, int channels)
    {
        int[] kernels = [1, 3, 3, channels];
        FlatTableWriter options = new FlatTableWriter().UInt8(0, 0).Int32(1, 1).Int32(2, 1).Int32(3, 1);
        return model.Builtin(
            Depthwise, [input, model.Constant(kernels, Numbers(kernels, 2)), model.Constant([channels], Numbers([channels], 3))], [1, Side, Side, channels], 2, options);
    }

    private static Values Convolve(int[] image, float[] input, int kernel, int outputs, bool depthwise = false)
    {
        int[] kernels = depthwise ? [1, kernel, kernel, outputs] : [outputs, kernel, kernel, image[3]];
        ConvolutionReference reference = new(image, kernels, 1, 1, true);
        return depthwise
            ? reference.Depthwise(input, Numbers(kernels, 2), Numbers([outputs], 3))
            : reference.Full(input, Numbers(kernels, 2), Numbers([outputs], 3));
    }

    private static Values Positive(Values image) => image with { Elements = Array.ConvertAll(image.Elements, x => MathF.Max(x, 0)) };

    private static Values Pooled(Values image)
    {
        (int width, int channels) = (image.Shape[2], image.Shape[3]);
        float At(int row, int column, int channel) => image.Elements[(((row * width) + column) * channels) + channel];
        int[] shape = [1, image.Shape[1] / 2, width / 2, channels];
        return new Values(shape, [.. from row in Enumerable.Range(0, shape[1])
                                     from column in Enumerable.Range(0, shape[2])
                                     from channel in Enumerable.Range(0, channels)
                                     select new[] { (0, 0), (0, 1), (1, 0), (1, 1) }.Max(at => At((2 * row) + at.Item1, (2 * column) + at.Item2, channel))]);
    }

    /// <summary>Numbers of both signs, small enough that sums over channels keep their digits.</summary>
    private static float[] Numbers(int[] shape, int seed) =>
        [.. Enumerable.Range(seed, shape.Aggregate(1, (a, b) => a * b)).Select(i => ((i * 7919 % 1009) - 504) / 2016f)];
}
