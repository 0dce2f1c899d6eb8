// The two orders of an image's dimensions and the way between them.
namespace TfLiteToOnnx.Lowering;

/// <summary>TensorFlow Lite stores [batch, height, width, channels]; ONNX convolves [batch, channels, height, width].</summary>
internal static class Layout
{
    public const int ImageRank = 4;

    /// <summary>Axis i of the channels-first order is axis <c>ToNchw[i]</c> of the stored order.</summary>
    public static readonly int[] ToNchw = [0, 3, 1, 2];

    /// <summary>Axis i of the stored order is axis <c>ToStored[i]</c> of the channels-first order.</summary>
    public static readonly int[] ToStored = [0, 2, 3, 1];

    /// <summary>The elements of a stored-order list (pads, starts, sizes) in channels-first order.</summary>
    public static int[] Nchw(ReadOnlySpan<int> stored) => [stored[0], stored[3], stored[1], stored[2]];

    /// <summary>Values of an array with its axes permuted: axis i of the result is axis <paramref name="permutation"/>[i] of the source.</summary>
    public static float[] Permute(float[] values, ReadOnlySpan<int> shape, ReadOnlySpan<int> permutation)
    {
        int rank = shape.Length;
        int[] strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        float[] result = new float[values.Length];
        int[] position = new int[rank];
        int source = 0;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[source];
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                int stride = strides[permutation[axis]];
                int size = shape[permutation[axis]];
                source += stride;
                if (++position[axis] < size)
                {
                    break;
                }

                source -= stride * size;
                position[axis] = 0;
            }
        }

        return result;
    }
}
