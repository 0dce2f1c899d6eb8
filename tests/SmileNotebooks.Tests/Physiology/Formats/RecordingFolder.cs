using System.Text;

namespace SmileNotebooks.Tests;

/// <summary>A folder of files for one test.</summary>
internal sealed class RecordingFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("recordings-").FullName;

    /// <summary>The path of a file or folder in it.</summary>
    public string At(params string[] parts) => Path.Combine([_path, .. parts]);

    /// <summary>Writes a file and makes its folder.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = At(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a file of UTF-8 without a byte-order mark.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>All files in it and below.</summary>
    public string[] Files => [.. Directory.EnumerateFileSystemEntries(_path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_path, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
