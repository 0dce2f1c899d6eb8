namespace SmileNotebooks.Cli.Measuring;

/// <summary>A picture to measure.</summary>
/// <param name="Path">The file, as the user named it or its folder.</param>
/// <param name="Relative">The path below the folder that the user named; the file's name where the user named the file.</param>
internal sealed record PictureFile(string Path, string Relative)
{
    private static readonly HashSet<string> Extensions =
        new([".jpg", ".jpeg", ".jpe", ".png", ".webp", ".gif", ".tif", ".tiff"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Turns files and folders into files. A folder gives its pictures, those of its subfolders too, in the order of their names.</summary>
    /// <param name="paths">What the user named.</param>
    /// <param name="problem">Is told of each path that gives nothing.</param>
    public static List<PictureFile> Expand(IEnumerable<string> paths, Action<string> problem)
    {
        List<PictureFile> files = [];
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(new PictureFile(path, System.IO.Path.GetFileName(path))); // a missing file is reported where it is read
                continue;
            }

            List<PictureFile> found = [.. InFolder(path)];
            if (found.Count == 0)
            {
                problem($"{path}: no picture in this folder (looked for {string.Join(", ", Extensions)}, in subfolders too).");
            }

            files.AddRange(found);
        }

        return files;
    }

    private static IEnumerable<PictureFile> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
            .Where(file => Extensions.Contains(System.IO.Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .Select(file => new PictureFile(file, System.IO.Path.GetRelativePath(folder, file)));
}
