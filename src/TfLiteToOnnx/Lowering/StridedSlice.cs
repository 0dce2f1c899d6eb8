// STRIDED_SLICE: from begin to end by a stride on each axis, as Python slices.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Slice, and Reshape where axes are dropped; a slice of everything costs no node.</summary>
internal static class StridedSlice
{
    private const int OptionsType = 32;
    private static readonly FlatField BeginMask = new(0, "begin_mask");
    private static readonly FlatField EndMask = new(1, "end_mask");
    private static readonly FlatField EllipsisMask = new(2, "ellipsis_mask");
    private static readonly FlatField NewAxisMask = new(3, "new_axis_mask");
    private static readonly FlatField ShrinkAxisMask = new(4, "shrink_axis_mask");

    public static void Lower(OperatorSite site)
    {
        site.Require(4, 4);
        int tensor = site.FloatInput(0);
        TensorShape shape = site.Shape(0);
        FlatTable? options = site.Options(OptionsType);
        if ((options?.Int32(EllipsisMask) ?? 0) != 0 || (options?.Int32(NewAxisMask) ?? 0) != 0)
        {
            throw site.Unsupported("its ellipsis_mask or new_axis_mask is set");
        }

        int shrink = options?.Int32(ShrinkAxisMask) ?? 0;
        AxisRange[] ranges = Ranges(site, shape, options?.Int32(BeginMask) ?? 0, options?.Int32(EndMask) ?? 0, shrink);
        site.RequireOutputShape([.. ranges.Where((_, axis) => !IsSet(shrink, axis)).Select(range => range.Count)]);
        Emit(site, tensor, shape, ranges, dropsAxes: site.OutputShape.Rank != shape.Rank);
    }

    private static void Emit(OperatorSite site, int tensor, TensorShape shape, AxisRange[] ranges, bool dropsAxes)
    {
        bool everything = ranges.Zip(shape.Dimensions.ToArray()).All(pair => pair.First.IsAllOf(pair.Second));
        if (dropsAxes)
        {
            string source = everything ? site.Values.InStoredMemoryOrder(tensor) : site.Graph.Add("Slice", SliceInputs(site, site.Values.Stored(tensor), ranges));
            string dimensions = site.Graph.Integers(site.OutputShape.Dimensions);
            site.Graph.AddTo(site.Values.NameStored(site.Output), "Reshape", [source, dimensions]);
        }
        else if (everything)
        {
            site.Values.Alias(tensor, site.Output);
        }
        else if (site.Values.IsNchw(tensor))
        {
            AxisRange[] nchw = Array.ConvertAll(Layout.ToNchw, axis => ranges[axis]);
            string[] inputs = SliceInputs(site, site.Values.Nchw(tensor), nchw);
            site.Graph.AddTo(site.Values.NameNchw(site.Output), "Slice", inputs);
        }
        else
        {
            string[] inputs = SliceInputs(site, site.Values.Stored(tensor), ranges);
            site.Graph.AddTo(site.Values.NameStored(site.Output), "Slice", inputs);
        }
    }

    private static string[] SliceInputs(OperatorSite site, string source, AxisRange[] ranges) =>
    [
        source,
        site.Graph.Integers(Array.ConvertAll(ranges, r => r.Begin)),
        site.Graph.Integers(Array.ConvertAll(ranges, r => r.OnnxEnd)),
        site.Graph.Integers([.. Enumerable.Range(0, ranges.Length)]),
        site.Graph.Integers(Array.ConvertAll(ranges, r => r.Stride)),
    ];

    private static AxisRange[] Ranges(OperatorSite site, TensorShape shape, int beginMask, int endMask, int shrinkMask)
    {
        int[] begins = PerAxis(site, 1, shape.Rank);
        int[] ends = PerAxis(site, 2, shape.Rank);
        int[] strides = PerAxis(site, 3, shape.Rank);
        AxisRange[] ranges = new AxisRange[shape.Rank];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            ranges[axis] = IsSet(shrinkMask, axis)
                ? AxisRange.Single(site, shape[axis], IsSet(beginMask, axis) ? 0 : begins[axis])
                : AxisRange.Of(site, shape[axis], IsSet(beginMask, axis) ? null : begins[axis], IsSet(endMask, axis) ? null : ends[axis], strides[axis]);
        }

        return ranges;
    }

    private static int[] PerAxis(OperatorSite site, int position, int rank)
    {
        site.RequireShape($"input {position}", site.Shape(position), rank);
        return site.Integers(position);
    }

    private static bool IsSet(int mask, int axis) => (mask >> axis & 1) != 0;
}
