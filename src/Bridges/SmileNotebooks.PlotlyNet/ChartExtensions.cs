// Figures of this house as charts of Plotly.NET, and back.
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;
using Figure = SmileNotebooks.Charts.Figure;

namespace SmileNotebooks.PlotlyNet;

/// <summary>Any figure as a <see cref="GenericChart"/>, and any <see cref="GenericChart"/> as a figure, by way of Plotly's JSON: both have the same.</summary>
public static class ChartExtensions
{
    private const string Description = "description";

    /// <summary>The figure as a chart of Plotly.NET, which its <c>Chart.With...</c> functions style further.</summary>
    /// <remarks>A chart has no place for frames and for <see cref="Figure.Description"/>: a member of its layout carries them, which Plotly.NET and plotly.js pass over and <see cref="ToFigure"/> takes back.
    /// What Plotly.NET shows itself does not move, therefore: its slider is there, and its frames are not.</remarks>
    /// <param name="figure">Any figure.</param>
    /// <returns>A chart of the same traces, layout and config.</returns>
    /// <exception cref="ArgumentException">An option is called Properties, as a member of Plotly.NET's objects is.</exception>
    public static GenericChart ToGenericChart(this Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        JObject json = PlotlyJson.Parse(figure.ToJson());
        if (figure.Description is { } description)
        {
            json.Add(Description, description);
        }

        return PlotlyJson.Read(json);
    }

    /// <summary>The chart as a figure, which every host of this house shows and publishes without a network.</summary>
    /// <remarks>Display options of Plotly.NET (where its page finds plotly.js) are no part of a figure and are left out.</remarks>
    /// <param name="chart">Any chart.</param>
    /// <returns>A figure of the JSON that Plotly.NET writes.</returns>
    public static Figure ToFigure(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        JObject json = PlotlyJson.Write(chart);
        string? description = (string?)json[Description];
        json.Remove(Description);
        return Figure.FromJson(json.ToString(Formatting.None)) with { Description = description };
    }
}
