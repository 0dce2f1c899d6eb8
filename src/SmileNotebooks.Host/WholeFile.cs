using System.Text;

namespace SmileNotebooks.Host;

internal static class WholeFile
{
    /// <summary>Writes a text file so that a reader sees the old one or the new one, never half of one. Its folder must exist.</summary>
    public static void Write(string path, string text) => Write(path, text, mode: null);

    /// <summary>As <see cref="Write(string, string)"/>; on Unix only the owner may read and write the file (mode 600), from its first byte on.</summary>
    public static void WritePrivate(string path, string text) => Write(path, text, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private static void Write(string path, string text, UnixFileMode? mode)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (mode is not null && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = mode;
            }

            using (StreamWriter writer = new(temporary, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options))
            {
                writer.Write(text);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
