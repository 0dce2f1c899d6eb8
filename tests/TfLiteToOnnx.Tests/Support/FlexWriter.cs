// Writes FlexBuffers maps of numbers and lists of integers.
using System.Buffers.Binary;
using System.Text;

namespace TfLiteToOnnx.Tests.Support;

/// <summary>A map with 4-byte slots, as the options of MediaPipe's operators are.</summary>
internal static class FlexWriter
{
    private const int Width = 4;
    private const byte WidthCode = 2;
    private const int TypedIntegers = 11;

    /// <summary>Values are <see cref="int"/>, <see cref="float"/> or arrays of <see cref="int"/>.</summary>
    public static byte[] Map(params (string Key, object Value)[] entries)
    {
        (string Key, object Value)[] sorted = [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)];
        List<byte> bytes = [];
        int[] keys = [.. sorted.Select(e => Append(bytes, [.. Encoding.ASCII.GetBytes(e.Key), 0]))];
        int[] lists = [.. sorted.Select(e => e.Value is int[] list ? AppendList(bytes, list) : 0)];

        AppendInt32(bytes, sorted.Length);
        int keyVector = bytes.Count;
        foreach (int key in keys)
        {
            AppendInt32(bytes, bytes.Count - key);
        }

        AppendInt32(bytes, bytes.Count - keyVector);
        AppendInt32(bytes, Width);
        AppendInt32(bytes, sorted.Length);
        int values = bytes.Count;
        for (int i = 0; i < sorted.Length; i++)
        {
            AppendInt32(bytes, sorted[i].Value switch
            {
                int integer => integer,
                float real => BitConverter.SingleToInt32Bits(real),
                _ => bytes.Count - lists[i],
            });
        }

        bytes.AddRange(sorted.Select(e => (byte)(((e.Value is int ? 1 : e.Value is float ? 3 : TypedIntegers) << 2) | WidthCode)));
        bytes.AddRange([(byte)(bytes.Count - values), (9 << 2) | WidthCode, 1]);
        return [.. bytes];
    }

    private static int AppendList(List<byte> bytes, int[] list)
    {
        AppendInt32(bytes, list.Length);
        int start = bytes.Count;
        Array.ForEach(list, value => AppendInt32(bytes, value));
        return start;
    }

    private static void AppendInt32(List<byte> bytes, int value)
    {
        byte[] slot = new byte[Width];
        BinaryPrimitives.WriteInt32LittleEndian(slot, value);
        Append(bytes, slot);
    }

    private static int Append(List<byte> bytes, byte[] more)
    {
        bytes.AddRange(more);
        return bytes.Count - more.Length;
    }
}
