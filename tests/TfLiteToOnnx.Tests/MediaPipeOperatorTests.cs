// MediaPipe's custom operators against their formulae in double precision.
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class MediaPipeOperatorTests
{
    private const int Crop = 4;

    [Theory]
    [InlineData(0f)]
    [InlineData(0.7f)]
    public void Landmarks2TransformMatrix_is_the_rotated_box_of_the_subset(float target)
    {
        float[] points = [10f, 20f, 1f, 40f, 35f, 2f, 12f, 50f, 3f, 30f, 8f, 4f, 25f, 25f, 5f];
        int[] subset = [0, 2, 3, 4];
        TinyModel model = new();
        int result = model.Custom("Landmarks2TransformMatrix", [model.Input(1, 5, 3)], [1, 4, 4], MatrixOptions(0, 1, subset, target));
        Near.Equal(Matrix(points, 0, 1, subset, target), model.Run(result, points));
    }

    [Fact]
    public void TransformLandmarks_applies_the_matrix_to_each_point()
    {
        TinyModel model = new();
        int result = model.Custom("TransformLandmarks", [model.Input(1, 3, 2), model.Input(1, 4, 4)], [1, 3, 2]);
        float[] matrix = [2f, 3f, 9f, 5f, -1f, 4f, 9f, 7f, 0f, 0f, 1f, 0f, 0f, 0f, 0f, 1f];
        Values found = model.Run(result, [0f, 0f, 1f, 0f, 1f, 2f], matrix);
        Near.Equal(new Values([1, 3, 2], [5f, 7f, 7f, 6f, 13f, 14f]), found);
    }

    [Theory]
    [InlineData(1f, 0f, 0f, 1f, 0f, 0f)]
    [InlineData(1f, 0f, 0f, 1f, 1.25f, 0.5f)]
    [InlineData(1.2f, -0.4f, 0.4f, 1.2f, 0.6f, -0.8f)]
    [InlineData(3f, 0f, 0f, 3f, -2f, -2f)]
    public void TransformTensorBilinear_samples_at_pixel_centres_and_is_0_outside(float a, float b, float c, float d, float tx, float ty)
    {
        const int Height = 5;
        const int Width = 6;
        float[] image = [.. Enumerable.Range(1, Height * Width * 2).Select(i => ((i * 37 % 101) - 50) / 10f)];
        float[] matrix = [a, b, 0, tx, c, d, 0, ty, 0, 0, 1, 0, 0, 0, 0, 1];
        float[] expected = new float[Crop * Crop * 2];
        for (int i = 0; i < expected.Length; i++)
        {
            (int x, int y, int channel) = (i / 2 % Crop, i / 2 / Crop, i % 2);
            double column = (a * (x + 0.5)) + (b * (y + 0.5)) + tx - 0.5;
            double row = (c * (x + 0.5)) + (d * (y + 0.5)) + ty - 0.5;
            expected[i] = (float)Bilinear(image, Height, Width, 2, row, column, channel);
        }

        TinyModel model = new();
        int result = model.Custom("TransformTensorBilinear", [model.Input(1, Height, Width, 2), model.Input(1, 4, 4)], [1, Crop, Crop, 2], CropOptions(Crop));
        Near.Equal(new Values([1, Crop, Crop, 2], expected), model.Run(result, image, matrix), 1e-4);
    }

    [Fact]
    public void Version_1_of_a_custom_operator_is_not_supported()
    {
        TinyModel model = new();
        int result = model.Custom("TransformLandmarks", [model.Input(1, 3, 2), model.Input(1, 4, 4)], [1, 3, 2], version: 1);
        UnsupportedOperatorException error = Assert.Throws<UnsupportedOperatorException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.Equal("Operator TransformLandmarks version 1, which makes tensor 'result0', is not supported: only version 2 is.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1 << 30)]
    public void A_senseless_crop_is_an_error(int size)
    {
        TinyModel model = new();
        int result = model.Custom("TransformTensorBilinear", [model.Input(1, 5, 6, 2), model.Input(1, 4, 4)], [1, Crop, Crop, 2], CropOptions(size));
        Assert.Contains("crop", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    [Fact]
    public void A_point_beyond_the_landmarks_is_an_error()
    {
        TinyModel model = new();
        int result = model.Custom("Landmarks2TransformMatrix", [model.Input(1, 5, 3)], [1, 4, 4], MatrixOptions(0, 1, [2, 5], 0f));
        TfLiteFormatException error = Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.Equal("operator 0 Landmarks2TransformMatrix options: found point 5, expected one of the 5 points.", error.Message);
    }

    [Fact]
    public void A_missing_option_is_an_error_that_names_it()
    {
        TinyModel model = new();
        byte[] options = FlexWriter.Map(("output_height", 4));
        int result = model.Custom("TransformTensorBilinear", [model.Input(1, 5, 6, 2), model.Input(1, 4, 4)], [1, Crop, Crop, 2], options);
        Assert.Contains("option 'output_width'", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    [Fact]
    public void Options_of_any_bytes_never_crash()
    {
        byte[] sound = MatrixOptions(0, 1, [0, 2, 3], 0f);
        Random random = new(5);
        for (int round = 0; round < 5000; round++)
        {
            byte[] options = [.. sound];
            options[random.Next(options.Length)] = (byte)random.Next(256);
            options[^random.Next(1, 24)] = (byte)random.Next(256);
            TinyModel model = new();
            int result = model.Custom("Landmarks2TransformMatrix", [model.Input(1, 5, 3)], [1, 4, 4], options[random.Next(4)..]);
            Hostile.ConvertsOrSaysWhyNot(model.ToFile(result));
        }
    }

    private static byte[] CropOptions(int size) => FlexWriter.Map(("output_height", size), ("output_width", size));

    private static byte[] MatrixOptions(int left, int right, int[] subset, float target) => FlexWriter.Map(
        ("left_rotation_idx", left),
        ("right_rotation_idx", right),
        ("subset_idxs", subset),
        ("target_rotation_radians", target),
        ("output_width", Crop),
        ("output_height", Crop),
        ("scale_x", 1.5f),
        ("scale_y", 1.25f));

    /// <summary>The matrix by way of the angle: rotate into the target frame, bound, scale, rotate back.</summary>
    private static Values Matrix(float[] points, int left, int right, int[] subset, double target)
    {
        double angle = target - Math.Atan2(points[(3 * right) + 1] - points[(3 * left) + 1], points[3 * right] - points[3 * left]);
        (double cos, double sin) = (Math.Cos(angle), Math.Sin(angle));
        double[] xs = [.. subset.Select(p => (cos * points[3 * p]) - (sin * points[(3 * p) + 1]))];
        double[] ys = [.. subset.Select(p => (sin * points[3 * p]) + (cos * points[(3 * p) + 1]))];
        (double middleX, double middleY) = ((xs.Max() + xs.Min()) / 2, (ys.Max() + ys.Min()) / 2);
        (double scaleX, double scaleY) = (1.5 * (xs.Max() - xs.Min()) / Crop, 1.25 * (ys.Max() - ys.Min()) / Crop);
        double[,] linear = { { cos * scaleX, sin * scaleY }, { -sin * scaleX, cos * scaleY } };
        double tx = (cos * middleX) + (sin * middleY) - ((linear[0, 0] + linear[0, 1]) * Crop / 2);
        double ty = (-sin * middleX) + (cos * middleY) - ((linear[1, 0] + linear[1, 1]) * Crop / 2);
        double[] matrix = [linear[0, 0], linear[0, 1], 0, tx, linear[1, 0], linear[1, 1], 0, ty, 0, 0, 1, 0, 0, 0, 0, 1];
        return new Values([1, 4, 4], Array.ConvertAll(matrix, v => (float)v));
    }

    private static double Bilinear(float[] image, int height, int width, int channels, double row, double column, int channel)
    {
        if (row < 0 || row > height - 1 || column < 0 || column > width - 1)
        {
            return 0;
        }

        (int y, int x) = ((int)row, (int)column);
        (double v, double u) = (row - y, column - x);
        double At(int r, int c) => image[(((Math.Min(r, height - 1) * width) + Math.Min(c, width - 1)) * channels) + channel];
        return ((1 - v) * (((1 - u) * At(y, x)) + (u * At(y, x + 1)))) + (v * (((1 - u) * At(y + 1, x)) + (u * At(y + 1, x + 1))));
    }
}
