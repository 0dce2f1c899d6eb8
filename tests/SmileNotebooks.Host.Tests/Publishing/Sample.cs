using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Publishing;

/// <summary>Small notebooks and a provenance with nothing of this machine in it.</summary>
internal static class Sample
{
    public const string PlotlyType = "application/vnd.plotly.v1+json";

    public static ReportProvenance Provenance { get; } = new()
    {
        Command = "./smile publish notebooks/a.ipynb",
        StartedAt = new DateTimeOffset(2026, 11, 21, 14, 5, 0, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(1.5),
        Runtime = ".NET 10.0.1",
        OperatingSystem = "Linux (X64)",
    };

    public static NotebookDocument Notebook(params NotebookCell[] cells) => new() { Cells = [.. cells] };

    public static NotebookCell Markdown(string text) => new() { Id = "m", Kind = CellKind.Markdown, Source = text };

    public static NotebookCell Code(string source, params CellOutput[] outputs) =>
        new() { Id = "c", Kind = CellKind.Code, Source = source, ExecutionCount = 1, Duration = TimeSpan.FromMilliseconds(12), Outputs = [.. outputs] };

    public static MimeBundle Bundle(params (string Type, string Content)[] data) =>
        new(data.ToImmutableSortedDictionary(part => part.Type, part => part.Content));

    public static DisplayOutput Display(params (string Type, string Content)[] data) => new(Bundle(data));

    public static string Render(params NotebookCell[] cells) => ReportPublisher.Render(Notebook(cells), Provenance);

    /// <summary>What the page's main element holds.</summary>
    public static string Body(params NotebookCell[] cells)
    {
        string html = Render(cells);
        int begin = html.IndexOf("<main", StringComparison.Ordinal);
        return html[begin..html.IndexOf("</main>", StringComparison.Ordinal)];
    }

    public static JsonObject Metadata(string title) => new() { ["title"] = title };
}
