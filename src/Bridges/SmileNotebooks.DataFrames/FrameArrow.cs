// Arrow knows words, and so do Data.Analysis' columns of Arrow's own strings: what goes to Arrow needs those.
using System.Text;
using Apache.Arrow;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Data frames as batches of Apache Arrow.</summary>
public static class FrameArrow
{
    /// <summary>The frame as Arrow's batches, with its columns of words, of which <see cref="DataFrame.ToArrowRecordBatches"/> makes none.</summary>
    /// <param name="frame">The frame. <see cref="DataFrame.FromArrowRecordBatch"/> goes back, to columns whose cells are the same words.</param>
    public static IEnumerable<RecordBatch> ToArrow(this DataFrame frame) =>
        new DataFrame(frame.Columns.Select(column => column is StringDataFrameColumn words ? Converted(words) : column)).ToArrowRecordBatches();

    private static ArrowStringDataFrameColumn Converted(StringDataFrameColumn words)
    {
        int length = checked((int)words.Length);
        byte[] offsets = new byte[(length + 1) * sizeof(int)];
        byte[] valid = new byte[(length + 7) / 8];
        using MemoryStream values = new();
        int missing = 0;
        for (int row = 0; row < length; row++)
        {
            if (words[row] is { } text)
            {
                values.Write(Encoding.UTF8.GetBytes(text));
                valid[row / 8] |= (byte)(1 << (row % 8));
            }
            else
            {
                missing++;
            }

            BitConverter.TryWriteBytes(offsets.AsSpan((row + 1) * sizeof(int)), checked((int)values.Length));
        }

        return new(words.Name, values.ToArray(), offsets, valid, length, missing);
    }
}
