using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>Everything of a figure but its data.</summary>
public sealed record Layout : PlotlyObject
{
    /// <summary>The title.</summary>
    public Title? Title { get; init; }

    /// <summary>Width in pixels; by default as wide as the page gives.</summary>
    public double? Width { get; init; }

    /// <summary>Height in pixels; 450 by default.</summary>
    public double? Height { get; init; }

    /// <summary>Room around the plot.</summary>
    public Margin? Margin { get; init; }

    /// <summary>The font of everything.</summary>
    public Font? Font { get; init; }

    /// <summary>Whether there is a legend; by default with two or more traces.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>The legend.</summary>
    public Legend? Legend { get; init; }

    /// <summary>The horizontal axis.</summary>
    public Axis? XAxis { get; init; }

    /// <summary>The second horizontal axis, <c>x2</c>.</summary>
    public Axis? XAxis2 { get; init; }

    /// <summary>The vertical axis.</summary>
    public Axis? YAxis { get; init; }

    /// <summary>The second vertical axis, <c>y2</c>.</summary>
    public Axis? YAxis2 { get; init; }

    /// <summary>The space of three-dimensional traces.</summary>
    public Scene? Scene { get; init; }

    /// <summary>Texts and arrows.</summary>
    public ImmutableArray<Annotation>? Annotations { get; init; }

    /// <summary>Lines, rectangles and paths.</summary>
    public ImmutableArray<Shape>? Shapes { get; init; }

    /// <summary>Pictures.</summary>
    public ImmutableArray<LayoutImage>? Images { get; init; }

    /// <summary>Sliders.</summary>
    public ImmutableArray<Slider>? Sliders { get; init; }

    /// <summary>Drop-downs and rows of buttons.</summary>
    public ImmutableArray<UpdateMenu>? UpdateMenus { get; init; }

    /// <summary>How bars at one place stand; beside each other by default.</summary>
    public BarMode? BarMode { get; init; }

    /// <summary>Gap between bars, 0 to 1 of their distance.</summary>
    public double? BarGap { get; init; }

    /// <summary>What the mouse finds; the nearest point by default.</summary>
    public HoverMode? HoverMode { get; init; }

    /// <summary>What dragging does: <c>zoom</c> by default, <c>pan</c>, <c>orbit</c>, <c>turntable</c>, ...</summary>
    public string? DragMode { get; init; }

    /// <summary>The label beside the mouse.</summary>
    public HoverLabel? HoverLabel { get; init; }

    /// <summary>The template; the house template of the page by default. A figure with a template of its own, or a
    /// figure without <see cref="Meta"/>, is left as it is by a report.</summary>
    public Template? Template { get; init; }

    /// <summary>What a page may know about the figure; <see cref="FigureMeta.House"/> by default.</summary>
    public FigureMeta? Meta { get; init; } = FigureMeta.House;
}

/// <summary>What a page may know about a figure.</summary>
/// <param name="Theme"><c>house</c>: the figure sets no paper, text or grid colour, so the page may choose light or dark.</param>
public sealed record FigureMeta(string Theme)
{
    /// <summary>A figure that leaves its colours to the page.</summary>
    public static FigureMeta House { get; } = new("house");
}

/// <summary>Room around a plot, in pixels.</summary>
public sealed record Margin : PlotlyObject
{
    /// <summary>Left.</summary>
    public double? L { get; init; }

    /// <summary>Right.</summary>
    public double? R { get; init; }

    /// <summary>Top.</summary>
    public double? T { get; init; }

    /// <summary>Bottom.</summary>
    public double? B { get; init; }
}

/// <summary>How bars at one place stand.</summary>
public enum BarMode
{
    /// <summary>Beside each other.</summary>
    Group,

    /// <summary>On top of each other.</summary>
    Stack,

    /// <summary>In front of each other.</summary>
    Overlay,

    /// <summary>On top of each other, negative ones downwards.</summary>
    Relative,
}

/// <summary>What the mouse finds.</summary>
public enum HoverMode
{
    /// <summary>The nearest point.</summary>
    Closest,

    /// <summary>All points at one x, a label each.</summary>
    X,

    /// <summary>All points at one y, a label each.</summary>
    Y,

    /// <summary>All points at one x in one label.</summary>
    [JsonStringEnumMemberName("x unified")]
    XUnified,
}
