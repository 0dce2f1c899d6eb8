using System.Text;
using System.Text.Json;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes the JSON line of a frame: the faces as in a picture's, with the person's number.</summary>
internal static class ClipJson
{
    public static string Line(string file, MeasuredFrame frame, bool mesh)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("frame", frame.Index + 1);
            JsonReport.WriteNumber(json, "timestamp", frame.Time, 6);
            json.WriteStartArray("faces");
            foreach (MeasuredFace face in frame.Faces)
            {
                JsonReport.WriteFace(json, face, face.Person, mesh);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length) + "\n";
    }
}
