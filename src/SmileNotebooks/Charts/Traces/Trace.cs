using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>Data and how they are drawn.</summary>
public abstract record Trace : PlotlyObject
{
    /// <summary>Plotly's name of this kind of trace.</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>The name in the legend and beside the mouse.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the trace has a line in the legend; true by default.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Traces of one group are switched on and off together.</summary>
    public string? LegendGroup { get; init; }

    /// <summary>Opacity, 0 to 1.</summary>
    public double? Opacity { get; init; }

    /// <summary>What is shown beside the mouse: <c>all</c> (default), <c>none</c>, <c>skip</c>, or <c>x</c>, <c>y</c>,
    /// <c>z</c>, <c>text</c>, <c>name</c> joined by +.</summary>
    public string? HoverInfo { get; init; }

    /// <summary>How many points the trace has; null where that is no question.</summary>
    [JsonIgnore]
    internal abstract int? PointCount { get; }
}

/// <summary>A trace in a plane of x and y.</summary>
public abstract record PlaneTrace : Trace
{
    /// <summary>Places along x: numbers, dates or categories.</summary>
    public Values? X { get; init; }

    /// <summary>Places along y: numbers, dates or categories.</summary>
    public Values? Y { get; init; }

    /// <summary>The horizontal axis; <c>x</c> by default.</summary>
    public string? XAxis { get; init; }

    /// <summary>The vertical axis; <c>y</c> by default.</summary>
    public string? YAxis { get; init; }

    /// <summary>Text beside the mouse with <c>%{x}</c>, <c>%{y}</c>, <c>%{text}</c>, <c>%{customdata}</c>; what stands in
    /// <c>&lt;extra&gt;</c> replaces the trace's name.</summary>
    public Values? HoverTemplate { get; init; }

    /// <summary>A further value for each point, for the hover template.</summary>
    public Values? CustomData { get; init; }

    internal override int? PointCount => Math.Max(X?.Count ?? 0, Y?.Count ?? 0);
}
