// The typed part of Plotly's figure description (https://plotly.com/javascript/reference/). A property is named as Plotly
// names it, in C# case: HoverTemplate is written as "hovertemplate". Null means: not set, Plotly's default holds.
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>A part of a figure's description.</summary>
public abstract record PlotlyObject
{
    /// <summary>Options of Plotly that have no property here, under Plotly's own names: numbers, texts, arrays,
    /// dictionaries or a <see cref="System.Text.Json.Nodes.JsonNode"/>. None by default. An option that is set by its property
    /// must not be set here again: writing the figure fails.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Raw { get; init; }
}
