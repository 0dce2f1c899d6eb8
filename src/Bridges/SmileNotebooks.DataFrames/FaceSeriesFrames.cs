// What is measured of a face from frame to frame. Columns are those of the CSV file that the series is saved as.
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Measures of a face through the frames of a clip as data frames, and back.</summary>
public static class FaceSeriesFrames
{
    private const string What = "a face";
    private static readonly string[] s_first = ["clip", "frame", "face_id", "timestamp", "success"];
    private static readonly string[] s_last = ["source", "intensity_maximum", "remarks", "simulated"];

    /// <summary>A row a frame of the clip, with a column for each measure.</summary>
    /// <remarks>Columns: clip (words), frame (whole number, from 1), face_id (whole number), timestamp (seconds), success (whether anything was measured), the measures by name (numbers; null where not measured),
    /// source (words), intensity_maximum (number), remarks (words, one a line), simulated (words). A series without frames gets a row in which only what is said of the whole stands.</remarks>
    /// <param name="series">The series.</param>
    /// <exception cref="TableException">A measure has the name of another column, or a remark is not one line.</exception>
    public static DataFrame ToDataFrame(this FaceSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Remarks.FirstOrDefault(remark => remark.Length == 0 || remark.Contains('\n', StringComparison.Ordinal)) is { } several)
        {
            throw new TableException($"a data frame of {What}", "column remarks", $"the remark \"{several}\"", "remarks of one line each");
        }

        int rows = Math.Max(series.Count, 1);
        FrameWriter writer = new FrameWriter(What)
            .Add("clip", Enumerable.Repeat<string?>(series.Clip, rows))
            .Add("frame", Padded(series.Frames.Select(frame => (int?)frame + 1)))
            .Add("face_id", Enumerable.Repeat<int?>(series.Face, rows))
            .Add("timestamp", Padded(series.Times.Select(time => (double?)time)))
            .Add("success", Padded(Enumerable.Range(0, series.Count).Select(row => (bool?)series.Columns.Values.Any(values => !double.IsNaN(values[row])))));
        foreach ((string name, ImmutableArray<double> values) in series.Columns)
        {
            writer.AddMeasured(name, series.Count == 0 ? [double.NaN] : values);
        }

        return writer
            .Add("source", Enumerable.Repeat<string?>(series.Source.ToString(), rows))
            .Add("intensity_maximum", Enumerable.Repeat<double?>(series.IntensityMaximum, rows))
            .Add("remarks", Enumerable.Repeat(series.Remarks.IsEmpty ? null : string.Join('\n', series.Remarks), rows))
            .Add("simulated", Enumerable.Repeat(series.Simulated, rows))
            .Frame;
    }

    /// <summary>The series that a frame is: one of <see cref="ToDataFrame"/>. Every column of numbers beside those named there is a measure.</summary>
    /// <param name="frame">The frame.</param>
    /// <exception cref="TableException">A column or a cell is missing or of another kind, times do not ascend, or rows disagree on the whole. The message names column, row (from 0), found and expected.</exception>
    public static FaceSeries ToFaceSeries(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        reader.Require("clip", "frame", "face_id", "timestamp", "source", "intensity_maximum");
        if (reader.Rows == 0)
        {
            throw reader.Problem(null, "no row", "at least one: the clip and the source of the series stand in it");
        }

        string[] measures = [.. reader.Columns.Select(column => column.Name).Where(name => !s_first.Contains(name) && !s_last.Contains(name))];
        int[] rows = reader.Rows == 1 && reader.IsEmpty(0, ["frame", "timestamp", .. measures]) ? [] : [.. Enumerable.Range(0, reader.Rows)];
        return new()
        {
            Clip = reader.Same("clip", row => reader.RequiredText(row, "clip")),
            Face = reader.Same("face_id", row => reader.RequiredWhole(row, "face_id")),
            Source = reader.Same("source", row => reader.Member<FaceSeriesSource>(row, "source") ?? throw reader.Problem(row, "source", "nothing", "what measured it")),
            IntensityMaximum = reader.Same("intensity_maximum", row => reader.RequiredNumber(row, "intensity_maximum")),
            Remarks = reader.Same("remarks", row => reader.Text(row, "remarks")) is { } remarks ? [.. remarks.Split('\n')] : [],
            Simulated = reader.Same("simulated", row => reader.Text(row, "simulated")),
            Frames = [.. rows.Select(row => reader.RequiredWhole(row, "frame") - 1)],
            Times = [.. rows.Select(row => TimeOf(reader, row))],
            Columns = measures.ToImmutableSortedDictionary(name => name, name => rows.Select(row => reader.Measured(row, name)).ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    private static double TimeOf(FrameReader reader, int row)
    {
        double time = reader.RequiredNumber(row, "timestamp");
        return double.IsFinite(time) && (row == 0 || time > reader.RequiredNumber(row - 1, "timestamp"))
            ? time
            : throw reader.Problem(row, "timestamp", FormattableString.Invariant($"{time} s"), row == 0 ? "seconds" : FormattableString.Invariant($"more than the {reader.Number(row - 1, "timestamp")} s of the row above"));
    }

    private static IEnumerable<T?> Padded<T>(IEnumerable<T?> values) => values.DefaultIfEmpty();
}
