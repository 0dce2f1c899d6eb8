// The page that lists the reports of a folder.
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>Makes <c>index.html</c> for a folder of reports.</summary>
public static class ReportIndex
{
    private const string FileName = "index.html";

    /// <summary>Lists the reports of a folder, in the order of their file names; other files there are left alone and not listed.</summary>
    /// <param name="folder">A folder that <see cref="ReportPublisher.Publish"/> wrote to.</param>
    /// <param name="title">The heading of the index. Default: Reports.</param>
    /// <returns>The path of the index.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static string Write(string folder, string title = "Reports")
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{folder} was not found: an index is made of the reports in an existing folder.");
        }

        List<(FileInfo File, ReportSummary Summary)> reports = [];
        foreach (FileInfo file in new DirectoryInfo(folder).GetFiles("*.html").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Name != FileName && ReportSummary.Read(file.FullName) is { } summary)
            {
                reports.Add((file, summary));
            }
        }

        string path = Path.Combine(folder, FileName);
        PageFile.Write(path, Render(reports, title));
        return path;
    }

    private static string Render(List<(FileInfo File, ReportSummary Summary)> reports, string title)
    {
        StringBuilder rows = new();
        foreach ((FileInfo file, ReportSummary summary) in reports)
        {
            rows.Append(Row(file, summary));
        }

        string list = reports.Count == 0 ? "<p>There is no report in this folder yet.</p>" : $"<ol class=\"reports\">\n{rows}</ol>";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            {PageHead.Render(title, PagePolicy.OfIndex, PageAssets.IndexStyle)}
            <body>
            <header class="page-head">
            <h1>{Html.Escape(title)}</h1>
            <div class="page-line"><p>{Count(reports)}</p>
            <div class="page-tools"><button type="button" id="theme-toggle">Dark</button></div></div>
            </header>
            <main id="content">
            {list}
            </main>
            </body>
            </html>

            """;
    }

    private static string Count(List<(FileInfo File, ReportSummary Summary)> reports)
    {
        int failed = reports.Count(report => report.Summary.FailedCells > 0);
        string count = reports.Count == 1 ? "1 report" : $"{reports.Count} reports";
        return failed == 0 ? count : $"{count} · <strong class=\"failure\">{failed} with a failed cell</strong>";
    }

    private static string Row(FileInfo file, ReportSummary summary)
    {
        string status = summary.FailedCells == 0
            ? "<span class=\"success\">ok</span>"
            : $"<strong class=\"failure\">{summary.FailedCells} failed {(summary.FailedCells == 1 ? "cell" : "cells")}</strong>";
        string words = summary.Abstract.Length == 0 ? "" : $"<p>{Html.Escape(summary.Abstract)}</p>\n";
        return $"""
            <li><h2><a href="{Html.Escape("./" + Uri.EscapeDataString(file.Name))}">{Html.Escape(summary.Title)}</a></h2>
            {words}<p class="facts">{status} · {Html.Time(summary.StartedAt)} · ran {Html.Duration(summary.Duration)} · {Html.Size(file.Length)}</p></li>

            """;
    }
}
