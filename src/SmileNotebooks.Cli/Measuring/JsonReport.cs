// JSON, one object a line a file: https://jsonlines.org; a single file gives a plain JSON document. docs/file-formats.md.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes an object for each picture.</summary>
internal sealed class JsonReport : IMeasureReport
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OutputFile? _file;
    private readonly Stream? _standardOutput;

    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    public JsonReport(string path)
    {
        _file = path == "-" ? null : new OutputFile(path);
        _standardOutput = _file is null ? Console.OpenStandardOutput() : null; // UTF-8 whatever the terminal's encoding
    }

    public void Add(MeasuredPicture picture)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Options))
        {
            Write(json, picture);
        }

        _file?.WriteLine(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
        line.WriteByte((byte)'\n');
        _standardOutput?.Write(line.GetBuffer(), 0, (int)line.Length);
    }

    public void Complete() => _file?.Complete();

    public void Dispose()
    {
        _file?.Dispose();
        _standardOutput?.Dispose();
    }

    private static void Write(Utf8JsonWriter json, MeasuredPicture picture)
    {
        json.WriteStartObject();
        json.WriteString("file", picture.File.Path);
        json.WriteNumber("width", picture.Picture.Width);
        json.WriteNumber("height", picture.Picture.Height);
        json.WriteStartArray("faces");
        foreach (MeasuredFace face in picture.Faces)
        {
            WriteFace(json, face);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the object of one face.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="measured">The face.</param>
    /// <param name="person">Its <c>face_id</c> in a clip; null in a picture.</param>
    /// <param name="landmarks">Whether the 478 points are wanted.</param>
    public static void WriteFace(Utf8JsonWriter json, MeasuredFace measured, int? person = null, bool landmarks = true)
    {
        Face face = measured.Face;
        json.WriteStartObject();
        if (person is { } number)
        {
            json.WriteNumber("face_id", number);
        }

        WriteArray(json, "box", face.Box.X, face.Box.Y, face.Box.Width, face.Box.Height);
        WriteNumber(json, "confidence", face.Confidence, 5);
        if (landmarks)
        {
            WriteLandmarks(json, face);
        }

        json.WriteStartObject("pose");
        WriteNumber(json, "yaw", face.Pose.Yaw, 3);
        WriteNumber(json, "pitch", face.Pose.Pitch, 3);
        WriteNumber(json, "roll", face.Pose.Roll, 3);
        json.WriteEndObject();
        WriteActionUnits(json, measured.ActionUnits);
        WriteSmile(json, measured.Smile);
        WriteWrinkles(json, measured.Smile.Wrinkles);
        WriteBlendshapes(json, face.Blendshapes);
        json.WriteEndObject();
    }

    private static void WriteLandmarks(Utf8JsonWriter json, Face face)
    {
        json.WriteStartArray("landmarks");
        foreach (Point3 point in face.Landmarks)
        {
            WriteArray(json, null, point.X, point.Y, point.Z);
        }

        json.WriteEndArray();
    }

    private static void WriteActionUnits(Utf8JsonWriter json, ActionUnits units)
    {
        json.WriteStartObject("actionUnits");
        foreach (ActionUnit unit in units)
        {
            WriteNumber(json, unit.Code, unit.Intensity, 4);
        }

        json.WriteEndObject();
        json.WriteStartObject("actionUnitSides");
        foreach (ActionUnit unit in units)
        {
            if (unit is { Left: { } left, Right: { } right })
            {
                json.WriteStartObject(unit.Code);
                WriteNumber(json, "left", left, 4);
                WriteNumber(json, "right", right, 4);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteSmile(Utf8JsonWriter json, Smile smile)
    {
        json.WriteStartObject("smile");
        WriteNumber(json, "score", smile.Score, 2);
        json.WriteString("type", smile.Type.ToLabel());
        WriteNumber(json, "eyeEngagement", smile.EyeEngagement, 2);
        WriteNumber(json, "asymmetry", smile.Asymmetry, 4);
        WriteNumber(json, "mouthOpening", smile.MouthOpening, 4);
        json.WriteString("note", Smile.Caveat);
        json.WriteEndObject();
    }

    private static void WriteWrinkles(Utf8JsonWriter json, Wrinkles? wrinkles)
    {
        if (wrinkles is null)
        {
            json.WriteNull("wrinkles");
            return;
        }

        json.WriteStartObject("wrinkles");
        WriteFold(json, "crowsFeet", wrinkles.CrowsFeetRight, wrinkles.CrowsFeetLeft);
        WriteFold(json, "lowerLid", wrinkles.LowerLidRight, wrinkles.LowerLidLeft);
        WriteFold(json, "nasolabial", wrinkles.NasolabialRight, wrinkles.NasolabialLeft);
        json.WriteBoolean("aboveRest", wrinkles.IsAboveNeutral);
        WriteNumber(json, "pupilPixels", wrinkles.PupilPixels, 2);
        WriteNumber(json, "sharpness", wrinkles.Sharpness ?? double.NaN, 3);
        json.WriteString("note", Wrinkles.Caveat);
        json.WriteEndObject();
    }

    private static void WriteFold(Utf8JsonWriter json, string name, Wrinkle right, Wrinkle left)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "right", right.ValueOrNaN, 2);
        WriteNumber(json, "left", left.ValueOrNaN, 2);
        json.WriteString("rightReason", right.Reason);
        json.WriteString("leftReason", left.Reason);
        json.WriteEndObject();
    }

    private static void WriteBlendshapes(Utf8JsonWriter json, Blendshapes? blendshapes)
    {
        if (blendshapes is null)
        {
            json.WriteNull("blendshapes");
            return;
        }

        json.WriteStartObject("blendshapes");
        foreach (string name in Blendshapes.Names)
        {
            WriteNumber(json, name, blendshapes[name], 6);
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string? name, params ReadOnlySpan<double> values)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (double value in values)
        {
            WriteValue(json, value, 3);
        }

        json.WriteEndArray();
    }

    internal static void WriteNumber(Utf8JsonWriter json, string name, double value, int decimals)
    {
        json.WritePropertyName(name);
        WriteValue(json, value, decimals);
    }

    /// <summary>What is beyond the stated decimals is beyond what the models can tell; a number that is none is null.</summary>
    private static void WriteValue(Utf8JsonWriter json, double value, int decimals)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(Math.Round(value, decimals));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
