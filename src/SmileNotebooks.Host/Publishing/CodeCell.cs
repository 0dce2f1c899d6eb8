// A code cell of a report.
namespace SmileNotebooks.Host;

internal static class CodeCell
{
    // First lines of cells that hold another language than C#.
    private static readonly string[] OtherLanguages = ["#!markdown", "#!html", "#!javascript", "#!js", "#!fsharp", "#!pwsh", "#!mermaid"];

    /// <summary>A code cell: its code folded (open where it failed, or where the code is all there is), then its outputs.</summary>
    public static string Render(NotebookCell cell, OutputRenderer outputs, bool isOpen)
    {
        string name = cell.ExecutionCount is { } count ? $"cell {count}" : "a cell that has no number";
        string shown = outputs.Render(cell.Outputs, name);
        string code = cell.Source.Trim('\n').Length == 0 ? "" : Code(cell, isOpen);
        return code.Length + shown.Length == 0 ? "" : $"<section class=\"cell run{(CellErrors.HasFailed(cell) ? " failed" : "")}\">\n{code}{shown}</section>\n";
    }

    private static string Code(NotebookCell cell, bool isOpen)
    {
        string source = cell.Source.Trim('\n');
        string html = OtherLanguages.Any(magic => source.StartsWith(magic, StringComparison.Ordinal)) ? Html.Escape(source) : CSharpHighlighter.ToHtml(source);
        string number = cell.ExecutionCount is { } count ? $"<span class=\"count\">[{count}]</span>" : "";
        string time = cell.Duration is { } duration ? $"<span class=\"time\" title=\"Run time of this cell\">{Html.Duration(duration)}</span>" : "";
        return $"""
            <details class="code"{(isOpen || CellErrors.HasFailed(cell) ? " open" : "")}><summary><span>Code</span>{number}{(CellErrors.HasFailed(cell) ? "<span class=\"failure\">failed</span>" : "")}{time}</summary><pre class="code"><code>{html}</code></pre></details>

            """;
    }
}
