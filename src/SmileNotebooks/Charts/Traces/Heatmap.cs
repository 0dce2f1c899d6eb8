using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>Numbers of a table as colours.</summary>
public sealed record Heatmap : PlaneTrace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "heatmap";

    /// <summary>The numbers: [rows along y, columns along x]. NaN is a gap.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Z { get; init; }

    /// <summary>The number of the first colour.</summary>
    public double? ZMin { get; init; }

    /// <summary>The number in the middle of the colours.</summary>
    public double? ZMid { get; init; }

    /// <summary>The number of the last colour.</summary>
    public double? ZMax { get; init; }

    /// <summary>The colours.</summary>
    public ColorScale? ColorScale { get; init; }

    /// <summary>Whether the colour scale is shown; true by default.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The scale beside the plot.</summary>
    public ColorBar? ColorBar { get; init; }

    /// <summary>Gap between columns in pixels.</summary>
    public double? XGap { get; init; }

    /// <summary>Gap between rows in pixels.</summary>
    public double? YGap { get; init; }

    /// <summary>Text in the cells, such as <c>%{z:.2f}</c>.</summary>
    public string? TextTemplate { get; init; }

    internal override int? PointCount => Z?.Sum(row => row.Count) ?? 0;
}
