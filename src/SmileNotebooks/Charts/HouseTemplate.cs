// How every figure of this house looks, in light and in dark.
namespace SmileNotebooks.Charts;

/// <summary>A Plotly template: defaults for every figure that it is given to.</summary>
public sealed class Template
{
    internal Template(string json) => Json = json;

    /// <summary>The template as plotly.js takes it.</summary>
    public string Json { get; }
}

/// <summary>The house template. A page applies <see cref="Light"/> or <see cref="Dark"/> to the figures whose
/// <c>layout.meta.theme</c> is <c>house</c>: they set no paper, text or grid colour themselves.</summary>
/// <remarks>Colours (light / dark): paper #ffffff / #16191d, text #24292f / #e4e7eb, quiet text #57606a / #a3abb5,
/// grid #e7eaee / #2c3138, axis line #8b949e / #6b7480. A page that wants to match takes these.</remarks>
public static class HouseTemplate
{
    private const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>For a light page.</summary>
    public static Template Light { get; } = Make(new("#ffffff", "#24292f", "#57606a", "#e7eaee", "#8b949e"));

    /// <summary>For a dark page.</summary>
    public static Template Dark { get; } = Make(new("#16191d", "#e4e7eb", "#a3abb5", "#2c3138", "#6b7480"));

    private static Template Make(Colors colors)
    {
        Layout layout = new()
        {
            Meta = null,
            Font = new() { Family = FontFamily, Size = 13, Color = colors.Text },
            Title = new()
            {
                Font = new() { Size = 16, Color = colors.Text },
                Raw = new() { ["x"] = 0.02, ["xanchor"] = "left" },
            },
            Margin = new() { L = 56, R = 24, T = 56, B = 48 },
            HoverLabel = new()
            {
                BgColor = colors.Text,
                BorderColor = colors.Text,
                Font = new() { Color = colors.Paper, Size = 13 },
                NameLength = -1,
                Raw = new() { ["align"] = "left" },
            },
            Legend = new() { Raw = new() { ["bgcolor"] = "rgba(0,0,0,0)" } },
            XAxis = AxisOf(colors),
            YAxis = AxisOf(colors),
            Scene = new() { XAxis = SpaceAxis(colors), YAxis = SpaceAxis(colors), ZAxis = SpaceAxis(colors) },
            Raw = new()
            {
                ["paper_bgcolor"] = colors.Paper,
                ["plot_bgcolor"] = colors.Paper,
                ["colorway"] = Palette.Series,
                ["sliderdefaults"] = new Slider
                {
                    Font = new() { Size = 12, Color = colors.Quiet },
                    CurrentValue = new() { Font = new() { Size = 13, Color = colors.Text } },
                    Raw = new()
                    {
                        ["bgcolor"] = colors.Line, ["activebgcolor"] = colors.Text, ["bordercolor"] = colors.Line, ["borderwidth"] = 1, ["tickcolor"] = colors.Line, ["ticklen"] = 5, ["minorticklen"] = 3,
                    },
                },
                ["updatemenudefaults"] = new UpdateMenu
                {
                    Font = new() { Size = 13, Color = colors.Text },
                    Raw = new() { ["bgcolor"] = colors.Paper, ["bordercolor"] = colors.Line },
                },
                ["modebar"] = new Dictionary<string, object?>
                {
                    ["bgcolor"] = "rgba(0,0,0,0)",
                    ["color"] = colors.Quiet,
                    ["activecolor"] = colors.Text,
                },
            },
        };
        return new($"{{\"layout\":{FigureJson.Write(layout)}}}");
    }

    private static Axis AxisOf(Colors colors) => new()
    {
        AutoMargin = true,
        Title = new() { Font = new() { Size = 13, Color = colors.Quiet }, Raw = new() { ["standoff"] = 12 } },
        TickFont = new() { Size = 12, Color = colors.Quiet },
        Raw = new()
        {
            ["gridcolor"] = colors.Grid,
            ["zerolinecolor"] = colors.Line,
            ["zerolinewidth"] = 1,
            ["linecolor"] = colors.Line,
            ["tickcolor"] = colors.Line,
            ["ticklabelstandoff"] = 6,
        },
    };

    private static Axis SpaceAxis(Colors colors) => new()
    {
        Raw = new() { ["gridcolor"] = colors.Grid, ["zerolinecolor"] = colors.Line },
    };

    private sealed record Colors(string Paper, string Text, string Quiet, string Grid, string Line);
}
