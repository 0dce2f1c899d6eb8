using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>An axis of a plot.</summary>
public sealed record Axis : PlotlyObject
{
    /// <summary>What is measured, with its unit.</summary>
    public Title? Title { get; init; }

    /// <summary>First and last value; the greater may come first. By default all data.</summary>
    public Values? Range { get; init; }

    /// <summary><c>linear</c>, <c>log</c>, <c>date</c>, <c>category</c>; by default as the data are.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the axis is seen.</summary>
    public bool? Visible { get; init; }

    /// <summary>Whether grid lines are drawn.</summary>
    public bool? ShowGrid { get; init; }

    /// <summary>Whether the line at zero is drawn.</summary>
    public bool? ZeroLine { get; init; }

    /// <summary>Whether the ticks have labels.</summary>
    public bool? ShowTickLabels { get; init; }

    /// <summary>Distance of the ticks.</summary>
    public double? DTick { get; init; }

    /// <summary>Where the ticks are.</summary>
    public Values? TickVals { get; init; }

    /// <summary>Labels of the ticks in <see cref="TickVals"/>.</summary>
    public Values? TickText { get; init; }

    /// <summary>The font of the ticks.</summary>
    public Font? TickFont { get; init; }

    /// <summary>Makes room for long labels.</summary>
    public bool? AutoMargin { get; init; }

    /// <summary>No zoom along this axis.</summary>
    public bool? FixedRange { get; init; }

    /// <summary>The axis whose units are as long on the screen, such as <c>x</c>.</summary>
    public string? ScaleAnchor { get; init; }

    /// <summary>What gives way to keep the scale: <c>range</c> (default) or <c>domain</c>.</summary>
    public string? Constrain { get; init; }

    /// <summary>The part of the figure that the axis takes, from 0 to 1.</summary>
    public Values? Domain { get; init; }

    /// <summary>Order of categories: <c>trace</c>, <c>category ascending</c>, <c>total ascending</c>, <c>array</c>, ...</summary>
    public string? CategoryOrder { get; init; }

    /// <summary>The order for <c>array</c>.</summary>
    public Values? CategoryArray { get; init; }
}

/// <summary>The space of three-dimensional traces.</summary>
public sealed record Scene : PlotlyObject
{
    /// <summary>Axis x.</summary>
    public Axis? XAxis { get; init; }

    /// <summary>Axis y.</summary>
    public Axis? YAxis { get; init; }

    /// <summary>Axis z.</summary>
    public Axis? ZAxis { get; init; }

    /// <summary>How long the axes are: <c>data</c> keeps equal units equally long, <c>cube</c>, <c>auto</c>.</summary>
    public string? AspectMode { get; init; }

    /// <summary>Where the viewer stands.</summary>
    public Camera? Camera { get; init; }

    /// <summary>What dragging does: <c>turntable</c> (default), <c>orbit</c>, <c>zoom</c>, <c>pan</c>.</summary>
    public string? DragMode { get; init; }
}

/// <summary>Where the viewer of a three-dimensional plot stands, in units of the plot's size.</summary>
public sealed record Camera : PlotlyObject
{
    /// <summary>The viewer's eye; (1.25, 1.25, 1.25) by default.</summary>
    public Vector? Eye { get; init; }

    /// <summary>What the viewer looks at; the middle by default.</summary>
    public Vector? Center { get; init; }

    /// <summary>Which way is up; z by default.</summary>
    public Vector? Up { get; init; }
}

/// <summary>A place or direction in the space of a plot.</summary>
/// <param name="X">Along x.</param>
/// <param name="Y">Along y.</param>
/// <param name="Z">Along z.</param>
public sealed record Vector(double X, double Y, double Z);

/// <summary>The legend.</summary>
public sealed record Legend : PlotlyObject
{
    /// <summary>Side by side along the lower border of the figure.</summary>
    internal static Legend Below { get; } = new()
    {
        Orientation = "h",
        X = 0.02,
        XAnchor = "left",
        Y = 0,
        YAnchor = "bottom",
        Raw = new() { ["xref"] = "container", ["yref"] = "container" },
    };

    /// <summary><c>v</c> (default): one below the other; <c>h</c>: side by side.</summary>
    public string? Orientation { get; init; }

    /// <summary>Place, in widths of the plot.</summary>
    public double? X { get; init; }

    /// <summary>Place, in heights of the plot from below.</summary>
    public double? Y { get; init; }

    /// <summary>Which side of the legend stands at <see cref="X"/>: <c>left</c>, <c>center</c>, <c>right</c>.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side of the legend stands at <see cref="Y"/>: <c>top</c>, <c>middle</c>, <c>bottom</c>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>The title.</summary>
    public Title? Title { get; init; }
}
