using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>How a figure behaves on a page.</summary>
public sealed record Config : PlotlyObject
{
    /// <summary>Fits the width of its place; true by default.</summary>
    public bool? Responsive { get; init; } = true;

    /// <summary>Shows the maker's logo; false by default.</summary>
    public bool? DisplayLogo { get; init; } = false;

    /// <summary>A button that sends the figure, hence a photo in it, to a server of plotly.js's maker; false by default
    /// (plotly.js 4 has it on).</summary>
    [JsonPropertyName("showSendToCloud")]
    public bool? ShowSendToCloud { get; init; } = false;

    /// <summary>No interaction at all.</summary>
    [JsonPropertyName("staticPlot")]
    public bool? StaticPlot { get; init; }

    /// <summary>Buttons that are left away; those that select points by default, since nothing here uses a selection.</summary>
    [JsonPropertyName("modeBarButtonsToRemove")]
    public Values? ModeBarButtonsToRemove { get; init; } = ["select2d", "lasso2d"];

    /// <summary>The row of buttons; seen under the mouse by default.</summary>
    [JsonPropertyName("displayModeBar")]
    public bool? DisplayModeBar { get; init; }
}
