using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>What <c>smile publish</c> writes besides pages that stand alone.</summary>
/// <param name="Pdf">A PDF of each page.</param>
/// <param name="Png">Pictures of figures, in the page and in the executed notebook.</param>
/// <param name="Site">Pages that share one plotly.js and link to their notebooks.</param>
internal sealed record ReportFormats(bool Pdf, bool Png, bool Site);

/// <summary>The folder that <c>smile publish</c> writes to: for each notebook a page, and the executed notebook beside it.</summary>
internal sealed class ReportFolder : IAsyncDisposable
{
    private readonly SoftwareCitation? _software = SoftwareCitation.Read(Path.Combine(ProjectFolder.Root, "CITATION.cff"));
    private readonly SharedBrowser _browser = new(BrowserFinder.Find());
    private readonly CardPictures _pictures;
    private readonly Glossary? _glossary;

    /// <param name="folder">Made if need be.</param>
    /// <param name="notebooks">All that will be written: two of one name would overwrite each other.</param>
    /// <exception cref="CommandException">Two notebooks have the same name, or one that of the index, or one lies in the folder, or the folder cannot be written.</exception>
    public ReportFolder(string folder, IReadOnlyList<string> notebooks)
    {
        OutputPath.RequireDifferentNames(notebooks, ".html");
        if (notebooks.FirstOrDefault(path => $"{NameOf(path)}.html".Equals(ReportIndex.FileName, StringComparison.OrdinalIgnoreCase)) is { } index)
        {
            throw new CommandException($"{index} would become {ReportIndex.FileName}, the list of all reports: give it another name.", ExitCode.Usage);
        }

        OutputPath.RequireOtherFolder(notebooks, folder, "--out");
        Folder = OutputPath.MakeFolder(folder);
        _pictures = new(_browser, new FigurePictureOptions().PlotlyPath);
        _glossary = notebooks.Select(NotebookSession.FolderOf).Distinct().Select(Glossary.Read).FirstOrDefault(found => found is not null);
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

    /// <param name="notebook">The notebook's path.</param>
    /// <param name="executed">The notebook with its outputs.</param>
    /// <param name="inputs">What it was made from; null if its run must not be kept.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="missing">What kept it from being run, so that there are no outputs; empty if nothing did.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The path of the page, as it is shown.</returns>
    /// <exception cref="CommandException">A file cannot be written, or no browser is there that prints.</exception>
    public async Task<string> WriteAsync(
        string notebook, NotebookDocument executed, RunInputs? inputs, ReportProvenance provenance, ImmutableArray<NotebookNeed> missing, CancellationToken stop)
    {
        string page = Path.Combine(Folder, $"{NameOf(notebook)}.html");
        try
        {
            NotebookDocument shown = Formats.Png ? await FigurePictures.AddAsync(executed, _browser, cancellationToken: stop) : executed;
            CardPicture? earlier = File.Exists(page) ? ReportCard.Find(File.ReadAllText(page))?.Picture : null;
            CardPicture? picture = await _pictures.OfAsync(shown, earlier, stop);
            WritePage(page, notebook, FrozenRun.Note(shown, inputs, provenance), provenance, picture, missing);
            string pdf = Path.ChangeExtension(page, ".pdf");
            if (Formats.Pdf && !PdfMark.IsOf(pdf, page))
            {
                await PdfPrinter.PrintAsync(page, pdf, _browser, new() { CreatedAt = provenance.StartedAt }, stop);
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

    /// <summary>Writes the index over all pages of the folder, the glossary, and the links between them.</summary>
    /// <returns>The path of the index.</returns>
    public string WriteIndex()
    {
        (string title, string lead) = _software?.Title.Split(": ", 2) switch { [{ Length: > 0 } name, { } rest] => (name, rest), [{ Length: > 0 } name] => (name, ""), _ => ("Reports", "") };
        return ReportIndex.Write(Folder, new IndexOptions
        {
            Title = title,
            Lead = lead.Length == 0 ? "" : char.ToUpperInvariant(lead[0]) + lead[1..] + ".",
            Glossary = _glossary,
            Problem = problem => Console.Error.WriteLine($"smile: {problem}"),
        });
    }

    /// <summary>What kept cards from having their pictures; empty if nothing did.</summary>
    public string PictureNote() =>
        _pictures.Left == 0 ? ""
        : _browser.Program is null ? $"No browser was found: {Count(_pictures.Left)} of the index has no picture of its figure. Install Chromium, Chrome or Edge, or set {BrowserFinder.Variable}."
        : $"{Count(_pictures.Left)} of the index has no picture of its figure: {_pictures.Problem}";

    public async ValueTask DisposeAsync()
    {
        await _pictures.DisposeAsync();
        await _browser.DisposeAsync();
    }

    private static string Count(int cards) => cards == 1 ? "1 card" : $"{cards} cards";

    // The page is made of what the file holds, so that it can be made again from the file.
    private void WritePage(string page, string notebook, NotebookDocument executed, ReportProvenance provenance, CardPicture? picture, ImmutableArray<NotebookNeed> missing)
    {
        string json = NotebookFile.ToJson(executed);
        ReportOptions options = new()
        {
            NotebookFolder = NotebookSession.FolderOf(notebook),
            FallbackTitle = NameOf(notebook),
            SharedPlotly = Formats.Site,
            NotebookFile = Formats.Site ? Path.GetFileName(ExecutedPath(notebook)) : null,
            ProjectFolder = ProjectFolder.Root,
            Glossary = _glossary,
            Picture = picture,
            Missing = missing,
            IsKept = executed.Metadata[NotebookDocument.RunKey] is not null,
            Problem = problem => Console.Error.WriteLine($"smile: {notebook}: {problem}"),
        };
        ReportPublisher.Publish(NotebookFile.Parse(json, notebook), provenance with { Software = _software }, page, options);
        WholeFile.Write(ExecutedPath(notebook), json);
    }

    private static string NameOf(string notebook) => Path.GetFileNameWithoutExtension(notebook);
}
