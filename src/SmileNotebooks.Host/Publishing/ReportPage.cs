using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>All that a page is made of.</summary>
internal sealed record ReportPage
{
    public required ReportBody Body { get; init; }

    public required ReportSummary Summary { get; init; }

    public required ReportCard Card { get; init; }

    /// <summary>Explanations of words of the page.</summary>
    public required PageHints Hints { get; init; }

    /// <summary>Files of the project that the text links to.</summary>
    public required IReadOnlyList<string> LinkedFiles { get; init; }

    /// <summary>What the notebook needs and is not there; empty where it was run.</summary>
    public required ImmutableArray<NotebookNeed> Missing { get; init; }

    public required ReportProvenance Provenance { get; init; }

    public required ReportCitation Citation { get; init; }

    /// <summary>The notebook to download from the page, or the file beside it.</summary>
    public required NotebookDownload Download { get; init; }

    /// <summary>plotly.js; null on a page without figures.</summary>
    public required PlotlyLibrary? Plotly { get; init; }

    /// <summary>Whether plotly.js lies in a file beside the page.</summary>
    public required bool SharesPlotly { get; init; }

    public required string Language { get; init; }
}
