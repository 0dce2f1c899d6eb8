// TensorFlow's definition of a convolution, written out.
namespace TfLiteToOnnx.Tests.Support;

/// <summary>Sums over the kernel in double precision; SAME padding has its odd element after the image.</summary>
internal sealed class ConvolutionReference(int[] image, int[] kernels, int stride, int dilation, bool same)
{
    public Values Full(float[] input, float[] weights, float[] bias)
    {
        int[] shape = [image[0], Positions(1), Positions(2), kernels[0]];
        return Map(shape, at => bias[at[3]] + Taps(kernels[3]).Sum(
            tap => Pixel(input, at, tap, tap[2]) * weights[Index(kernels, at[3], tap[0], tap[1], tap[2])]));
    }

    public Values Depthwise(float[] input, float[] weights, float[] bias)
    {
        int[] shape = [image[0], Positions(1), Positions(2), kernels[3]];
        int multiplier = kernels[3] / image[3];
        return Map(shape, at => bias[at[3]] + Taps(1).Sum(
            tap => Pixel(input, at, tap, at[3] / multiplier) * weights[Index(kernels, 0, tap[0], tap[1], at[3])]));
    }

    private int Reach(int axis) => ((kernels[axis] - 1) * dilation) + 1;

    private int Positions(int axis) => same ? (image[axis] + stride - 1) / stride : ((image[axis] - Reach(axis)) / stride) + 1;

    private int Before(int axis) => same ? Math.Max(((Positions(axis) - 1) * stride) + Reach(axis) - image[axis], 0) / 2 : 0;

    private IEnumerable<int[]> Taps(int channels) => Grid([kernels[1], kernels[2], channels]);

    private double Pixel(float[] input, int[] at, int[] tap, int channel)
    {
        int row = (at[1] * stride) - Before(1) + (tap[0] * dilation);
        int column = (at[2] * stride) - Before(2) + (tap[1] * dilation);
        bool inside = row >= 0 && row < image[1] && column >= 0 && column < image[2];
        return inside ? input[Index(image, at[0], row, column, channel)] : 0;
    }

    private static Values Map(int[] shape, Func<int[], double> element) => new(shape, [.. Grid(shape).Select(at => (float)element(at))]);

    private static int Index(int[] shape, params int[] at) => at.Zip(shape).Aggregate(0, (index, pair) => (index * pair.Second) + pair.First);

    /// <summary>All positions of a shape, the last axis fastest.</summary>
    private static IEnumerable<int[]> Grid(int[] shape) => shape.Aggregate(
        (IEnumerable<int[]>)[[]], (heads, size) => heads.SelectMany(head => Enumerable.Range(0, size).Select(i => (int[])[.. head, i])));
}
