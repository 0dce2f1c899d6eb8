// An executed notebook as one HTML file that a reader can keep, send and open without a network.
using System.Globalization;

namespace SmileNotebooks.Host;

/// <summary>Makes reports of executed notebooks. The same notebook, provenance and options give the same bytes.</summary>
public static class ReportPublisher
{
    /// <summary>Renders a notebook as one page. Nothing is run and nothing is fetched. A shared plotly.js is named, not written.</summary>
    /// <param name="notebook">A notebook with the outputs of its run.</param>
    /// <param name="provenance">Where the report comes from.</param>
    /// <param name="options">The layout. Default: as <see cref="ReportOptions"/> says.</param>
    /// <returns>The HTML of the page.</returns>
    /// <exception cref="FileNotFoundException">The notebook has a figure and plotly.js is not where the options say.</exception>
    public static string Render(NotebookDocument notebook, ReportProvenance provenance, ReportOptions? options = null) =>
        ReportTemplate.Render(Compose(notebook, provenance, options ?? new(), reportFolder: null));

    /// <summary>Writes a notebook as one page, and the plotly.js that pages share if the options say so: to temporary files beside them first, then renamed.</summary>
    /// <param name="notebook">A notebook with the outputs of its run.</param>
    /// <param name="provenance">Where the report comes from.</param>
    /// <param name="path">The file to write, usually <c>*.html</c>; its folder is made if need be.</param>
    /// <param name="options">The layout. Default: as <see cref="ReportOptions"/> says.</param>
    /// <returns>What an index shows of the report.</returns>
    /// <exception cref="FileNotFoundException">The notebook has a figure and plotly.js is not where the options say.</exception>
    public static ReportSummary Publish(NotebookDocument notebook, ReportProvenance provenance, string path, ReportOptions? options = null)
    {
        options ??= new();
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        ReportPage page = Compose(notebook, provenance, options, folder);
        PageFile.Write(path, ReportTemplate.Render(page));
        if (page is { SharesPlotly: true, Plotly: { } plotly })
        {
            SharedAssets.Write(plotly, options.PlotlyPath, folder);
        }

        return page.Summary;
    }

    private static ReportPage Compose(NotebookDocument notebook, ReportProvenance provenance, ReportOptions options, string? reportFolder)
    {
        string? notebookFolder = options.NotebookFolder is { } folder ? Path.GetFullPath(folder) : null;
        PageHints hints = new();
        LinkPolicy links = new(notebookFolder, reportFolder) { Root = options.ProjectFolder, Hints = hints, Problem = options.Problem };
        GlossaryTerms terms = new(options.Glossary, hints);
        ReportBody body = ReportBody.Render(notebook, links, terms, options);
        return new()
        {
            Body = body,
            Card = CardOf(notebook, body, provenance, options) with { Terms = [.. terms.Used], Links = [.. links.Pages] },
            Hints = hints,
            LinkedFiles = [.. links.Files],
            Summary = new(body.Title, body.Abstract, provenance.StartedAt, provenance.Duration, body.FailedCells),
            Missing = options.Missing,
            Provenance = provenance,
            Citation = ReportCitation.Of(notebook, body.Title, provenance, wasRun: options.Missing.IsEmpty),
            Download = options.NotebookFile is { } file ? new NotebookDownload(file, null) : NotebookDownload.Embedded(notebook, body.Html),
            Plotly = body.UsesPlotly ? PlotlyLibrary.Load(options.PlotlyPath) : null,
            SharesPlotly = options.SharedPlotly,
            Language = options.Language,
        };
    }

    private static ReportCard CardOf(NotebookDocument notebook, ReportBody body, ReportProvenance provenance, ReportOptions options)
    {
        ReportMetadata said = ReportMetadata.Of(notebook);
        foreach (string problem in said.Problems())
        {
            options.Problem?.Invoke(problem);
        }

        return new()
        {
            Sentence = said.Sentence ?? ReportMetadata.FirstSentence(body.Abstract),
            Data = said.Data,
            Seeds = said.Seeds ?? (provenance.Seed is { } seed ? seed.ToString(CultureInfo.InvariantCulture) : null),
            IsKept = options.IsKept,
            Missing = options.Missing,
            Picture = options.Picture,
            Sections = body.Sections,
        };
    }
}
