namespace SmileNotebooks.Host;

/// <summary>How a report is laid out.</summary>
public sealed record ReportOptions
{
    /// <summary>The folder that relative links and images of the notebook's Markdown start from. Default: null, images are not embedded.</summary>
    public string? NotebookFolder { get; init; }

    /// <summary>The title of a notebook that has neither a title in its metadata nor a heading. Default: Notebook.</summary>
    public string FallbackTitle { get; init; } = "Notebook";

    /// <summary>The language of the text, a BCP 47 tag. Default: en.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The plotly.js to put into pages with figures. Default: <c>plotly.min.js</c> beside this assembly.</summary>
    public string PlotlyPath { get; init; } = PlotlyLibrary.DefaultPath;
}
