// The pages about all reports of a folder: index and glossary; and what the reports' pages say of each other.
namespace SmileNotebooks.Host;

/// <summary>Makes <c>index.html</c> for a folder of reports.</summary>
public static class ReportIndex
{
    internal const string FileName = "index.html";

    /// <summary>Lists the reports of a folder, in the order of their file names, and links each to those before and after it; other files there
    /// are left alone and not listed.</summary>
    /// <param name="folder">A folder that <see cref="ReportPublisher.Publish"/> wrote to.</param>
    /// <param name="title">The heading of the index. Default: Reports.</param>
    /// <returns>The path of the index.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static string Write(string folder, string title = "Reports") => Write(folder, new IndexOptions { Title = title });

    /// <summary>As <see cref="Write(string, string)"/>, with a glossary.</summary>
    internal static string Write(string folder, IndexOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{folder} was not found: an index is made of the reports in an existing folder.");
        }

        List<ListedReport> reports = [.. Pages(folder).AsParallel().AsOrdered().Select(ListedReport.Read).OfType<ListedReport>()];
        string glossaryPath = Path.Combine(folder, Glossary.PageName);
        bool isReport = reports.Any(report => report.Link.FileName == Glossary.PageName);
        if (options.Glossary is { Entries.Count: > 0 } glossary && !isReport)
        {
            WriteIfNew(glossaryPath, GlossaryPage.Render(glossary, reports));
        }

        string? terms = File.Exists(glossaryPath) && !isReport ? Glossary.PageName : null;
        for (int at = 0; at < reports.Count; at++)
        {
            ListedReport report = reports[at];
            string filled = PageNeighbours.Fill(report.Html, at > 0 ? reports[at - 1].Link : null, at + 1 < reports.Count ? reports[at + 1].Link : null, terms);
            if (filled != report.Html)
            {
                PageFile.Write(Path.Combine(folder, report.Link.FileName), filled);
            }
        }

        foreach (string problem in BrokenLinks(reports))
        {
            options.Problem?.Invoke(problem);
        }

        string path = Path.Combine(folder, FileName);
        WriteIfNew(path, IndexPage.Render(reports, options, terms));
        return path;
    }

    private static IEnumerable<string> Pages(string folder) => Directory.EnumerateFiles(folder, "*.html")
        .Where(path => Path.GetFileName(path) != FileName)
        .OrderBy(Path.GetFileName, StringComparer.Ordinal);

    /// <summary>Links of one report to another, or to a heading of it, that lead nowhere.</summary>
    private static IEnumerable<string> BrokenLinks(List<ListedReport> reports)
    {
        HashSet<string> places =
            [.. reports.Select(report => report.Link.FileName), .. reports.SelectMany(report => report.Card.Sections.Select(section => $"{report.Link.FileName}#{section.Id}"))];
        return
            from report in reports
            from link in report.Card.Links
            where !places.Contains(link)
            select $"{report.Link.FileName}: the link to {link} leads nowhere.";
    }

    private static void WriteIfNew(string path, string html)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != html)
        {
            PageFile.Write(path, html);
        }
    }
}

/// <summary>How an index is made.</summary>
internal sealed record IndexOptions
{
    /// <summary>Its heading.</summary>
    public string Title { get; init; } = "Reports";

    /// <summary>A line below the heading; empty for none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The project's terms, for a page of their own and the search; null for none.</summary>
    public Glossary? Glossary { get; init; }

    /// <summary>Is told of links between reports that lead nowhere.</summary>
    public Action<string>? Problem { get; init; }
}

/// <summary>A report of the folder.</summary>
/// <param name="Link">How others link to it.</param>
/// <param name="Summary">How its run went.</param>
/// <param name="Card">What the front page shows and searches.</param>
/// <param name="Html">Its page.</param>
internal sealed record ListedReport(ReportLink Link, ReportSummary Summary, ReportCard Card, string Html)
{
    /// <returns>Null if the file is no report of this publisher.</returns>
    public static ListedReport? Read(string path)
    {
        if (ReportSummary.Read(path) is not { } summary)
        {
            return null;
        }

        string html = File.ReadAllText(path);
        return new(new(Path.GetFileName(path), summary.Title), summary, ReportCard.Find(html) ?? new ReportCard { Sentence = ReportMetadata.FirstSentence(summary.Abstract) }, html);
    }
}
