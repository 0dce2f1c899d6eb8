namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>The folder that <c>smile publish</c> writes to: for each notebook a page, and the executed notebook beside it.</summary>
internal sealed class ReportFolder
{
    /// <param name="folder">Made if need be.</param>
    /// <param name="notebooks">All that will be written: two of one name would overwrite each other.</param>
    /// <exception cref="CommandException">Two notebooks have the same name, or the folder cannot be written.</exception>
    public ReportFolder(string folder, IReadOnlyList<string> notebooks)
    {
        OutputPath.RequireDifferentNames(notebooks, ".html");
        Folder = OutputPath.MakeFolder(folder);
    }

    /// <summary>The folder's full path.</summary>
    public string Folder { get; }

    /// <summary>True to run what is unchanged, too.</summary>
    public required bool Force { get; init; }

    /// <summary>The commit that reports name.</summary>
    public GitProvenance? Git { get; } = GitProvenance.Read(ProjectFolder.Root);

    /// <summary>Where the executed notebook lies, which remembers what it was made from.</summary>
    public string ExecutedPath(string notebook) => Path.Combine(Folder, $"{NameOf(notebook)}.ipynb");

    /// <returns>The path of the page, as it is shown.</returns>
    /// <exception cref="CommandException">A file cannot be written.</exception>
    public Task<string> WriteAsync(string notebook, NotebookDocument executed, RunInputs? inputs, ReportProvenance provenance, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        string page = Path.Combine(Folder, $"{NameOf(notebook)}.html");
        // The page is made of what the file holds, so that it can be made again from the file.
        string json = NotebookFile.ToJson(FrozenRun.Note(executed, inputs, provenance));
        NotebookDocument kept = NotebookFile.Parse(json, notebook);
        OutputPath.Write(page, path =>
        {
            ReportPublisher.Publish(kept, provenance, path, new() { NotebookFolder = NotebookSession.FolderOf(notebook), FallbackTitle = NameOf(notebook) });
            WholeFile.Write(ExecutedPath(notebook), json);
        });
        return Task.FromResult(OutputPath.Shown(page));
    }

    private static string NameOf(string notebook) => Path.GetFileNameWithoutExtension(notebook);
}
