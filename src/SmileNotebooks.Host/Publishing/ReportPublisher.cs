// An executed notebook as one HTML file that a reader can keep, send and open without a network.
namespace SmileNotebooks.Host;

/// <summary>Makes reports of executed notebooks. The same notebook, provenance and options give the same bytes.</summary>
public static class ReportPublisher
{
    /// <summary>Renders a notebook as a self-contained page. Nothing is run and nothing is fetched.</summary>
    /// <param name="notebook">A notebook with the outputs of its run.</param>
    /// <param name="provenance">Where the report comes from.</param>
    /// <param name="options">The layout. Default: as <see cref="ReportOptions"/> says.</param>
    /// <returns>The HTML of the page.</returns>
    /// <exception cref="FileNotFoundException">The notebook has a figure and plotly.js is not where the options say.</exception>
    public static string Render(NotebookDocument notebook, ReportProvenance provenance, ReportOptions? options = null) =>
        Compose(notebook, provenance, options ?? new(), reportFolder: null).Html;

    /// <summary>Writes a notebook as a self-contained page: to a temporary file beside it first, then renamed.</summary>
    /// <param name="notebook">A notebook with the outputs of its run.</param>
    /// <param name="provenance">Where the report comes from.</param>
    /// <param name="path">The file to write, usually <c>*.html</c>; its folder is made if need be.</param>
    /// <param name="options">The layout. Default: as <see cref="ReportOptions"/> says.</param>
    /// <returns>What an index shows of the report.</returns>
    /// <exception cref="FileNotFoundException">The notebook has a figure and plotly.js is not where the options say.</exception>
    public static ReportSummary Publish(NotebookDocument notebook, ReportProvenance provenance, string path, ReportOptions? options = null)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        ReportPage page = Compose(notebook, provenance, options ?? new(), folder);
        PageFile.Write(path, page.Html);
        return page.Summary;
    }

    private static ReportPage Compose(NotebookDocument notebook, ReportProvenance provenance, ReportOptions options, string? reportFolder)
    {
        string? notebookFolder = options.NotebookFolder is { } folder ? Path.GetFullPath(folder) : null;
        ReportBody body = ReportBody.Render(notebook, new LinkPolicy(notebookFolder, reportFolder), options.FallbackTitle);
        ReportSummary summary = new(body.Title, body.Abstract, provenance.StartedAt, provenance.Duration, body.FailedCells);
        PlotlyLibrary? plotly = body.UsesPlotly ? PlotlyLibrary.Load(options.PlotlyPath) : null;
        return new(ReportTemplate.Render(body, summary, provenance, plotly, options.Language), summary);
    }

    private sealed record ReportPage(string Html, ReportSummary Summary);
}
