// Which files belong to a BrainVision header.
namespace SmileNotebooks;

/// <summary>Finds the neighbours that a header names.</summary>
internal static class BrainVisionFiles
{
    /// <summary>A file beside the header. Its name may begin with <c>$b</c>, the header's own name without its ending. Folders in the name are left out: they are of the computer
    /// that recorded. Where no file is called just so, the only one that differs in upper and lower case is taken.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Find(string header, string name)
    {
        name = name.Replace("$b", Path.GetFileNameWithoutExtension(header));
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        string folder = Path.GetDirectoryName(Path.GetFullPath(header))!;
        if (name.Length == 0 || name.Contains('\0'))
        {
            return null;
        }

        string path = Path.Combine(Path.GetDirectoryName(header) ?? "", name);
        return File.Exists(path) ? path : Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file).Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() is [string alike] ? alike : null;
    }
}
