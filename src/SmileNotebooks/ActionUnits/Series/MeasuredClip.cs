// The faces of one clip: frames that the table leaves out are filled in, and lips and eyes are measured from the landmarks.
using System.Collections.Immutable;
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Makes series of the rows of one clip.</summary>
internal static class MeasuredClip
{
    public static IEnumerable<FaceSeries> Of(FaceTable table, FaceTableLayout layout, FaceTableRow[] rows, FaceSeriesOptions options)
    {
        int[] frames = ClipFrames.Of(table, rows);
        FrameTimes times = FrameTimes.Of(table, layout, rows, frames, options.FrameRate);
        string[] faces = [.. rows.Where(row => row.Face is not null).Select(row => row.Face!).Distinct()];
        ILookup<string?, FaceTableRow> byFace = rows.ToLookup(row => row.Face);

        // A clip in which nobody was found is a series too.
        IEnumerable<(int Number, string Key)> numbered = faces.Length == 0
            ? [(0, "")]
            : faces.Select((face, order) => (Number: layout.NumberOf(face, order), Key: face)).OrderBy(face => face.Number);
        foreach ((int number, string key) in numbered)
        {
            yield return Series(table, layout, number, key, [.. byFace[key]], frames, times, rows[0].Clip);
        }
    }

    private static FaceSeries Series(
        FaceTable table, FaceTableLayout layout, int number, string key, FaceTableRow[] rows, int[] frames, FrameTimes times, string clip)
    {
        FaceTableRow?[] byFrame = new FaceTableRow?[frames.Length];
        foreach (FaceTableRow row in rows)
        {
            int at = Array.BinarySearch(frames, row.Frame);
            if (byFrame[at] is { } other)
            {
                throw table.Problem(row.Source, "frame", $"a second row of face {number} in frame {table.Text(row.Source, "frame")} (the first is line {other.Source.Line})", "one row a frame and face");
            }

            byFrame[at] = row;
        }

        ImmutableSortedDictionary<string, ImmutableArray<double>>.Builder columns = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        foreach ((string column, string name, double factor) in layout.Kept)
        {
            columns[name] = [.. byFrame.Select(row => row is { Found: true } ? factor * table.Number(row.Source, column) : double.NaN)];
        }

        if (layout.Points is { } points)
        {
            Complex[]?[] landmarks = [.. byFrame.Select(row => row is { Found: true } ? points.Of(row.Source) : null)];
            foreach ((string name, double[] values) in LandmarkMeasures.Of(landmarks))
            {
                columns[name] = [.. values];
            }
        }

        int missing = byFrame.Count(row => row is not { Found: true });
        string[] gaps = missing == 0 ? [] : [$"{missing} of {Plural.Of(frames.Length, "frame")} without this face"];
        return new FaceSeries
        {
            Clip = clip,
            Face = number,
            Source = layout.Source,
            IntensityMaximum = layout.IntensityMaximum,
            Times = times.Times,
            Frames = [.. frames],
            Columns = columns.ToImmutable(),
            Remarks = [.. gaps, .. times.Remarks, .. layout.RemarksOn(key)],
        };
    }
}
