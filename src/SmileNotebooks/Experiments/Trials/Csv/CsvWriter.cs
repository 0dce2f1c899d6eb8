using System.Text;

namespace SmileNotebooks;

/// <summary>Writes records after RFC 4180, with LF at the end of lines.</summary>
internal static class CsvWriter
{
    public static void AppendRow(StringBuilder text, params IReadOnlyList<string> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    /// <summary>Writes beside the file and renames, so that nobody sees half a file.</summary>
    /// <exception cref="RecordingException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            throw new RecordingException(path, null, $"an error while writing ({exception.Message})", "a file in a folder that can be written to", exception);
        }
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") >= 0 || field != field.Trim() ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
