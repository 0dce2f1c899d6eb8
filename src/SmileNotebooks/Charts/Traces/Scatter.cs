using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>What of points is drawn.</summary>
public enum Mode
{
    /// <summary>Nothing but what <see cref="Scatter.Fill"/> fills.</summary>
    None,

    /// <summary>A line from point to point.</summary>
    Lines,

    /// <summary>Marks at the points.</summary>
    Markers,

    /// <summary>A line and marks.</summary>
    [JsonStringEnumMemberName("lines+markers")]
    LinesMarkers,

    /// <summary>Texts at the points.</summary>
    Text,

    /// <summary>Marks and texts.</summary>
    [JsonStringEnumMemberName("markers+text")]
    MarkersText,
}

/// <summary>Points in a plane, joined or not.</summary>
public sealed record Scatter : PlaneTrace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "scatter";

    /// <summary>The place of the first point along x, where <see cref="PlaneTrace.X"/> is not given: evenly spaced points need one number, not one each.</summary>
    public double? X0 { get; init; }

    /// <summary>The distance of the points along x, where <see cref="PlaneTrace.X"/> is not given; 1 by default.</summary>
    public double? DX { get; init; }

    /// <summary>What is drawn; by default lines, and marks too where there are fewer than 20 points.</summary>
    public Mode? Mode { get; init; }

    /// <summary>A text for each point.</summary>
    public Values? Text { get; init; }

    /// <summary>Where the texts stand, such as <c>top center</c>.</summary>
    public Values? TextPosition { get; init; }

    /// <summary>The font of the texts.</summary>
    public Font? TextFont { get; init; }

    /// <summary>The marks.</summary>
    public Marker? Marker { get; init; }

    /// <summary>The line.</summary>
    public Line? Line { get; init; }

    /// <summary>What is filled: <c>none</c> (default), <c>tozeroy</c>, <c>tonexty</c>, <c>toself</c>, ...</summary>
    public string? Fill { get; init; }

    /// <summary>The colour of the filling.</summary>
    public string? FillColor { get; init; }

    /// <summary>Whether the line crosses gaps; false by default.</summary>
    public bool? ConnectGaps { get; init; }

    /// <summary>Error bars along x.</summary>
    [JsonPropertyName("error_x")]
    public ErrorBar? ErrorX { get; init; }

    /// <summary>Error bars along y.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBar? ErrorY { get; init; }
}
