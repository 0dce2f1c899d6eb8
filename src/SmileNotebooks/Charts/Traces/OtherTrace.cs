using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>A trace of a kind, or with options, for which there is no type here: all that it has is in <see cref="PlotlyObject.Raw"/>, the option <c>type</c> too.</summary>
public sealed record OtherTrace : Trace
{
    /// <summary>The option <c>type</c>; <c>scatter</c> where there is none, as Plotly takes it.</summary>
    [JsonIgnore]
    public override string Type => Raw?.GetValueOrDefault("type") switch
    {
        string name => name,
        JsonValue value when value.TryGetValue(out string? name) => name,
        _ => "scatter",
    };

    internal override int? PointCount => null;
}
