// What is drawn into a plot beside its data.
namespace SmileNotebooks.Charts;

/// <summary>A text in a plot, perhaps with an arrow.</summary>
public sealed record Annotation : PlotlyObject
{
    /// <summary>The words; Plotly's few tags (b, i, br, sub, sup, span) are understood.</summary>
    public string? Text { get; init; }

    /// <summary>Place along x.</summary>
    public Value? X { get; init; }

    /// <summary>Place along y.</summary>
    public Value? Y { get; init; }

    /// <summary>What <see cref="X"/> counts in: an axis (<c>x</c>), or <c>paper</c> (0 to 1 of the plot).</summary>
    public string? XRef { get; init; }

    /// <summary>What <see cref="Y"/> counts in: an axis (<c>y</c>), or <c>paper</c> (0 to 1 of the plot).</summary>
    public string? YRef { get; init; }

    /// <summary>Which side of the text stands at <see cref="X"/>: <c>left</c>, <c>center</c>, <c>right</c>.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side of the text stands at <see cref="Y"/>: <c>top</c>, <c>middle</c>, <c>bottom</c>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Shift to the right in pixels.</summary>
    public double? XShift { get; init; }

    /// <summary>Shift upwards in pixels.</summary>
    public double? YShift { get; init; }

    /// <summary>Whether there is an arrow; Plotly draws one by default.</summary>
    public bool? ShowArrow { get; init; }

    /// <summary>Alignment of several lines: <c>left</c>, <c>center</c>, <c>right</c>.</summary>
    public string? Align { get; init; }

    /// <summary>Font.</summary>
    public Font? Font { get; init; }

    /// <summary>Background, a CSS colour.</summary>
    public string? BgColor { get; init; }
}

/// <summary>A line, rectangle or path in a plot.</summary>
public sealed record Shape : PlotlyObject
{
    /// <summary><c>rect</c> (default), <c>line</c>, <c>circle</c> or <c>path</c>.</summary>
    public string? Type { get; init; }

    /// <summary>First x.</summary>
    public Value? X0 { get; init; }

    /// <summary>Second x.</summary>
    public Value? X1 { get; init; }

    /// <summary>First y.</summary>
    public Value? Y0 { get; init; }

    /// <summary>Second y.</summary>
    public Value? Y1 { get; init; }

    /// <summary>The path, in SVG's notation.</summary>
    public string? Path { get; init; }

    /// <summary>What x counts in: an axis (<c>x</c>), or <c>paper</c>.</summary>
    public string? XRef { get; init; }

    /// <summary>What y counts in: an axis (<c>y</c>), or <c>paper</c>.</summary>
    public string? YRef { get; init; }

    /// <summary>The line.</summary>
    public Line? Line { get; init; }

    /// <summary>The area's colour.</summary>
    public string? FillColor { get; init; }

    /// <summary>Opacity, 0 to 1.</summary>
    public double? Opacity { get; init; }

    /// <summary><c>above</c> (default) or <c>below</c> the data.</summary>
    public string? Layer { get; init; }
}

/// <summary>A picture in a plot.</summary>
public sealed record LayoutImage : PlotlyObject
{
    /// <summary>The picture as a data URI; an address would need the network.</summary>
    public required string Source { get; init; }

    /// <summary>Place along x.</summary>
    public Value? X { get; init; }

    /// <summary>Place along y.</summary>
    public Value? Y { get; init; }

    /// <summary>Width in units of the axis.</summary>
    public double? SizeX { get; init; }

    /// <summary>Height in units of the axis.</summary>
    public double? SizeY { get; init; }

    /// <summary>What x counts in: an axis (<c>x</c>), or <c>paper</c>.</summary>
    public string? XRef { get; init; }

    /// <summary>What y counts in: an axis (<c>y</c>), or <c>paper</c>.</summary>
    public string? YRef { get; init; }

    /// <summary><c>fill</c>, <c>contain</c> (default) or <c>stretch</c>.</summary>
    public string? Sizing { get; init; }

    /// <summary><c>above</c> (default) or <c>below</c> the data.</summary>
    public string? Layer { get; init; }

    /// <summary>Opacity, 0 to 1.</summary>
    public double? Opacity { get; init; }
}
