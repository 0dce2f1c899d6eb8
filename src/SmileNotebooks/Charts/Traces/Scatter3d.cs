using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>Points in space, joined or not.</summary>
public sealed record Scatter3d : Trace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "scatter3d";

    /// <summary>Places along x.</summary>
    public Values? X { get; init; }

    /// <summary>Places along y.</summary>
    public Values? Y { get; init; }

    /// <summary>Places along z.</summary>
    public Values? Z { get; init; }

    /// <summary>What is drawn; a line and marks by default.</summary>
    public Mode? Mode { get; init; }

    /// <summary>A text for each point.</summary>
    public Values? Text { get; init; }

    /// <summary>The marks.</summary>
    public Marker? Marker { get; init; }

    /// <summary>The line.</summary>
    public Line? Line { get; init; }

    /// <summary>Text beside the mouse; see <see cref="PlaneTrace.HoverTemplate"/>.</summary>
    public Values? HoverTemplate { get; init; }

    internal override int? PointCount => X?.Count ?? 0;
}
