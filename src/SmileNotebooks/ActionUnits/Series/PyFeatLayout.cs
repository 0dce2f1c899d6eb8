// The tables of py-feat (a saved Fex), https://py-feat.org.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>py-feat: frames from 0, scores 0 to 1, no time stamps but whole seconds.</summary>
internal sealed class PyFeatLayout : FaceTableLayout
{
    private static readonly string[] Emotions = ["Neutral", "Happy", "Sad", "Surprise", "Fear", "Disgust", "Anger", "valence", "arousal"];

    private static readonly string[] Angles = ["Pitch", "Roll", "Yaw"];

    // Names as of ARKit's blendshapes begin with these; the meshes, embeddings and boxes do not.
    private static readonly string[] Blendshapes = ["_neutral", "brow", "cheek", "eye", "jaw", "mouth", "nose", "tongue"];

    private readonly bool _hasIdentities;
    private readonly bool _inDegrees;

    public PyFeatLayout(FaceTable table, FaceSeriesOptions options)
        : base(table)
    {
        _hasIdentities = table.Has("Identity") && table.Rows.Any(row => !IsMissing(table.Text(row, "Identity")));
        _inDegrees = AreDegrees(table);
        Points = FacePoints.In(table, 68);
        Kept = [.. table.Columns.SelectMany(column => KeptAs(column, options.KeepLandmarks))];
    }

    public override FaceSeriesSource Source => FaceSeriesSource.PyFeat;

    public override double IntensityMaximum => 1;

    public override ImmutableArray<(string Column, string Name, double Factor)> Kept { get; }

    public override FacePoints? Points { get; }

    /// <summary>Whether a header is that of such a table.</summary>
    public static bool Fits(FaceTable table) =>
        table.Has("frame") && table.Has("FaceScore") && (table.Has("Pitch") || table.Has("x_0") || table.Columns.Any(column => IsActionUnit(column, "")));

    public override FaceTableRow Row(CsvRow row)
    {
        // A frame without a face has a row too: its box is NaN, and its scores are those of an empty picture.
        double score = Table.Number(row, "FaceScore");
        bool found = score > 0 && (!Table.Has("FaceRectX") || !double.IsNaN(Table.Number(row, "FaceRectX")));
        string? identity = Table.Has("Identity") ? Table.Text(row, "Identity") : null;
        if (found && _hasIdentities && IsMissing(identity))
        {
            throw Table.Problem(row, "Identity", "nobody", "the name of the face, as in other rows");
        }

        string clip = Table.Has("input") && !IsMissing(Table.Text(row, "input")) ? Table.Text(row, "input") : Table.Path;
        string? face = !_hasIdentities ? (found ? "0" : null) : IsMissing(identity) ? null : identity;
        return new FaceTableRow(row, clip, face, Table.Whole(row, "frame", 0), double.NaN, found);
    }

    public override int NumberOf(string face, int order) => order;

    public override IEnumerable<string> RemarksOn(string face)
    {
        if (_hasIdentities)
        {
            yield return $"py-feat's Identity is {face}";
        }

        if (_inDegrees)
        {
            yield return "angles were read as degrees: some are larger than 4, which radians cannot be";
        }
    }

    // approx_time is the number divided by the rate, cut to whole seconds: frame / (second + 1) < rate <= frame / second.
    public override string? KnownOfFrameRate(IReadOnlyList<FaceTableRow> clip)
    {
        (double least, double most) = (0, double.PositiveInfinity);
        foreach (FaceTableRow row in clip.Where(_ => Table.Has("approx_time")))
        {
            string[] parts = Table.Text(row.Source, "approx_time").Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
            {
                double second = (60.0 * minutes) + seconds;
                least = Math.Max(least, row.Frame / (second + 1));
                most = second > 0 ? Math.Min(most, row.Frame / second) : most;
            }
        }

        return least < most && double.IsFinite(most)
            ? FormattableString.Invariant($"its approx_time allows {least:0.##} to {most:0.##} frames per second")
            : null;
    }

    private static bool IsMissing(string? text) => text is null or "" or "nan" or "NaN" or "None";

    // Versions before 0.7 wrote degrees, later ones radians (py-feat issue 248); nobody turns by 4 radians.
    private static bool AreDegrees(FaceTable table) =>
        table.Rows.Any(row => Angles.Any(column => table.Has(column) && Math.Abs(table.Number(row, column)) > 4));

    // Pitch and yaw have OpenFace's signs, roll the opposite one: checked on the landmarks of tables of both (docs/file-formats.md).
    private IEnumerable<(string Column, string Name, double Factor)> KeptAs(string column, bool keepLandmarks)
    {
        double radians = _inDegrees ? Math.PI / 180 : 1;
        (string Column, string Name, double Factor)? kept = column switch
        {
            "FaceScore" => (column, FaceColumns.Confidence, 1),
            "Pitch" => (column, FaceColumns.Pitch, radians),
            "Yaw" => (column, FaceColumns.Yaw, radians),
            "Roll" => (column, FaceColumns.Roll, -radians),
            _ when IsActionUnit(column, "") => (column, column + "_r", 1),
            _ when IsLandmark(column) => keepLandmarks && column[0] is 'x' or 'y' ? (column, column, 1) : null,
            _ when Emotions.Contains(column) || column.StartsWith("gaze_", StringComparison.Ordinal) => (column, column, 1),
            _ when Blendshapes.Any(begin => column.StartsWith(begin, StringComparison.Ordinal)) => (column, column, 1),
            _ => null,
        };
        return kept is { } found ? [found] : [];
    }
}
