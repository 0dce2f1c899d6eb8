// A slice of one axis after masks and negative indices are resolved.
namespace TfLiteToOnnx.Lowering;

/// <summary>The elements <c>Begin, Begin + Stride, ...</c> of an axis, <c>Count</c> of them.</summary>
internal sealed record AxisRange(int Begin, int Stride, int Count)
{
    /// <summary>The exclusive end as ONNX wants it: below -size means "through element 0" when striding backwards.</summary>
    public int OnnxEnd => Begin + (Stride * (Count - 1)) + Math.Sign(Stride) is >= 0 and int end ? end : int.MinValue;

    public bool IsAllOf(int size) => Begin == 0 && Stride == 1 && Count == size;

    /// <summary>One element of an axis that the output drops.</summary>
    public static AxisRange Single(OperatorSite site, int size, int begin)
    {
        int index = begin < 0 ? begin + size : begin;
        return index >= 0 && index < size
            ? new AxisRange(index, 1, 1)
            : throw site.Malformed("begin", $"{begin}", $"an element of an axis of {size}");
    }

    /// <summary>A Python slice: indices below 0 count from the end, indices beyond the axis are cut off, null means "all the way".</summary>
    public static AxisRange Of(OperatorSite site, int size, int? begin, int? end, int stride)
    {
        if (stride is 0 or int.MinValue)
        {
            throw site.Malformed("strides", $"{stride}", "a number other than 0");
        }

        // A backward slice can stop before element 0, a forward one cannot start there.
        int lowest = stride > 0 ? 0 : -1;
        int highest = stride > 0 ? size : size - 1;
        int first = Resolve(begin ?? (stride > 0 ? 0 : size - 1), size, lowest, highest);
        int last = end is { } e ? Resolve(e, size, lowest, highest) : stride > 0 ? size : -1;
        long span = stride > 0 ? (long)last - first : (long)first - last;
        int step = Math.Abs(stride);
        return span > 0
            ? new AxisRange(first, stride, (int)((span + step - 1) / step))
            : throw site.Malformed("begin and end", $"{begin} and {end}", $"a slice of an axis of {size} that is not empty");
    }

    private static int Resolve(int index, int size, int lowest, int highest) =>
        Math.Clamp(index < 0 ? (int)Math.Max((long)index + size, -1) : index, lowest, highest);
}
