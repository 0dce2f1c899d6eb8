// When frames are shown: from time stamps, which tables round, repeat or do not have.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The times of the frames of a clip.</summary>
/// <param name="Times">Seconds, one a frame, strictly ascending.</param>
/// <param name="Remarks">What must be known of how they were found.</param>
internal sealed record FrameTimes(ImmutableArray<double> Times, ImmutableArray<string> Remarks)
{
    // Faster than the cameras that film faces: OpenFace writes a frame each millisecond for pictures whose rate it was not told.
    private const double FewCamerasExceed = 500;

    public static FrameTimes Of(FaceTable table, FaceTableLayout layout, FaceTableRow[] rows, int[] frames, double? frameRate)
    {
        string? known = layout.KnownOfFrameRate(rows);
        if (frameRate is { } rate)
        {
            ImmutableArray<double> times = [.. frames.Select(frame => frame / rate)];
            return new FrameTimes(times, [FormattableString.Invariant($"times are those of {rate} frames per second, as was asked{(known is null ? "" : $"; {known}")}")]);
        }

        (int Frame, double Time)[] stamps = Stamps(table, rows);
        if (stamps.Length == 0 || (stamps.Length == 1 && frames.Length > 1))
        {
            string found = stamps.Length == 0 ? "no time stamps" : $"one time stamp for {frames.Length} frames";
            throw new TableException(table.Path, null, found + (known is null ? "" : $" ({known})"), "FaceSeriesOptions.FrameRate (--frames-per-second) for such a table");
        }

        int repeated = Enumerable.Range(1, stamps.Length - 1).Count(i => stamps[i].Time == stamps[i - 1].Time);
        return repeated > 0 ? Spread(table, stamps, frames, repeated) : new FrameTimes(Between(stamps, frames), Doubts(stamps));
    }

    /// <summary>Those that there are, by frame; they do not descend.</summary>
    private static (int Frame, double Time)[] Stamps(FaceTable table, FaceTableRow[] rows)
    {
        List<(int Frame, double Time)> stamps = [];
        foreach (FaceTableRow row in rows.Where(row => !double.IsNaN(row.Time)).OrderBy(row => row.Frame))
        {
            if (stamps.Count > 0 && stamps[^1].Frame == row.Frame && stamps[^1].Time != row.Time)
            {
                throw table.Problem(row.Source, "timestamp", $"{row.Time} s for a frame that has {stamps[^1].Time} s in another row", "one time a frame");
            }

            if (stamps.Count > 0 && row.Time < stamps[^1].Time)
            {
                throw table.Problem(row.Source, "timestamp", $"{row.Time} s after {stamps[^1].Time} s", "ascending times, or FaceSeriesOptions.FrameRate (--frames-per-second) in their place");
            }

            if (stamps.Count == 0 || stamps[^1].Frame < row.Frame)
            {
                stamps.Add((row.Frame, row.Time));
            }
        }

        return [.. stamps];
    }

    // Rounding makes neighbours equal where frames are closer than its step; their numbers still tell them apart.
    private static FrameTimes Spread(FaceTable table, (int Frame, double Time)[] stamps, int[] frames, int repeated)
    {
        double perFrame = (stamps[^1].Time - stamps[0].Time) / (stamps[^1].Frame - stamps[0].Frame);
        if (!(perFrame > 0))
        {
            throw new TableException(table.Path, "column timestamp", $"{stamps[0].Time} s in all {stamps.Length} frames", "ascending times, or FaceSeriesOptions.FrameRate (--frames-per-second) in their place");
        }

        ImmutableArray<double> times = [.. frames.Select(frame => stamps[0].Time + ((frame - stamps[0].Frame) * perFrame))];
        return new FrameTimes(times, [$"{Plural.Of(repeated, "time stamp")} repeated the one before: times are spread evenly from the first to the last", .. Doubts(stamps)]);
    }

    private static ImmutableArray<string> Doubts((int Frame, double Time)[] stamps)
    {
        if (stamps.Length < 2)
        {
            return [];
        }

        double rate = (stamps[^1].Frame - stamps[0].Frame) / (stamps[^1].Time - stamps[0].Time);
        return rate > FewCamerasExceed
            ? [FormattableString.Invariant($"time stamps of {rate:0.#} frames per second, which few cameras reach: durations and speeds are wrong if it was slower (give FaceSeriesOptions.FrameRate)")]
            : [];
    }

    /// <summary>Frames without a time stamp lie between their neighbours, or go on with the spacing at the ends.</summary>
    private static ImmutableArray<double> Between((int Frame, double Time)[] stamps, int[] frames)
    {
        ImmutableArray<double>.Builder times = ImmutableArray.CreateBuilder<double>(frames.Length);
        int next = 0;
        foreach (int frame in frames)
        {
            while (next < stamps.Length && stamps[next].Frame < frame)
            {
                next++;
            }

            if (next < stamps.Length && stamps[next].Frame == frame)
            {
                times.Add(stamps[next].Time);
                continue;
            }

            int after = Math.Clamp(next, 1, stamps.Length - 1);
            ((int Frame, double Time) left, (int Frame, double Time) right) = (stamps[after - 1], stamps[after]);
            times.Add(left.Time + ((right.Time - left.Time) * ((frame - left.Frame) / (double)(right.Frame - left.Frame))));
        }

        return times.MoveToImmutable();
    }
}
