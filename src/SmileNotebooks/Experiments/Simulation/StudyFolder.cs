// A folder that is written as a whole: under another name first, then renamed. Nothing that is there is overwritten.
namespace SmileNotebooks;

internal static class StudyFolder
{
    /// <summary>Writes a folder, or finds it there already.</summary>
    /// <param name="folder">Where it shall be.</param>
    /// <param name="write">Writes the content into the folder that it is given.</param>
    /// <exception cref="RecordingException">The folder holds something else, or cannot be written.</exception>
    public static void Write(string folder, Action<string> write)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target))
        {
            throw new RecordingException(folder, null, "a file", "a folder that does not exist yet");
        }

        string unfinished = $"{target}.{Path.GetRandomFileName()}.unfinished";
        try
        {
            Directory.CreateDirectory(unfinished);
            write(unfinished);
            Place(unfinished, target, folder);
        }
        catch (Exception failure) when (failure.GetBaseException() is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException(folder, null, failure.GetBaseException().Message, "a folder that can be written", failure);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static void Place(string unfinished, string target, string folder)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(unfinished, target);
        }
        else if (!Directory.EnumerateFileSystemEntries(target).Any())
        {
            Directory.Delete(target);
            Directory.Move(unfinished, target);
        }
        else if (FirstDifference(unfinished, target) is { } difference)
        {
            throw new RecordingException(folder, difference, "other content than the study would have", "a new or an empty folder, or this very study");
        }
    }

    // The path within the folders of the first file, in ordinal order, that only one of them has or that differs.
    private static string? FirstDifference(string one, string other)
    {
        string[] ours = FilesOf(one);
        string[] theirs = FilesOf(other);
        return ours.Union(theirs).Order(StringComparer.Ordinal).FirstOrDefault(file =>
            !ours.Contains(file) || !theirs.Contains(file) || !File.ReadAllBytes(Path.Combine(one, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, file))));
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))];
}
