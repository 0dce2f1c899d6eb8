using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public sealed class FigureJsonTests
{
    private const string Rest = ""","layout":{"meta":{"theme":"house"}},"config":{"responsive":true,"displaylogo":false,"showSendToCloud":false,"modeBarButtonsToRemove":["select2d","lasso2d"]}}""";

    public static TheoryData<Trace, string> Traces => new()
    {
        {
            new Scatter { Name = "a", X = [1, 2.5], Y = ["u", null], Mode = Mode.LinesMarkers, Line = new() { Dash = Dash.DashDot } },
            """{"type":"scatter","mode":"lines+markers","line":{"dash":"dashdot"},"x":[1,2.5],"y":["u",null],"name":"a"}"""
        },
        {
            new Scatter { Y = [1], ErrorY = new() { Array = [0.5], Width = 0 } },
            """{"type":"scatter","error_y":{"array":[0.5],"width":0,"type":"data"},"y":[1]}"""
        },
        {
            new Bar { X = [1], Y = ["AU12"], Orientation = "h", Marker = new() { Color = "#123456", Pattern = new() { Shape = ["/"] } } },
            """{"type":"bar","orientation":"h","marker":{"color":"#123456","pattern":{"shape":["/"]}},"x":[1],"y":["AU12"]}"""
        },
        {
            new Scatter3d { X = [0], Y = [1], Z = [2], Mode = Mode.Markers, Marker = new() { Size = 2 } },
            """{"type":"scatter3d","x":[0],"y":[1],"z":[2],"mode":"markers","marker":{"size":2}}"""
        },
        {
            new Mesh3d { X = [0, 1, 0], Y = [0, 0, 1], Z = [0, 0, 0], I = [0], J = [1], K = [2], Lighting = new() { Ambient = 0.5 } },
            """{"type":"mesh3d","x":[0,1,0],"y":[0,0,1],"z":[0,0,0],"i":[0],"j":[1],"k":[2],"lighting":{"ambient":0.5}}"""
        },
        {
            new Heatmap { Z = [[1, double.NaN], [double.PositiveInfinity, 4]], ColorScale = new([(0, "#000000"), (1, "#ffffff")]) },
            """{"type":"heatmap","z":[[1,null],[null,4]],"colorscale":[[0,"#000000"],[1,"#ffffff"]]}"""
        },
        {
            new Indicator { Value = 71.5, Mode = IndicatorMode.GaugeNumber, Gauge = new() { Axis = new() { Range = [0, 100] } } },
            """{"type":"indicator","value":71.5,"mode":"gauge+number","gauge":{"axis":{"range":[0,100]}}}"""
        },
        {
            new Histogram { X = [1, 1, 2], XBins = new() { Start = 0, End = 3, Size = 1 } },
            """{"type":"histogram","xbins":{"start":0,"end":3,"size":1},"x":[1,1,2]}"""
        },
        { new Box { Y = [1, 2], BoxPoints = "all" }, """{"type":"box","boxpoints":"all","y":[1,2]}""" },
        { new Violin { Y = [1, 2], Side = "positive" }, """{"type":"violin","side":"positive","y":[1,2]}""" },
    };

    [Theory]
    [MemberData(nameof(Traces), DisableDiscoveryEnumeration = true)]
    public void Traces_are_written_as_plotly_reads_them(Trace trace, string expected)
    {
        Assert.Equal($$"""{"data":[{{expected}}]{{Rest}}""", new Figure(trace).ToJson());
    }

    [Fact]
    public void A_figure_without_traces_has_an_empty_list_of_data()
    {
        Assert.Equal($$"""{"data":[]{{Rest}}""", new Figure().ToJson());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Gaps_are_null_wherever_a_number_may_stand(double gap)
    {
        string json = new Figure(
            new Scatter { X = [gap, 1], Opacity = gap, Marker = new() { Size = gap } },
            new Indicator { Value = gap }).ToJson();

        JsonArray data = JsonNode.Parse(json)!["data"]!.AsArray();
        Assert.Null(data[0]!["x"]![0]);
        Assert.Equal(1, (double)data[0]!["x"]![1]!);
        Assert.Null(data[0]!["opacity"]);
        Assert.Null(data[0]!["marker"]!["size"]);
        Assert.Null(data[1]!["value"]);
    }

    [Fact]
    public void Dates_are_written_as_plotly_reads_them()
    {
        string json = new Figure(new Scatter { X = [new DateTime(2026, 3, 1, 14, 5, 6, 7, DateTimeKind.Utc)] }).ToJson();

        Assert.Contains("\"x\":[\"2026-03-01 14:05:06.007\"]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_keep_their_value_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Figure figure = new(new Scatter { X = [0.1, 1e-300, -0.0, 123456789.123] });
            Assert.Contains("\"x\":[0.1,1E-300,-0,123456789.123]", figure.ToJson(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Layout_options_have_plotlys_names()
    {
        Layout layout = new()
        {
            Title = "t",
            BarMode = BarMode.Group,
            HoverMode = HoverMode.XUnified,
            XAxis2 = new() { ZeroLine = false },
            Annotations = [new() { Text = "a", X = 1, ShowArrow = false }],
            Images = [new() { Source = "data:,", SizeX = 2 }],
            Shapes = [new() { Type = "line", X0 = "AU01" }],
            Scene = new() { Camera = new() { Eye = new(0, 0, 2) } },
            Meta = null,
        };

        Assert.Equal(
            """{"title":{"text":"t"},"xaxis2":{"zeroline":false},"scene":{"camera":{"eye":{"x":0,"y":0,"z":2}}},"annotations":[{"text":"a","x":1,"showarrow":false}],"shapes":[{"type":"line","x0":"AU01"}],"images":[{"source":"data:,","sizex":2}],"barmode":"group","hovermode":"x unified"}""",
            FigureJson.Write(layout));
    }

    [Fact]
    public void Raw_options_are_written_beside_the_typed_ones()
    {
        string json = FigureJson.Write(new Axis { Type = "log", Raw = new() { ["dtick"] = "D1", ["minor"] = new JsonObject { ["ticks"] = "inside" } } });

        Assert.Equal("""{"type":"log","dtick":"D1","minor":{"ticks":"inside"}}""", json);
    }

    [Fact]
    public void An_option_set_by_its_property_and_raw_is_an_error_that_names_it()
    {
        Figure figure = new() { Layout = new() { XAxis = new() { Type = "log", Raw = new() { ["type"] = "linear" } } } };

        ArgumentException error = Assert.Throws<ArgumentException>(figure.ToJson);

        Assert.Contains("Axis: 'type'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_is_always_the_same_text()
    {
        static Figure Make() => new(new Scatter { X = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))] });

        Assert.Equal(Make().ToJson(), Make().ToJson());
        Assert.Equal(Make().ToHtml(), Make().ToHtml());
    }

    [Fact]
    public void Templates_are_put_in_once_and_never_over_a_figures_own()
    {
        Figure dark = new Figure().WithTemplate(HouseTemplate.Dark);

        using JsonDocument json = JsonDocument.Parse(dark.WithTemplate(HouseTemplate.Light).ToJson());

        JsonElement template = json.RootElement.GetProperty("layout").GetProperty("template");
        Assert.Equal("#16191d", template.GetProperty("layout").GetProperty("paper_bgcolor").GetString());
    }
}
