// Operators on elements, axes and shapes: both on images (channels-first inside) and on tensors in the file's order.
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class ElementOperatorTests
{
    private static readonly int[] Image = [1, 2, 2, 2];
    private static readonly float[] Elements = [1f, -2f, 3f, -4f, 5f, -6f, 7f, -8f];

    [Theory]
    [InlineData(19, "max(x, 0)")]
    [InlineData(14, "1 / (1 + exp(-x))")]
    [InlineData(59, "-x")]
    public void Functions_of_one_element(int code, string formula)
    {
        Func<float, float> function = formula switch
        {
            "max(x, 0)" => x => Math.Max(x, 0),
            "-x" => x => -x,
            _ => x => 1 / (1 + MathF.Exp(-x)),
        };
        foreach (bool image in (bool[])[false, true])
        {
            TinyModel model = new();
            int result = model.Builtin(code, [Start(model, image)], Image);
            Near.Equal(new Values(Image, Array.ConvertAll(Elements, e => function(e))), model.Run(result, Elements));
        }
    }

    [Fact]
    public void SQRT_and_RSQRT()
    {
        TinyModel model = new();
        int root = model.Builtin(75, [model.Input(3)], [3]);
        Near.Equal(new Values([3], [1f, 2f, 0.5f]), model.Run(root, [1f, 4f, 0.25f]));
        model = new TinyModel();
        int reciprocal = model.Builtin(76, [model.Input(3)], [3]);
        Near.Equal(new Values([3], [1f, 0.5f, 2f]), model.Run(reciprocal, [1f, 4f, 0.25f]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PRELU_has_a_slope_for_each_channel(bool image)
    {
        TinyModel model = new();
        int slope = model.Constant([1, 1, 2], 10f, 0.5f);
        int result = model.Builtin(54, [Start(model, image), slope], Image);
        Near.Equal(new Values(Image, [1f, -1f, 3f, -2f, 5f, -3f, 7f, -4f]), model.Run(result, Elements));
    }

    [Theory]
    [InlineData(0, 11, new[] { 11f, 18f, 13f, 16f, 15f, 14f, 17f, 12f })]
    [InlineData(41, 28, new[] { -9f, -22f, -7f, -24f, -5f, -26f, -3f, -28f })]
    [InlineData(18, 21, new[] { 10f, -40f, 30f, -80f, 50f, -120f, 70f, -160f })]
    [InlineData(42, 29, new[] { 0.1f, -0.1f, 0.3f, -0.2f, 0.5f, -0.3f, 0.7f, -0.4f })]
    [InlineData(99, 0, new[] { 81f, 484f, 49f, 576f, 25f, 676f, 9f, 784f })]
    public void Functions_of_two_elements_broadcast_a_constant_over_channels(int code, int optionsType, float[] expected)
    {
        foreach (bool image in (bool[])[false, true])
        {
            TinyModel model = new();
            FlatTableWriter? options = optionsType == 0 ? null : new FlatTableWriter();
            int result = model.Builtin(code, [Start(model, image), model.Constant([2], 10f, 20f)], Image, optionsType, options);
            Near.Equal(new Values(Image, expected), model.Run(result, Elements));
        }
    }

    [Fact]
    public void ADD_of_an_image_and_a_tensor_in_the_other_order_applies_its_activation()
    {
        TinyModel model = new();
        int image = Start(model, image: true);
        int result = model.Builtin(0, [image, model.Input(Image)], Image, 11, new FlatTableWriter().UInt8(0, 1));
        float[] other = [-2f, 5f, 0f, 5f, 0f, 5f, 0f, 5f];
        Near.Equal(new Values(Image, [0f, 3f, 3f, 1f, 5f, 0f, 7f, 0f]), model.Run(result, Elements, other));
    }

    [Theory]
    [InlineData(40, 3, true, new[] { -0.5f, -0.5f, -0.5f, -0.5f })]
    [InlineData(74, -1, true, new[] { -1f, -1f, -1f, -1f })]
    [InlineData(40, 1, true, new[] { 3f, -4f, 5f, -6f })]
    [InlineData(74, 1, false, new[] { 6f, -8f, 10f, -12f })]
    public void MEAN_and_SUM_over_an_axis(int code, int axis, bool keep, float[] expected)
    {
        int[] shape = [.. Image.Select((d, i) => i == (axis + 4) % 4 ? 1 : d).Where((_, i) => keep || i != (axis + 4) % 4)];
        foreach (bool image in (bool[])[false, true])
        {
            TinyModel model = new();
            int axes = model.Constant([], axis);
            int result = model.Builtin(code, [Start(model, image), axes], shape, 27, new FlatTableWriter().UInt8(0, keep ? 1 : 0));
            Near.Equal(new Values(shape, expected), model.Run(result, Elements));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PAD_of_channels_and_rows(bool image)
    {
        TinyModel model = new();
        int paddings = model.Constant([4, 2], 0, 0, 1, 0, 0, 0, 0, 1);
        int result = model.Builtin(34, [Start(model, image), paddings], [1, 3, 2, 3]);
        float[] expected = [0, 0, 0, 0, 0, 0, 1, -2, 0, 3, -4, 0, 5, -6, 0, 7, -8, 0];
        Near.Equal(new Values([1, 3, 2, 3], expected), model.Run(result, Elements));
    }

    [Fact]
    public void PRELU_of_an_image_whose_channels_fill_blocks_is_exact_for_any_slope()
    {
        float[] slopes = [0f, 1f, 2.5f, -1f, 0.25f, -0.5f, 1e-3f, 3f, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f];
        float[] elements = [.. Enumerable.Range(0, 64).Select(i => ((i * 29 % 64) - 31.5f) / 8f)];
        TinyModel model = new();
        int result = model.Builtin(54, [ImageOf(model, 16), model.Constant([1, 1, 16], slopes)], [1, 2, 2, 16]);
        float[] expected = [.. elements.Select((x, i) => x > 0 ? x : x * slopes[i % 16])];
        Near.Equal(new Values([1, 2, 2, 16], expected), model.Run(result, elements), 1e-6);
    }

    [Fact]
    public void PAD_that_adds_blocks_of_channels_copies_and_fills_with_zeros()
    {
        float[] elements = [.. Enumerable.Range(1, 64).Select(i => i / 3f)];
        TinyModel model = new();
        int paddings = model.Constant([4, 2], 0, 0, 0, 0, 0, 0, 0, 16);
        int result = model.Builtin(34, [ImageOf(model, 16), paddings], [1, 2, 2, 32]);
        float[] expected = [.. Enumerable.Range(0, 128).Select(i => i % 32 < 16 ? elements[(i / 32 * 16) + (i % 32)] : 0f)];
        Near.Equal(new Values([1, 2, 2, 32], expected), model.Run(result, elements), 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RESHAPE_keeps_the_order_of_the_file(bool image)
    {
        TinyModel model = new();
        int result = model.Builtin(22, [Start(model, image)], [4, 2]);
        Near.Equal(new Values([4, 2], Elements), model.Run(result, Elements));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TRANSPOSE_moves_axes(bool image)
    {
        TinyModel model = new();
        int result = model.Builtin(39, [Start(model, image), model.Constant([4], 0, 3, 2, 1)], Image);
        Near.Equal(new Values(Image, [1f, 5f, 3f, 7f, -2f, -6f, -4f, -8f]), model.Run(result, Elements));
    }

    [Theory]
    [InlineData(-1, new[] { 1, 2, 2, 3 }, new[] { 1f, -2f, 10f, 3f, -4f, 20f, 5f, -6f, 30f, 7f, -8f, 40f })]
    [InlineData(2, new[] { 1, 2, 3, 2 }, new[] { 1f, -2f, 3f, -4f, 10f, 20f, 5f, -6f, 7f, -8f, 30f, 40f })]
    public void CONCATENATION_with_a_constant(int axis, int[] shape, float[] expected)
    {
        int[] part = axis == 2 ? [1, 2, 1, 2] : [1, 2, 2, 1];
        foreach (bool image in (bool[])[false, true])
        {
            TinyModel model = new();
            int[] parts = [Start(model, image), model.Constant(part, 10f, 20f, 30f, 40f)];
            int result = model.Builtin(2, parts, shape, 10, new FlatTableWriter().Int32(0, axis));
            Near.Equal(new Values(shape, expected), model.Run(result, Elements));
        }
    }

    [Theory]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 1, 2, 2, 2 }, new[] { 1, 1, 1, 1 }, 0, 0, 0, new[] { 1, 2, 2, 2 }, new[] { 1f, -2f, 3f, -4f, 5f, -6f, 7f, -8f })]
    [InlineData(new[] { 0, 1, 0, 0 }, new[] { 1, 2, 2, 2 }, new[] { 1, 1, 1, 1 }, 0, 0, 0, new[] { 1, 1, 2, 2 }, new[] { 5f, -6f, 7f, -8f })]
    [InlineData(new[] { 9, 0, 0, -1 }, new[] { 0, 0, 0, 9 }, new[] { 1, 1, 1, 1 }, 1, 7, 0, new[] { 1, 2, 2, 1 }, new[] { -2f, -4f, -6f, -8f })]
    [InlineData(new[] { 0, -1, 0, 0 }, new[] { 1, -9, 2, 2 }, new[] { 1, -1, 1, 1 }, 0, 0, 0, new[] { 1, 2, 2, 2 }, new[] { 5f, -6f, 7f, -8f, 1f, -2f, 3f, -4f })]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 1, 2, 2, 2 }, new[] { 1, 1, 2, 2 }, 0, 0, 0, new[] { 1, 2, 1, 1 }, new[] { 1f, 5f })]
    [InlineData(new[] { 0, 0, -1, 0 }, new[] { 1, 2, 0, 2 }, new[] { 1, 1, 1, 1 }, 0, 0, 4, new[] { 1, 2, 2 }, new[] { 3f, -4f, 7f, -8f })]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 1, 2, 2, 2 }, new[] { 1, 1, 1, 1 }, 0, 0, 1, new[] { 2, 2, 2 }, new[] { 1f, -2f, 3f, -4f, 5f, -6f, 7f, -8f })]
    public void STRIDED_SLICE_slices_as_Python_does(
        int[] begin, int[] end, int[] strides, int beginMask, int endMask, int shrinkMask, int[] shape, float[] expected)
    {
        foreach (bool image in (bool[])[false, true])
        {
            TinyModel model = new();
            int[] inputs = [Start(model, image), model.Constant([4], begin), model.Constant([4], end), model.Constant([4], strides)];
            FlatTableWriter masks = new FlatTableWriter().Int32(0, beginMask).Int32(1, endMask).Int32(4, shrinkMask);
            int result = model.Builtin(45, inputs, shape, 32, masks);
            Near.Equal(new Values(shape, expected), model.Run(result, Elements));
        }
    }

    [Fact]
    public void An_empty_slice_is_an_error()
    {
        TinyModel model = new();
        int[] inputs = [model.Input(4), model.Constant([1], 2), model.Constant([1], 2), model.Constant([1], 1)];
        int result = model.Builtin(45, inputs, [1], 32, new FlatTableWriter());
        Assert.Contains("not empty", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_an_error()
    {
        TinyModel model = new();
        int result = model.Builtin(0, [model.Input(2, 3), model.Input(2, 4)], [2, 3], 11, new FlatTableWriter());
        Assert.Contains("broadcast", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    /// <summary>The image as an input; or as the converter keeps images between convolutions.</summary>
    private static int Start(TinyModel model, bool image) => image ? ImageOf(model, 2) : model.Input(Image);

    /// <summary>An input of [1, 2, 2, channels] behind a depthwise convolution by 1.</summary>
    private static int ImageOf(TinyModel model, int channels)
    {
        int[] shape = [1, 2, 2, channels];
        FlatTableWriter options = new FlatTableWriter().UInt8(0, 1).Int32(1, 1).Int32(2, 1).Int32(3, 1);
        float[] ones = [.. Enumerable.Repeat(1f, channels)];
        return model.Builtin(4, [model.Input(shape), model.Constant([1, 1, 1, channels], ones)], shape, 2, options);
    }
}
