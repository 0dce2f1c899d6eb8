// PAD: zeros around a tensor.
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Pad; the paddings are a constant [rank, 2] of elements before and after each axis.</summary>
/// <remarks>
/// Channels added to an image, the face models' way past a shortcut, become a convolution with [I; 0] where that keeps the
/// image in ONNX Runtime's blocks: a Pad in plain order drags every addition after it out of blocks too.
/// </remarks>
internal static class Padding
{
    public static void Lower(OperatorSite site)
    {
        site.Require(2, 2);
        int tensor = site.FloatInput(0);
        TensorShape shape = site.Shape(0);
        site.RequireShape("paddings", site.Shape(1), shape.Rank, 2);
        (int[] before, int[] after) = Amounts(site, shape);
        if (site.Values.IsNchw(tensor) && OnlyAddsChannels(before, after) && Blocks.Fill(shape[3]) && Blocks.Fill(site.OutputShape[3]))
        {
            string weights = Selection(site, shape[3], site.OutputShape[3]);
            string input = site.Values.Nchw(tensor);
            site.Graph.AddTo(site.Values.NameNchw(site.Output), "Conv", [input, weights]);
        }
        else if (site.Values.IsNchw(tensor))
        {
            string pads = site.Graph.Integers([.. Layout.Nchw(before), .. Layout.Nchw(after)]);
            string input = site.Values.Nchw(tensor);
            site.Graph.AddTo(site.Values.NameNchw(site.Output), "Pad", [input, pads]);
        }
        else
        {
            string pads = site.Graph.Integers((ReadOnlySpan<int>)[.. before, .. after]);
            string input = site.Values.Stored(tensor);
            site.Graph.AddTo(site.Values.NameStored(site.Output), "Pad", [input, pads]);
        }
    }

    private static bool OnlyAddsChannels(int[] before, int[] after) =>
        before.All(amount => amount == 0) && after.AsSpan(0, Layout.ImageRank - 1).IndexOfAnyExcept(0) < 0;

    /// <summary>Kernels of one pixel that copy the channels there are and make zeros of the rest.</summary>
    private static string Selection(OperatorSite site, int inputs, int outputs)
    {
        float[] weights = new float[outputs * inputs];
        for (int channel = 0; channel < inputs; channel++)
        {
            weights[(channel * inputs) + channel] = 1f;
        }

        return site.Graph.Floats(weights, outputs, inputs, 1, 1);
    }

    private static (int[] Before, int[] After) Amounts(OperatorSite site, TensorShape shape)
    {
        int[] paddings = site.Integers(1);
        int[] before = new int[shape.Rank];
        int[] after = new int[shape.Rank];
        int[] padded = new int[shape.Rank];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            before[axis] = paddings[2 * axis];
            after[axis] = paddings[(2 * axis) + 1];
            if (before[axis] is < 0 or > Limits.Extent || after[axis] is < 0 or > Limits.Extent)
            {
                throw site.Malformed($"paddings of axis {axis}", $"{before[axis]} and {after[axis]}", $"0 to {Limits.Extent}");
            }

            padded[axis] = shape[axis] + before[axis] + after[axis];
        }

        site.RequireOutputShape(padded);
        return (before, after);
    }
}
