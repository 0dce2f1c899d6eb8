using System.Text;

namespace SmileNotebooks.Host;

/// <summary>From what a report was made, as a list of names and values.</summary>
internal static class ProvenanceList
{
    // More files of one folder are behind its name: their hashes would be longer than a short report.
    private const int MostFilesShown = 6;

    public static string Render(ReportPage page)
    {
        ReportProvenance provenance = page.Provenance;
        IReadOnlyList<string> linkedFiles = page.LinkedFiles;
        StringBuilder rows = new();
        Row(rows, "Notebook", provenance.Notebook is { } notebook ? Code(notebook) : null);
        Row(rows, "Commit", Commit(provenance.Git));
        Row(rows, "Run", page.Missing.IsEmpty ? $"{Html.Time(provenance.StartedAt)}, took {Html.Duration(provenance.Duration)}" : $"not run; published {Html.Time(provenance.StartedAt)}");
        Row(rows, "Parameters", List(provenance.Parameters.Select(parameter => $"{Code(parameter.Key)} = {Code(parameter.Value)}")));
        Row(rows, "Seed", provenance.Seed is { } seed ? Code($"{seed}") : null);
        Row(rows, "Data", List(provenance.DataFiles.GroupBy(file => Path.GetDirectoryName(file.Path) ?? "").SelectMany(Files)));
        Row(rows, "Linked files", linkedFiles.Count == 0 ? null : "<p>These do not come with the page; its links to them work in the project's folder.</p>" + List(linkedFiles.Select(Code)));
        Row(rows, "Assemblies", List(provenance.Assemblies.Select(assembly => $"{Html.Escape(assembly.Name)} {Code(assembly.Version)}")));
        Row(rows, "Runtime", Html.Escape(provenance.Runtime));
        Row(rows, "System", Html.Escape(provenance.OperatingSystem));
        return $"<dl>\n{rows}</dl>";
    }

    private static void Row(StringBuilder rows, string name, string? html)
    {
        if (html is { Length: > 0 })
        {
            rows.Append($"<div><dt>{name}</dt><dd>{html}</dd></div>\n");
        }
    }

    private static string Commit(GitProvenance? git) => git switch
    {
        null => "not in a git repository",
        { IsDirty: true } => $"{Code(git.Commit)} <strong class=\"failure\">with changes that are not committed</strong>",
        _ => Code(git.Commit),
    };

    /// <summary>The items of one folder.</summary>
    private static IEnumerable<string> Files(IGrouping<string, DataFile> folder)
    {
        string[] files = [.. folder.Select(file => $"{Code(file.Path)} <span class=\"hash\">sha256 {Code(file.Sha256)}</span>")];
        return files.Length <= MostFilesShown
            ? files
            : [$"<details><summary>{Code(folder.Key.Replace('\\', '/'))}: {files.Length} files</summary>{List(files)}</details>"];
    }

    private static string Code(string text) => $"<code>{Html.Escape(text)}</code>";

    private static string List(IEnumerable<string> items)
    {
        string html = string.Concat(items.Select(item => $"<li>{item}</li>"));
        return html.Length > 0 ? $"<ul>{html}</ul>" : "";
    }
}
