// The table of a clip: OpenFace's columns by their names, order and units, then ours. docs/file-formats.md lists them all.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes the rows of a frame.</summary>
/// <param name="mesh">Whether all 478 points are written too.</param>
internal sealed class ClipCsv(bool mesh)
{
    /// <summary>Confidence and the three angles stand before the points, as in OpenFace.</summary>
    private const int MeasuresBeforePoints = 4;

    private static readonly ImmutableArray<int> s_decimals = FaceMeasurements.Decimals;
    private static readonly int[] s_allPoints = [.. Enumerable.Range(0, FaceTopology.PointCount)];

    public string Header { get; } = string.Join(',',
    [
        "frame", "face_id", "timestamp", FaceMeasurements.Names[0], "success", .. FaceMeasurements.Names[1..MeasuresBeforePoints],
        .. Points("", IbugLandmarks.Count),
        .. FaceMeasurements.Names[MeasuresBeforePoints..], "smile_type",
        .. mesh ? Points("mesh_", FaceTopology.PointCount) : [],
    ]) + "\n";

    /// <summary>A row for each face; one row for a frame without a face.</summary>
    public string Rows(MeasuredFrame frame)
    {
        StringBuilder text = new();
        foreach (MeasuredFace face in frame.Faces)
        {
            AppendRow(text, frame, face);
        }

        if (frame.Faces.IsEmpty)
        {
            AppendKeys(text, frame, 0);
            int measures = FaceMeasurements.Names.Length + 1 + (3 * IbugLandmarks.Count) + (mesh ? 3 * FaceTopology.PointCount : 0);

            // The confidence is empty too and stands before success.
            text.Append(",,0").Append(',', measures - 1).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Points(string prefix, int count) =>
        "xyz".SelectMany(axis => Enumerable.Range(0, count).Select(point => FormattableString.Invariant($"{prefix}{axis}_{point}")));

    private static void AppendKeys(StringBuilder text, MeasuredFrame frame, int person) =>
        text.Append(CultureInfo.InvariantCulture, $"{frame.Index + 1},{person},{Math.Round(frame.Time, 6)}");

    private void AppendRow(StringBuilder text, MeasuredFrame frame, MeasuredFace face)
    {
        double[] values = FaceMeasurements.Of(face);
        AppendKeys(text, frame, face.Person);
        Append(text, values[0], s_decimals[0]);
        text.Append(",1");
        for (int i = 1; i < MeasuresBeforePoints; i++)
        {
            Append(text, values[i], s_decimals[i]);
        }

        AppendPoints(text, face.Face.Landmarks, IbugLandmarks.Points.AsSpan());
        for (int i = MeasuresBeforePoints; i < values.Length; i++)
        {
            Append(text, values[i], s_decimals[i]);
        }

        text.Append(',').Append(face.Smile.Type.ToLabel());
        if (mesh)
        {
            AppendPoints(text, face.Face.Landmarks, s_allPoints.AsSpan());
        }

        text.Append('\n');
    }

    private static void AppendPoints(StringBuilder text, ImmutableArray<Point3> landmarks, ReadOnlySpan<int> points)
    {
        foreach (int point in points)
        {
            Append(text, landmarks[point].X, 2);
        }

        foreach (int point in points)
        {
            Append(text, landmarks[point].Y, 2);
        }

        foreach (int point in points)
        {
            Append(text, landmarks[point].Z, 2);
        }
    }

    /// <summary>An empty field stands for a number that is none.</summary>
    private static void Append(StringBuilder text, double value, int decimals)
    {
        text.Append(',');
        if (double.IsFinite(value))
        {
            // Adding 0 makes 0 of -0.
            text.Append(CultureInfo.InvariantCulture, $"{Math.Round(value, decimals) + 0.0}");
        }
    }
}
