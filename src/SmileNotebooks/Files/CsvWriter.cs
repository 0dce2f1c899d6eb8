using System.Text;

namespace SmileNotebooks;

/// <summary>Writes records after RFC 4180, with LF at the end of lines.</summary>
internal static class CsvWriter
{
    public static void AppendRow(StringBuilder text, params IReadOnlyList<string> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    /// <summary>Writes beside the file and renames, so that nobody sees half a file.</summary>
    /// <exception cref="Exception">That of the room: the file cannot be written.</exception>
    public static void Write(string path, string text, FileProblem problem)
    {
        using SavedFiles files = new(problem);
        files.Add(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        files.Commit();
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") >= 0 || field != field.Trim() ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
