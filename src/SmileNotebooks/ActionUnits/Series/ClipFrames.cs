namespace SmileNotebooks;

/// <summary>Which frames a clip has: those of the table, and those between them that it leaves out.</summary>
internal static class ClipFrames
{
    // A damaged number would fill the memory with frames that never were. A face may well be absent most of the time.
    private const int MostMissing = 100_000;
    private const int MostMissingForEach = 100;

    /// <summary>In ascending order. Where a clip was measured in every second frame only (py-feat's skip_frames), the others are not missing.</summary>
    public static int[] Of(FaceTable table, FaceTableRow[] rows)
    {
        int[] frames = [.. rows.Select(row => row.Frame).Distinct().Order()];
        if (frames.Length < 2)
        {
            return frames;
        }

        int step = 0;
        for (int i = 1; i < frames.Length; i++)
        {
            step = GreatestCommonDivisor(step, frames[i] - frames[i - 1]);
        }

        long count = ((frames[^1] - (long)frames[0]) / step) + 1;
        long missing = count - frames.Length;
        if (missing > Math.Max(MostMissing, (long)MostMissingForEach * frames.Length))
        {
            FaceTableRow last = rows.First(row => row.Frame == frames[^1]);
            throw table.Problem(
                last.Source,
                "frame",
                $"'{table.Text(last.Source, "frame")}', which would leave {missing} frames without a row",
                "the numbers of the frames of a clip");
        }

        int[] all = new int[count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = frames[0] + (i * step);
        }

        return all;
    }

    private static int GreatestCommonDivisor(int first, int second) => second == 0 ? first : GreatestCommonDivisor(second, first % second);
}
