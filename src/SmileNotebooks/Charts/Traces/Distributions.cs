// Traces that summarise many values.
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>How often values fall into bins.</summary>
public sealed record Histogram : PlaneTrace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "histogram";

    /// <summary>Greatest number of bins along x; Plotly chooses by default.</summary>
    public int? NBinsX { get; init; }

    /// <summary>The bins along x; Plotly chooses by default.</summary>
    public Bins? XBins { get; init; }

    /// <summary>What the bars say: empty for the count (default), <c>percent</c>, <c>probability</c>, <c>density</c>.</summary>
    public string? HistNorm { get; init; }

    /// <summary>Colours.</summary>
    public Marker? Marker { get; init; }
}

/// <summary>Bins of a histogram.</summary>
public sealed record Bins : PlotlyObject
{
    /// <summary>Where the first bin begins.</summary>
    public double? Start { get; init; }

    /// <summary>Where the last bin ends.</summary>
    public double? End { get; init; }

    /// <summary>Width of a bin.</summary>
    public double? Size { get; init; }
}

/// <summary>Box plots: quartiles and median, whiskers to the furthest value within 1.5 times their distance.</summary>
public sealed record Box : PlaneTrace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "box";

    /// <summary><c>v</c> (default) or <c>h</c>.</summary>
    public string? Orientation { get; init; }

    /// <summary>Which values are drawn too: <c>all</c>, <c>outliers</c> (default), <c>suspectedoutliers</c>.</summary>
    public string? BoxPoints { get; init; }

    /// <summary>How far drawn values are spread, 0 to 1.</summary>
    public double? Jitter { get; init; }

    /// <summary>Where drawn values stand beside the box, -2 to 2.</summary>
    public double? PointPos { get; init; }

    /// <summary>Colours of the values.</summary>
    public Marker? Marker { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>The colour of the box.</summary>
    public string? FillColor { get; init; }
}

/// <summary>Densities of values (kernel estimates), drawn to both sides or to one.</summary>
public sealed record Violin : PlaneTrace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "violin";

    /// <summary><c>v</c> (default) or <c>h</c>.</summary>
    public string? Orientation { get; init; }

    /// <summary><c>both</c> (default), <c>positive</c> or <c>negative</c>.</summary>
    public string? Side { get; init; }

    /// <summary>Which values are drawn too: <c>all</c>, <c>outliers</c> (default), <c>suspectedoutliers</c>.</summary>
    public string? Points { get; init; }

    /// <summary>How far drawn values are spread, 0 to 1.</summary>
    public double? Jitter { get; init; }

    /// <summary>Where drawn values stand beside the violin, -2 to 2.</summary>
    public double? PointPos { get; init; }

    /// <summary>Colours of the values.</summary>
    public Marker? Marker { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>The colour of the area.</summary>
    public string? FillColor { get; init; }
}
