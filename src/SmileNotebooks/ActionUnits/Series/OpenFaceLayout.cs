// The tables of OpenFace 2 (FeatureExtraction and FaceLandmarkVidMulti), https://github.com/TadasBaltrusaitis/OpenFace/wiki/Output-Format.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>OpenFace 2: frames from 1, angles in radians, intensities 0 to 5.</summary>
internal sealed class OpenFaceLayout(FaceTable table, FaceSeriesOptions options) : FaceTableLayout(table)
{
    public override FaceSeriesSource Source => FaceSeriesSource.OpenFace;

    public override double IntensityMaximum => 5;

    // Some versions and some scripts count from 0; the table shows it.
    public override int FirstFrame { get; } = table.Rows.Any(row => table.Whole(row, "frame", 0) == 0) ? 0 : 1;

    public override ImmutableArray<(string Column, string Name, double Factor)> Kept { get; } =
        [.. table.Columns.Where(column => IsKept(column, options.KeepLandmarks)).Select(column => (column, column, 1.0))];

    public override FacePoints? Points { get; } = FacePoints.In(table, 68);

    /// <summary>Whether a header is that of such a table.</summary>
    public static bool Fits(FaceTable table) =>
        table.Has("frame") && table.Has("timestamp") && (table.Has("success") || table.Has("confidence"))
        && (table.Has("x_0") || table.Has(FaceColumns.Pitch) || table.Columns.Any(column => IsActionUnit(column, "_r")));

    public override FaceTableRow Row(CsvRow row)
    {
        int face = Table.Has("face_id") ? Table.Whole(row, "face_id", 0) : 0;
        int frame = Table.Whole(row, "frame", FirstFrame) - FirstFrame;
        bool found = !Table.Has("success") || Table.Number(row, "success") switch
        {
            1 => true,
            0 or double.NaN => false,
            _ => throw Table.Problem(row, "success", $"'{Table.Text(row, "success")}'", "1 for a face that was found, or 0"),
        };
        return new FaceTableRow(row, Table.Path, face.ToString(), frame, Table.Number(row, "timestamp"), found);
    }

    public override int NumberOf(string face, int order) => int.Parse(face);

    public override IEnumerable<string> RemarksOn(string face) =>
        FirstFrame == 0 ? ["the table numbers its frames from 0, not from 1 as OpenFace does"] : [];

    // Landmarks of the eyes, three-dimensional ones and the parameters of the shape are many, and nothing here asks for them.
    private static bool IsKept(string column, bool keepLandmarks) =>
        column is not ("frame" or "face_id" or "timestamp" or "success")
        && (IsLandmark(column)
            ? keepLandmarks && column[0] is 'x' or 'y'
            : column == FaceColumns.Confidence || IsActionUnit(column, "_r") || IsActionUnit(column, "_c")
                || column.StartsWith("pose_", StringComparison.Ordinal) || column.StartsWith("gaze_", StringComparison.Ordinal));
}
