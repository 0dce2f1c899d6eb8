// Files that appear whole or not at all.
using System.Text;

namespace SmileNotebooks.Host;

internal static class WholeFile
{
    /// <summary>Writes a text file so that a reader sees the old one or the new one, never half of one. Its folder must exist.</summary>
    public static void Write(string path, string text) => Write(path, Bytes(text), mode: null);

    /// <summary>Writes a file so that a reader sees the old one or the new one, never half of one. Its folder must exist.</summary>
    public static void Write(string path, byte[] bytes) => Write(path, bytes, mode: null);

    /// <summary>As <see cref="Write(string, string)"/>; on Unix only the owner may read and write the file (mode 600), from its first byte on.</summary>
    public static void WritePrivate(string path, string text) => Write(path, Bytes(text), UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private static byte[] Bytes(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);

    private static void Write(string path, byte[] bytes, UnixFileMode? mode)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (mode is not null && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = mode;
            }

            using (FileStream file = new(temporary, options))
            {
                file.Write(bytes);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
