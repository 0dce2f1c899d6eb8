// How marks look: what several kinds of trace share.
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>A font.</summary>
public sealed record Font : PlotlyObject
{
    /// <summary>CSS font families, the first that exists is used.</summary>
    public string? Family { get; init; }

    /// <summary>Size in pixels, at least 1.</summary>
    public double? Size { get; init; }

    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>Weight, 1 to 1000 (400 is regular, 700 bold).</summary>
    public int? Weight { get; init; }
}

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Dots.</summary>
    Dot,

    /// <summary>Dashes.</summary>
    Dash,

    /// <summary>Dash, dot, dash, dot.</summary>
    DashDot,
}

/// <summary>How a line is drawn.</summary>
public sealed record Line : PlotlyObject
{
    /// <summary>A CSS colour, or numbers for a colour scale.</summary>
    public Values? Color { get; init; }

    /// <summary>Width in pixels, at least 0.</summary>
    public double? Width { get; init; }

    /// <summary>How the line is broken; unbroken by default.</summary>
    public Dash? Dash { get; init; }
}

/// <summary>How points and bars are drawn.</summary>
public sealed record Marker : PlotlyObject
{
    /// <summary>CSS colours, or numbers for the colour scale.</summary>
    public Values? Color { get; init; }

    /// <summary>Diameters in pixels. Not for bars.</summary>
    public Values? Size { get; init; }

    /// <summary>Shapes, such as <c>circle</c>, <c>diamond-open</c>. Not for bars.</summary>
    public Values? Symbol { get; init; }

    /// <summary>Opacities, 0 to 1.</summary>
    public Values? Opacity { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>Hatching, for bars.</summary>
    public Pattern? Pattern { get; init; }

    /// <summary>Colours of numbers.</summary>
    public ColorScale? ColorScale { get; init; }

    /// <summary>The number of the first colour.</summary>
    public double? CMin { get; init; }

    /// <summary>The number of the last colour.</summary>
    public double? CMax { get; init; }

    /// <summary>Whether the colour scale is shown beside the plot.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The scale beside the plot.</summary>
    public ColorBar? ColorBar { get; init; }
}

/// <summary>Hatching of bars.</summary>
public sealed record Pattern : PlotlyObject
{
    /// <summary>Hatches: empty for none, <c>/</c>, <c>\</c>, <c>x</c>, <c>-</c>, <c>|</c>, <c>+</c> or <c>.</c></summary>
    public Values? Shape { get; init; }

    /// <summary>How much is covered, 0 to 1.</summary>
    public double? Solidity { get; init; }

    /// <summary>Distance between the lines in pixels.</summary>
    public double? Size { get; init; }
}

/// <summary>The scale of colours beside a plot.</summary>
public sealed record ColorBar : PlotlyObject
{
    /// <summary>What the numbers are, with their unit.</summary>
    public Title? Title { get; init; }

    /// <summary>Thickness in pixels.</summary>
    public double? Thickness { get; init; }

    /// <summary>Length as a part of the plot.</summary>
    public double? Len { get; init; }
}

/// <summary>Error bars of points.</summary>
public sealed record ErrorBar : PlotlyObject
{
    /// <summary>Lengths upwards (and downwards too where <see cref="ArrayMinus"/> is not set), in the axis's unit, not negative.</summary>
    public Values? Array { get; init; }

    /// <summary>Lengths downwards, in the axis's unit, not negative.</summary>
    public Values? ArrayMinus { get; init; }

    /// <summary>Whether both directions are the same; null lets Plotly decide by <see cref="ArrayMinus"/>.</summary>
    public bool? Symmetric { get; init; }

    /// <summary>Line width in pixels.</summary>
    public double? Thickness { get; init; }

    /// <summary>Length of the end strokes in pixels; 0 leaves them away.</summary>
    public double? Width { get; init; }

    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>Always <c>data</c>: the lengths are given.</summary>
    [JsonInclude]
    internal string Type { get; } = "data";
}

/// <summary>The label beside the mouse.</summary>
public sealed record HoverLabel : PlotlyObject
{
    /// <summary>Background, a CSS colour.</summary>
    public string? BgColor { get; init; }

    /// <summary>Border, a CSS colour.</summary>
    public string? BorderColor { get; init; }

    /// <summary>Font.</summary>
    public Font? Font { get; init; }

    /// <summary>Longest name of a trace in letters; -1 shows all.</summary>
    public int? NameLength { get; init; }
}

/// <summary>A title.</summary>
public sealed record Title : PlotlyObject
{
    /// <summary>The words; Plotly's few tags (b, i, br, sub, sup, span) are understood.</summary>
    public string? Text { get; init; }

    /// <summary>Font.</summary>
    public Font? Font { get; init; }

    /// <summary>A title of these words.</summary>
    /// <param name="text">The words.</param>
    public static implicit operator Title?(string? text) => FromString(text);

    /// <summary>A title of these words.</summary>
    /// <param name="text">The words; null gives null.</param>
    public static Title? FromString(string? text) => text is null ? null : new() { Text = text };
}
