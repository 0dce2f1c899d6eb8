using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>How a figure behaves on a page.</summary>
public sealed record Config : PlotlyObject
{
    /// <summary>Fits the width of its place; true by default.</summary>
    public bool? Responsive { get; init; } = true;

    /// <summary>Shows the maker's logo; false by default.</summary>
    public bool? DisplayLogo { get; init; } = false;

    /// <summary>No interaction at all.</summary>
    [JsonPropertyName("staticPlot")]
    public bool? StaticPlot { get; init; }

    /// <summary>The row of buttons; seen under the mouse by default.</summary>
    [JsonPropertyName("displayModeBar")]
    public bool? DisplayModeBar { get; init; }
}
