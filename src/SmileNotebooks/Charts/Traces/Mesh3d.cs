using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>A surface of triangles in space.</summary>
public sealed record Mesh3d : Trace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "mesh3d";

    /// <summary>The corners along x.</summary>
    public Values? X { get; init; }

    /// <summary>The corners along y.</summary>
    public Values? Y { get; init; }

    /// <summary>The corners along z.</summary>
    public Values? Z { get; init; }

    /// <summary>For each triangle, the index of its first corner.</summary>
    public Values? I { get; init; }

    /// <summary>For each triangle, the index of its second corner.</summary>
    public Values? J { get; init; }

    /// <summary>For each triangle, the index of its third corner.</summary>
    public Values? K { get; init; }

    /// <summary>One colour for all.</summary>
    public string? Color { get; init; }

    /// <summary>A number for each corner, for the colour scale.</summary>
    public Values? Intensity { get; init; }

    /// <summary>Colours of <see cref="Intensity"/>.</summary>
    public ColorScale? ColorScale { get; init; }

    /// <summary>Whether the colour scale is shown.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>Whether each triangle is seen flat; false by default.</summary>
    public bool? FlatShading { get; init; }

    /// <summary>How the surface reflects light.</summary>
    public Lighting? Lighting { get; init; }

    /// <summary>Where the light stands, each coordinate -100000 to 100000.</summary>
    public Vector? LightPosition { get; init; }

    /// <summary>A text for each corner.</summary>
    public Values? Text { get; init; }

    /// <summary>Text beside the mouse; see <see cref="PlaneTrace.HoverTemplate"/>.</summary>
    public Values? HoverTemplate { get; init; }

    internal override int? PointCount => X?.Count ?? 0;
}

/// <summary>How a surface reflects light.</summary>
public sealed record Lighting : PlotlyObject
{
    /// <summary>Light from everywhere, 0 to 1.</summary>
    public double? Ambient { get; init; }

    /// <summary>Light in all directions, 0 to 1.</summary>
    public double? Diffuse { get; init; }

    /// <summary>Gloss, 0 to 2.</summary>
    public double? Specular { get; init; }

    /// <summary>Breadth of the gloss, 0 to 1.</summary>
    public double? Roughness { get; init; }
}
