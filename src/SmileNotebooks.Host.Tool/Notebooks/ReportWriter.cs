using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Writes run notebooks into a folder: the page, and the notebook with its outputs beside it.</summary>
internal sealed class ReportWriter
{
    private readonly string _folder;
    private readonly GitProvenance? _git = GitProvenance.Read(ProjectFolder.Root);

    /// <param name="folder">An existing folder.</param>
    /// <param name="notebooks">All that will be written: two of one name would overwrite each other.</param>
    /// <exception cref="CommandException">Two notebooks have the same name.</exception>
    public ReportWriter(string folder, IEnumerable<string> notebooks)
    {
        _folder = folder;
        foreach (IGrouping<string, string> group in notebooks.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            throw new CommandException($"{string.Join(" and ", group)} would both become {group.Key}.html: publish them into different folders.", ExitCode.Usage);
        }
    }

    /// <returns>The path of the page.</returns>
    public string Write(string notebook, RunResult result, ImmutableSortedDictionary<string, string> parameters, DateTimeOffset startedAt)
    {
        string path = Path.Combine(_folder, $"{NameOf(notebook)}.html");
        string notebookFolder = Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        try
        {
            ReportProvenance provenance = Provenance(notebook, notebookFolder, result, parameters, startedAt);
            NotebookFile.Write(result.Document, Path.Combine(_folder, $"{NameOf(notebook)}.ipynb"));
            ReportPublisher.Publish(result.Document, provenance, path, new() { NotebookFolder = notebookFolder, FallbackTitle = NameOf(notebook) });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }

        return path;
    }

    private ReportProvenance Provenance(
        string notebook, string notebookFolder, RunResult result, ImmutableSortedDictionary<string, string> parameters, DateTimeOffset startedAt)
    {
        string shown = Shown(notebook);
        return new ReportProvenance
        {
            Command = string.Join(' ', [$"{ProjectFolder.Command} publish", Quote(shown), .. parameters.Select(parameter => $"-p {Quote($"{parameter.Key}={parameter.Value}")}")]),
            Notebook = shown,
            StartedAt = startedAt,
            Duration = result.Duration,
            Git = _git,
            Parameters = parameters,
            Seed = NotebookInputs.Seed(result.Document, parameters),
            Assemblies = NotebookInputs.Assemblies(result.Document, notebookFolder),
            DataFiles = NotebookInputs.DataFiles(result.Document, notebookFolder, ProjectFolder.Root),
        };
    }

    private static string NameOf(string notebook) => Path.GetFileNameWithoutExtension(notebook);

    /// <summary>The path below the checkout; outside of it the file's name, for a report tells nobody where its author's files lie.</summary>
    private static string Shown(string notebook)
    {
        string relative = Path.GetRelativePath(ProjectFolder.Root, Path.GetFullPath(notebook)).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(notebook) : relative;
    }

    private static string Quote(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:,+@%".Contains(letter)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
