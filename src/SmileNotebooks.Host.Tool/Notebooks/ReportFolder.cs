namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>What <c>smile publish</c> writes besides pages that stand alone.</summary>
/// <param name="Pdf">A PDF of each page.</param>
/// <param name="Png">Pictures of figures, in the page and in the executed notebook.</param>
/// <param name="Site">Pages that share one plotly.js and link to their notebooks.</param>
internal sealed record ReportFormats(bool Pdf, bool Png, bool Site);

/// <summary>The folder that <c>smile publish</c> writes to: for each notebook a page, and the executed notebook beside it.</summary>
internal sealed class ReportFolder
{
    private readonly SoftwareCitation? _software = SoftwareCitation.Read(Path.Combine(ProjectFolder.Root, "CITATION.cff"));

    /// <param name="folder">Made if need be.</param>
    /// <param name="notebooks">All that will be written: two of one name would overwrite each other.</param>
    /// <exception cref="CommandException">Two notebooks have the same name, or one lies in the folder, or the folder cannot be written.</exception>
    public ReportFolder(string folder, IReadOnlyList<string> notebooks)
    {
        OutputPath.RequireDifferentNames(notebooks, ".html");
        OutputPath.RequireOtherFolder(notebooks, folder, "--out");
        Folder = OutputPath.MakeFolder(folder);
    }

    /// <summary>The folder's full path.</summary>
    public string Folder { get; }

    /// <summary>True to run what is unchanged, too.</summary>
    public required bool Force { get; init; }

    /// <summary>What is written beside the page, and how its parts are shared.</summary>
    public required ReportFormats Formats { get; init; }

    /// <summary>The commit that reports name.</summary>
    public GitProvenance? Git { get; } = GitProvenance.Read(ProjectFolder.Root);

    /// <summary>Where the executed notebook lies, which remembers what it was made from.</summary>
    public string ExecutedPath(string notebook) => Path.Combine(Folder, $"{NameOf(notebook)}.ipynb");

    /// <returns>The path of the page, as it is shown.</returns>
    /// <exception cref="CommandException">A file cannot be written, or no browser is there that prints.</exception>
    public async Task<string> WriteAsync(string notebook, NotebookDocument executed, RunInputs? inputs, ReportProvenance provenance, CancellationToken stop)
    {
        string page = Path.Combine(Folder, $"{NameOf(notebook)}.html");
        try
        {
            NotebookDocument shown = Formats.Png ? await FigurePictures.AddAsync(executed, cancellationToken: stop) : executed;
            WritePage(page, notebook, FrozenRun.Note(shown, inputs, provenance), provenance);
            if (Formats.Pdf)
            {
                await PdfPrinter.PrintAsync(page, Path.ChangeExtension(page, ".pdf"), new() { CreatedAt = provenance.StartedAt }, stop);
            }
        }
        catch (BrowserException error)
        {
            throw new CommandException($"{notebook}: {error.Message}", ExitCode.MissingSetup, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{page}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }

        return OutputPath.Shown(page);
    }

    // The page is made of what the file holds, so that it can be made again from the file.
    private void WritePage(string page, string notebook, NotebookDocument executed, ReportProvenance provenance)
    {
        string json = NotebookFile.ToJson(executed);
        ReportOptions options = new()
        {
            NotebookFolder = NotebookSession.FolderOf(notebook),
            FallbackTitle = NameOf(notebook),
            SharedPlotly = Formats.Site,
            NotebookFile = Formats.Site ? Path.GetFileName(ExecutedPath(notebook)) : null,
        };
        ReportPublisher.Publish(NotebookFile.Parse(json, notebook), provenance with { Software = _software }, page, options);
        WholeFile.Write(ExecutedPath(notebook), json);
    }

    private static string NameOf(string notebook) => Path.GetFileNameWithoutExtension(notebook);
}
