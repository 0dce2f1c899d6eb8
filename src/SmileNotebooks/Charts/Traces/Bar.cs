using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>Bars.</summary>
public sealed record Bar : PlaneTrace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "bar";

    /// <summary><c>v</c> (default): upwards; <c>h</c>: to the right, the categories are <see cref="PlaneTrace.Y"/>.</summary>
    public string? Orientation { get; init; }

    /// <summary>Where the bars begin; 0 by default.</summary>
    public Values? Base { get; init; }

    /// <summary>Widths, in units of the axis of the categories (1 is one category).</summary>
    public Values? Width { get; init; }

    /// <summary>Colours and hatching.</summary>
    public Marker? Marker { get; init; }

    /// <summary>A text for each bar.</summary>
    public Values? Text { get; init; }

    /// <summary>Where the texts stand: <c>inside</c>, <c>outside</c>, <c>auto</c> (default), <c>none</c>.</summary>
    public Values? TextPosition { get; init; }

    /// <summary>Error bars along x.</summary>
    [JsonPropertyName("error_x")]
    public ErrorBar? ErrorX { get; init; }

    /// <summary>Error bars along y.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBar? ErrorY { get; init; }
}
