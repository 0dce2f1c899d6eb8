namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Finds the Jupyter notebooks that a command line names.</summary>
internal static class NotebookFiles
{
    private const string Checkpoints = ".ipynb_checkpoints";

    /// <returns>Files as they are named, of folders all .ipynb files below them in the order of their names.</returns>
    /// <exception cref="CommandException">A path does not exist, a file is no .ipynb, or there is no notebook at all.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        List<string> found = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                found.AddRange(Directory.EnumerateFiles(path, "*.ipynb", SearchOption.AllDirectories)
                    .Where(file => !file.Split('/', '\\').Contains(Checkpoints))
                    .Order(StringComparer.Ordinal));
            }
            else if (!File.Exists(path))
            {
                throw new CommandException($"{path}: no such file or folder.", ExitCode.Failure);
            }
            else if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            {
                throw new CommandException($"{path}: only .ipynb notebooks hold outputs.", ExitCode.Usage);
            }
            else
            {
                found.Add(path);
            }
        }

        return found.Count > 0 ? [.. found.Distinct()] : throw new CommandException($"{string.Join(", ", paths)}: no notebook here.", ExitCode.Failure);
    }
}
