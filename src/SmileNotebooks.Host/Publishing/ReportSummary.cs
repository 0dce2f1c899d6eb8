// What the index shows of a report. Each page carries its own, so that an index can be made of a folder of pages alone.
using System.Text.Json;

namespace SmileNotebooks.Host;

/// <summary>A report in a few words.</summary>
/// <param name="Title">The report's title, plain text.</param>
/// <param name="Abstract">Its first paragraph, plain text, at most 300 characters; empty if there is none.</param>
/// <param name="StartedAt">When its run began.</param>
/// <param name="Duration">How long its run took.</param>
/// <param name="FailedCells">How many cells ended with an error.</param>
public sealed record ReportSummary(
    string Title, string Abstract, DateTimeOffset StartedAt, TimeSpan Duration, int FailedCells)
{
    private const string Begin = "<script type=\"application/json\" id=\"report-summary\">";
    private const string End = "</script>";

    // The summary is the first thing of a page's head: a prefix of the file is enough.
    private const int PrefixLength = 32 * 1024;

    /// <summary>Reads the summary that a published page carries.</summary>
    /// <param name="path">An HTML file.</param>
    /// <returns>The summary; null if the file is not a report of this publisher.</returns>
    public static ReportSummary? Read(string path)
    {
        using StreamReader reader = new(path);
        char[] prefix = new char[PrefixLength];
        string text = new(prefix, 0, reader.ReadBlock(prefix));
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = begin < 0 ? -1 : text.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ReportSummary>(text[(begin + Begin.Length)..end]) is { Title: not null, Abstract: not null } summary
                ? summary
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal string ToHtml() => Begin + Html.Json(JsonSerializer.Serialize(this)) + End;
}
