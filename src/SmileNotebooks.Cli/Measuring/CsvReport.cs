// CSV, one row a face. Columns that OpenFace 2 has carry its names and units; docs/file-formats.md lists them all.
using System.Globalization;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes a row for each face.</summary>
internal sealed class CsvReport : IMeasureReport
{
    private readonly OutputFile _file;

    public CsvReport(string path)
    {
        _file = new OutputFile(path);
        _file.WriteLine(string.Join(',',
            (string[])["file", "face", "confidence", "box_x", "box_y", "box_width", "box_height", "pose_Rx", "pose_Ry", "pose_Rz",
            .. ActionUnits.Numbers.Select(number => $"AU{number:00}_r"),
            "AU12_left", "AU12_right", "smile_score", "smile_type", "eye_engagement", "smile_asymmetry", "mouth_opening",
            "crows_feet_right", "crows_feet_left", "lower_lid_right", "lower_lid_left", "nasolabial_right", "nasolabial_left"]));
    }

    public void Add(MeasuredPicture picture)
    {
        for (int i = 0; i < picture.Faces.Length; i++)
        {
            _file.WriteLine(string.Join(',', Row(picture.File.Path, i, picture.Faces[i])));
        }
    }

    public void Complete() => _file.Complete();

    public void Dispose() => _file.Dispose();

    private static IEnumerable<string> Row(string path, int index, MeasuredFace measured)
    {
        (Face face, ActionUnits units, Smile smile) = measured;
        FaceBox box = face.Box;
        ActionUnit lipCornerPuller = units[12];
        return
        [
            Quote(path), index.ToString(CultureInfo.InvariantCulture), Number(face.Confidence, 5),
            Number(box.X, 2), Number(box.Y, 2), Number(box.Width, 2), Number(box.Height, 2),

            // OpenFace: radians about axes to the right, down, and away from the camera.
            Number(double.DegreesToRadians(-face.Pose.Pitch), 5),
            Number(double.DegreesToRadians(-face.Pose.Yaw), 5),
            Number(double.DegreesToRadians(face.Pose.Roll), 5),
            .. units.Select(unit => Number(unit.Intensity, 4)),
            Number(lipCornerPuller.Left ?? double.NaN, 4), Number(lipCornerPuller.Right ?? double.NaN, 4),
            Number(smile.Score, 2), smile.Type.ToLabel(), Number(smile.EyeEngagement, 2), Number(smile.Asymmetry, 4), Number(smile.MouthOpening, 4),
            Fold(smile.Wrinkles?.CrowsFeetRight), Fold(smile.Wrinkles?.CrowsFeetLeft), Fold(smile.Wrinkles?.LowerLidRight),
            Fold(smile.Wrinkles?.LowerLidLeft), Fold(smile.Wrinkles?.NasolabialRight), Fold(smile.Wrinkles?.NasolabialLeft),
        ];
    }

    private static string Fold(Wrinkle? wrinkle) => Number(wrinkle?.Value ?? double.NaN, 2);

    /// <summary>An empty field stands for a number that is none.</summary>
    private static string Number(double value, int decimals) =>
        double.IsFinite(value) ? Math.Round(value, decimals).ToString(CultureInfo.InvariantCulture) : "";

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
