using System.Numerics;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Correlation of a patch with a kernel along its rows or columns.</summary>
internal static class LinePass
{
    /// <summary>Correlates a flattened patch.</summary>
    /// <param name="source">The patch, row after row.</param>
    /// <param name="kernel">An odd number of weights.</param>
    /// <param name="step">1 along the rows, the number of columns along the columns.</param>
    /// <param name="result">As long as the source. Right a kernel's radius within the patch; what is nearer to the border is meaningless: the ends of one row
    /// run into the next, which keeps the loop free of borders, and the margin of <see cref="PatchShape"/> is there for it.</param>
    public static void Correlate(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, int step, Span<float> result)
    {
        int radius = kernel.Length / 2;
        int from = radius * step, to = source.Length - from;
        int i = from;
        ref float first = ref MemoryMarshal.GetReference(source);
        for (; i <= to - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> sum = Vector<float>.Zero;
            int at = i - from;
            for (int k = 0; k < kernel.Length; k++, at += step)
            {
                sum += new Vector<float>(kernel[k]) * Vector.LoadUnsafe(ref first, (nuint)at);
            }

            sum.CopyTo(result[i..]);
        }

        for (; i < to; i++)
        {
            float sum = 0;
            int at = i - from;
            for (int k = 0; k < kernel.Length; k++, at += step)
            {
                sum += kernel[k] * source[at];
            }

            result[i] = sum;
        }
    }
}
