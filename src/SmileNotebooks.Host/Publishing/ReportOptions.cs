using System.Collections.Immutable;

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

    /// <summary>
    /// Whether pages with figures share one plotly.js, a file in the folder <c>assets</c> beside them, instead of holding it each.
    /// Default: false, each page is a file that can be kept and sent alone.
    /// </summary>
    public bool SharedPlotly { get; init; }

    /// <summary>
    /// The address of the executed notebook's file, relative to the page, to link to, such as <c>01-study.ipynb</c>.
    /// Default: null, the page holds the notebook for download; its pictures and figures, which the page has anyway, are not held twice.
    /// </summary>
    public string? NotebookFile { get; init; }

    /// <summary>The plotly.js to put into pages with figures. Default: <c>plotly.min.js</c> beside this assembly.</summary>
    public string PlotlyPath { get; init; } = PlotlyLibrary.DefaultPath;

    /// <summary>The project's folder, which names of linked files start from. Default: null, the folder above the notebook's.</summary>
    internal string? ProjectFolder { get; init; }

    /// <summary>The terms to explain. Default: null, none.</summary>
    internal Glossary? Glossary { get; init; }

    /// <summary>The picture for the front page. Default: null, none.</summary>
    internal CardPicture? Picture { get; init; }

    /// <summary>Whether the run is kept until its inputs change. Default: false.</summary>
    internal bool IsKept { get; init; }

    /// <summary>What the notebook needs and is not there, so that it was not run and has no outputs. Default: nothing.</summary>
    internal ImmutableArray<NotebookNeed> Missing { get; init; } = [];

    /// <summary>Is told what is wrong with the text and does not keep it from being published. Default: null, nobody.</summary>
    internal Action<string>? Problem { get; init; }
}
