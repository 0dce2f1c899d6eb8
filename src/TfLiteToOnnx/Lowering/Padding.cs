// PAD: zeros around a tensor.
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Pad; the paddings are a constant [rank, 2] of elements before and after each axis.</summary>
internal static class Padding
{
    public static void Lower(OperatorSite site)
    {
        site.Require(2, 2);
        int tensor = site.FloatInput(0);
        TensorShape shape = site.Shape(0);
        site.RequireShape("paddings", site.Shape(1), shape.Rank, 2);
        (int[] before, int[] after) = Amounts(site, shape);
        if (site.Values.IsNchw(tensor))
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
