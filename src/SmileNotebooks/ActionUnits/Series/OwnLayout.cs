// The tables that this library writes: of a measured clip (one row a face and frame), or of one series with all that makes it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>This library's own table: frames from 1 and faces from 0, as OpenFace numbers them.</summary>
internal sealed class OwnLayout(FaceTable table, FaceSeriesOptions options) : FaceTableLayout(table)
{
    /// <summary>Names the column of what measured the series. Where it is, the table is a series that was saved, and is read back as it was.</summary>
    public const string SourceColumn = "source";

    /// <summary>The other columns that are no measures.</summary>
    public const string Frame = "frame", Face = "face_id", Timestamp = "timestamp", Success = "success",
        Clip = "clip", Intensity = "intensity_maximum", Remarks = "remarks", Simulated = "simulated";

    private static readonly string[] Keys = [Frame, Face, Timestamp, Success, SourceColumn, Clip, Intensity, Remarks, Simulated];

    private static readonly string[] OnlyOurs =
        [FaceColumns.EyeDistance, FaceColumns.LipCornerRightX, FaceColumns.LipCornerLeftX, FaceColumns.LipCornerPullerRight, FaceColumns.MouthOpening];

    public override FaceSeriesSource Source => FaceSeriesSource.SmileNotebooks;

    public override double IntensityMaximum => 5;

    public override int FirstFrame => 1;

    public override bool IsComplete { get; } = table.Has(SourceColumn);

    public override ImmutableArray<(string Column, string Name, double Factor)> Kept { get; } =
        [.. table.Columns.Where(column => !IsKey(column) && (options.KeepLandmarks || !IsLandmark(column))).Select(column => (column, column, 1.0))];

    /// <summary>Whether a name is taken by something that is no measure.</summary>
    public static bool IsKey(string column) => Keys.Contains(column);

    /// <summary>Whether a header is that of such a table.</summary>
    public static bool Fits(FaceTable table) =>
        table.Has(Frame) && table.Has(Timestamp) && table.Has(Face) && table.Has(Success)
        && ((table.Has(SourceColumn) && table.Has(Clip) && table.Has(Intensity) && table.Has(Remarks) && table.Has(Simulated)) || OnlyOurs.Any(table.Has));

    public override FaceTableRow Row(CsvRow row)
    {
        int face = Table.Whole(row, Face, 0);
        int frame = Table.Whole(row, Frame, FirstFrame) - FirstFrame;
        bool found = Table.Whole(row, Success, 0) switch
        {
            0 => false,
            1 => true,
            int other => throw Table.Problem(row, Success, $"'{other}'", "1 for a face that was found, or 0"),
        };
        return new FaceTableRow(row, Table.Has(Clip) ? Table.RawText(row, Clip) : Table.Path, face.ToString(), frame, Table.Number(row, Timestamp), found);
    }

    public override int NumberOf(string face, int order) => int.Parse(face);
}
