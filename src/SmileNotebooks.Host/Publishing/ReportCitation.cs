// How to cite a report: a line as in the reference list of a paper, and an entry for BibTeX.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <param name="Lines">A line for each thing to cite, in the manner of the American Psychological Association.</param>
/// <param name="BibTeX">Entries for the report and the software it was made with.</param>
internal sealed record ReportCitation(ImmutableArray<string> Lines, string BibTeX)
{
    public static ReportCitation Of(NotebookDocument notebook, string title, ReportProvenance provenance, bool wasRun = true)
    {
        ImmutableArray<string> authors = Authors(notebook.Metadata["authors"]);
        DateTime date = Date(notebook.Metadata["date"]) ?? provenance.StartedAt.Date;
        string day = date.ToString("yyyy, MMMM d", CultureInfo.InvariantCulture);
        string commit = Commit(provenance.Git);
        string kind = wasRun ? "Executed notebook" : "Notebook, not run";
        string report = authors.IsEmpty ? $"{title} [{kind}]. ({day}).{commit}" : $"{Names(authors)} ({day}). {title} [{kind}].{commit}";
        string entry = BibTeXEntry.Render(
            "misc", BibTeXEntry.Key(authors, title, date.Year), ("title", title), ("author", BibTeXEntry.Names(authors)), ("year", Text(date.Year)),
            ("month", Text(date.Month)), ("note", $"{kind}.{commit}"));
        return provenance.Software is { } software
            ? new([report, Reference(software)], $"{entry}\n{Entry(software)}")
            : new([report], entry);
    }

    private static string Reference(SoftwareCitation software)
    {
        string year = software.Year is { } known ? Text(known) : "n.d.";
        string version = software.Version is { } number ? $" (Version {number})" : "";
        string source = software.Doi is { } doi ? $" https://doi.org/{doi}" : software.Address is { } address ? $" {address}" : "";
        return software.Authors.IsEmpty
            ? $"{software.Title}{version} [Computer software]. ({year}).{source}"
            : $"{Names(software.Authors)} ({year}). {software.Title}{version} [Computer software].{source}";
    }

    private static string Entry(SoftwareCitation software) => BibTeXEntry.Render(
        "software", BibTeXEntry.Key(software.Authors, software.Title, software.Year), ("title", software.Title), ("author", BibTeXEntry.Names(software.Authors)),
        ("year", software.Year is { } year ? Text(year) : ""), ("version", software.Version ?? ""), ("doi", software.Doi ?? ""), ("url", software.Address ?? ""));

    // Names stay as their owners write them. (Without an author the title leads: Publication Manual of the APA, 7th edition, 9.12.)
    private static string Names(ImmutableArray<string> authors)
    {
        string names = authors is [.. { IsEmpty: false } others, { } last] ? $"{string.Join(", ", others)}, & {last}" : authors[0];
        return names.EndsWith('.') ? names : names + ".";
    }

    private static string Commit(GitProvenance? git) => git is null ? "" : $" Commit {git.Commit[..Math.Min(10, git.Commit.Length)]}{(git.IsDirty ? " with changes" : "")}.";

    // nbformat 4.5: a list of objects with a name; plain names are seen too.
    private static ImmutableArray<string> Authors(JsonNode? node) =>
        node is JsonArray list ? [.. list.Select(Name).Where(name => name.Length > 0)] : Name(node) is { Length: > 0 } name ? [name] : [];

    private static string Name(JsonNode? node) => OneLine(node is JsonObject person ? person["name"] : node);

    private static string OneLine(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";

    private static DateTime? Date(JsonNode? node) =>
        DateTime.TryParse(OneLine(node), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
