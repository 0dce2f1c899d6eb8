// A folder that is written as a whole: under another name first, then renamed. Nothing that is there is overwritten, but what the writer knows for its own.
namespace SmileNotebooks;

internal static class StudyFolder
{
    /// <summary>Writes a folder, or finds it there already.</summary>
    /// <param name="folder">Where it shall be.</param>
    /// <param name="write">Writes the content into the folder that it is given.</param>
    /// <param name="foreign">The first file of a folder that is not the writer's own, or was changed since; null where the folder may be replaced. By default no folder may.</param>
    /// <exception cref="RecordingException">The folder holds something else, or cannot be written.</exception>
    public static void Write(string folder, Action<string> write, Func<string, string?>? foreign = null)
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
            Place(unfinished, target, folder, foreign);
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

    private static void Place(string unfinished, string target, string folder, Func<string, string?>? foreign)
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
            if (foreign is null)
            {
                throw new RecordingException(folder, difference, "other content than the study would have", "a new or an empty folder, or this very study");
            }

            if (foreign(target) is { } file)
            {
                throw new RecordingException(folder, file, "a file that is not of these derivatives, or was changed since", "a new or an empty folder, or derivatives that were written here and not changed");
            }

            Replace(unfinished, target);
        }
    }

    // The old folder goes only after the new one is in its place.
    private static void Replace(string unfinished, string target)
    {
        string old = $"{target}.{Path.GetRandomFileName()}.old";
        Directory.Move(target, old);
        try
        {
            Directory.Move(unfinished, target);
        }
        catch
        {
            // What was there is left as it was, whatever went wrong.
            Directory.Move(old, target);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }

    // The path within the folders of the first file, in ordinal order, that only one of them has or that differs.
    private static string? FirstDifference(string one, string other)
    {
        string[] ours = FilesOf(one);
        string[] theirs = FilesOf(other);
        return ours.Union(theirs).Order(StringComparer.Ordinal).FirstOrDefault(file =>
            !ours.Contains(file) || !theirs.Contains(file) || !File.ReadAllBytes(Path.Combine(one, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, file))));
    }

    /// <summary>The files of a folder, as paths within it.</summary>
    public static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))];
}
