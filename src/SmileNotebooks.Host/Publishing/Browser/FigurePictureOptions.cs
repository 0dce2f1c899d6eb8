namespace SmileNotebooks.Host;

/// <summary>How pictures of figures are made.</summary>
public sealed record FigurePictureOptions
{
    /// <summary>Width of a figure that names none, CSS pixels. Default: 760, about the width of a notebook on GitHub.</summary>
    public int Width { get; init; } = 760;

    /// <summary>Pixels of the picture for each CSS pixel. Default: 2.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>The plotly.js to draw with. Default: <c>plotly.min.js</c> beside this assembly.</summary>
    public string PlotlyPath { get; init; } = PlotlyLibrary.DefaultPath;

    /// <summary>The browser to draw with. Default: null, the one that <see cref="BrowserFinder.Find()"/> finds.</summary>
    public string? Browser { get; init; }
}
