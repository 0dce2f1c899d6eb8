using System.Text;

namespace SmileNotebooks.Host;

internal static class WholeFile
{
    /// <summary>Writes a text file so that a reader sees the old one or the new one, never half of one. Its folder must exist.</summary>
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    /// <summary>Writes a file so that a reader sees the old one or the new one, never half of one. Its folder must exist.</summary>
    public static void Write(string path, byte[] bytes)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
