namespace SmileNotebooks.Cli.Measuring;

/// <summary>A picture to measure.</summary>
/// <param name="Path">The file, as the user named it or its folder.</param>
/// <param name="Relative">The path below the folder that the user named; the file's name where the user named the file.</param>
internal sealed record PictureFile(string Path, string Relative)
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".jpe", ".png", ".webp", ".gif", ".tif", ".tiff"];

    /// <summary>Turns files and folders into files. A folder gives its pictures, those of its subfolders too, in the order of their
    /// paths; hidden files are left out. A file is given once however often it is named.</summary>
    /// <param name="paths">What the user named.</param>
    /// <param name="overlays">The folder that overlays are written to: those of an earlier run are no pictures to measure. Null for none.</param>
    /// <param name="problem">Is told of each path that gives nothing.</param>
    /// <param name="hasClips">Whether a folder without pictures has clips, so that it is no problem. Default: none has.</param>
    public static List<PictureFile> Expand(IEnumerable<string> paths, string? overlays, Action<string> problem, Func<string, bool>? hasClips = null)
    {
        string? overlayFolder = overlays is null ? null : System.IO.Path.GetFullPath(overlays);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<PictureFile> files = [];
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(new PictureFile(path, System.IO.Path.GetFileName(path))); // a missing file is reported where it is read
                continue;
            }

            List<PictureFile> found = [.. Pictures(path, path, 0, problem).Where(file => !IsOverlay(file.Path, overlayFolder))
                .OrderBy(file => file.Path, StringComparer.Ordinal)];
            if (found.Count == 0 && hasClips?.Invoke(path) != true)
            {
                problem($"{path}: no picture in this folder (looked for {string.Join(", ", Extensions)}, in subfolders too).");
            }

            files.AddRange(found);
        }

        return [.. files.Where(file => seen.Add(System.IO.Path.GetFullPath(file.Path)))];
    }

    private static IEnumerable<PictureFile> Pictures(string top, string folder, int depth, Action<string> problem)
    {
        // Links may lead in a circle; no folder of photos is as deep as this.
        const int Deepest = 32;
        List<FileSystemInfo> entries = [];
        try
        {
            entries.AddRange(new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = false }));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem($"{folder}: the folder cannot be read: {error.Message}");
        }

        foreach (FileSystemInfo entry in entries)
        {
            string path = System.IO.Path.Combine(folder, entry.Name);
            if (entry is FileInfo && Extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            {
                yield return new PictureFile(path, System.IO.Path.GetRelativePath(top, path));
            }
            else if (entry is DirectoryInfo && depth < Deepest && !LeadsUp(entry))
            {
                foreach (PictureFile file in Pictures(top, path, depth + 1, problem))
                {
                    yield return file;
                }
            }
        }
    }

    /// <summary>Whether an entry is a link to a folder that it lies in.</summary>
    private static bool LeadsUp(FileSystemInfo entry)
    {
        if (entry.LinkTarget is null || entry.ResolveLinkTarget(returnFinalTarget: true) is not { } target)
        {
            return false;
        }

        string above = System.IO.Path.TrimEndingDirectorySeparator(target.FullName) + System.IO.Path.DirectorySeparatorChar;
        return entry.FullName.StartsWith(above, StringComparison.Ordinal);
    }

    private static bool IsOverlay(string path, string? overlays) =>
        overlays is not null
        && path.EndsWith(OverlayReport.Extension, StringComparison.OrdinalIgnoreCase)
        && System.IO.Path.GetFullPath(path).StartsWith(System.IO.Path.TrimEndingDirectorySeparator(overlays) + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
