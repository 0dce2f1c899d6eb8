namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Files and folders that a command will write: what is wrong with them is found before an hour of work.</summary>
internal static class OutputPath
{
    /// <exception cref="CommandException">The file cannot be written there.</exception>
    public static void RequireWritable(string? file)
    {
        if (file is null)
        {
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string? problem = Directory.Exists(file) ? "there is a folder of that name."
            : !Directory.Exists(folder) ? $"there is no folder {folder}."
            : Problem(folder);
        if (problem is not null)
        {
            throw new CommandException($"{file}: cannot be written: {problem}", ExitCode.Failure);
        }
    }

    /// <summary>Makes a folder if need be.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="CommandException">It cannot be made, or not be written to.</exception>
    public static string MakeFolder(string folder)
    {
        try
        {
            string made = Directory.CreateDirectory(folder).FullName;
            return Problem(made) is { } problem ? throw new CommandException($"{folder}: cannot be written: {problem}", ExitCode.Failure) : made;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder}: cannot be made: {error.Message}", ExitCode.Failure, error);
        }
    }

    /// <summary>Does the writing of a file, and says what went wrong with it in one sentence.</summary>
    /// <exception cref="CommandException">It cannot be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        try
        {
            write(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
    }

    /// <exception cref="CommandException">Two notebooks would become one file.</exception>
    public static void RequireDifferentNames(IEnumerable<string> notebooks, string extension)
    {
        foreach (IGrouping<string, string> group in notebooks.GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            throw new CommandException($"{string.Join(" and ", group)} would both become {group.Key}{extension}: write them into different folders.", ExitCode.Usage);
        }
    }

    /// <exception cref="CommandException">An executed notebook would replace the notebook that it was made from.</exception>
    public static void RequireOtherFolder(IEnumerable<string> notebooks, string folder, string option)
    {
        foreach (string notebook in notebooks.Where(path => Path.GetExtension(path).Equals(".ipynb", StringComparison.OrdinalIgnoreCase)))
        {
            if (Path.GetDirectoryName(Path.GetFullPath(notebook)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            {
                throw new CommandException($"{notebook} would be replaced by its executed copy: give another folder than its own with {option}.", ExitCode.Usage);
            }
        }
    }

    /// <summary>A path as short as it can be said from here.</summary>
    public static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    // Permissions, quotas and read-only file systems: only a file can tell.
    private static string? Problem(string folder)
    {
        string probe = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using FileStream file = new(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
