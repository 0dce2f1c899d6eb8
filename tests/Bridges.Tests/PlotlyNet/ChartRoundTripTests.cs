using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;
using SmileNotebooks.Charts;
using SmileNotebooks.PlotlyNet;
using SmileNotebooks.Tests.Charts;
using Chart = Plotly.NET.CSharp.Chart;
using Figure = SmileNotebooks.Charts.Figure;

namespace Bridges.Tests.PlotlyNet;

public sealed class ChartRoundTripTests
{
    private static readonly Dictionary<string, Figure> s_figures = StatisticsSamples.Figures.Concat(PhysiologySamples.Figures)
        .Concat(new Dictionary<string, Figure>
        {
            ["slider"] = Figure.Slider("height", [1, 2, 3], height => new(new Bar { X = ["a", "b"], Y = [height, 1] }) { Layout = new() { Title = $"height {height}" } }),
            ["animation"] = Figure.Animation("time", [.1, .2], time => new(new Scatter { X = [0, 1], Y = [time, 2 * time] })),
            ["choice"] = Figure.Choice("muscle", ["zygomaticus", "corrugator"], muscle => new(new Scatter { Name = muscle, X = [0], Y = [1] })),
            ["in the house template"] = new Figure(new Scatter { Y = [1] }).WithTemplate(HouseTemplate.Dark),
            ["described"] = new Figure(new Scatter { Y = [1, double.NaN, 1e300, -0.1, 16777217] }) { Description = "A line." },
            ["raw"] = new Figure(new OtherTrace { Raw = new() { ["type"] = "scattergl", ["x"] = JsonNode.Parse("""{"dtype":"f8","bdata":"AAAAAAAA8D8="}"""), ["name"] = null } }),
            ["empty"] = new Figure() { Layout = new() { Meta = null }, Config = Figure.FromJson("{}").Config },
            ["odd"] = Figure.FromJson("""{"data":[{"type":"new kind","y":["2020-01-02T03:04:05Z","é \u2028 <b>"]}],"layout":{"template":"none","width":12345678901234567890,"xaxis":[],"title":"t","annotations":[1,null,"a",[[]]]},"config":{"more":{"Properties":{"a":1},"xaxis":{"b":null}}},"frames":[]}"""),
        })
        .GroupBy(figure => figure.Key).ToDictionary(group => group.Key, group => group.First().Value);

    public static TheoryData<string> Figures => new(s_figures.Keys);

    public static TheoryData<string> Charts => new(EveryChart.All.Keys);

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_comes_back_from_a_chart_as_it_went(string name)
    {
        Figure figure = s_figures[name];

        Figure back = figure.ToGenericChart().ToFigure();

        Equal(figure.ToJson(), back.ToJson());
        Assert.Equal(figure.Description, back.Description);
        Assert.Equal(figure.ToString(), back.ToString());
        Assert.Equal(figure.Data.Select(trace => trace.GetType()), back.Data.Select(trace => trace.GetType()));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_chart_of_every_function_of_plotly_net_is_a_figure_and_comes_back(string name)
    {
        GenericChart chart = EveryChart.All[name];

        Figure figure = chart.ToFigure();
        GenericChart back = figure.ToGenericChart();

        Equal(GenericChart.toJson(chart), figure.ToJson());
        Equal(GenericChart.toJson(chart), GenericChart.toJson(back));
        Assert.Equal(GenericChart.getTraces(chart).Select(trace => trace.GetType()), GenericChart.getTraces(back).Select(trace => trace.GetType()));
    }

    [Fact]
    public void A_chart_without_a_template_gets_that_of_the_house_when_it_is_shown_and_not_before()
    {
        GenericChart chart = Chart.Point<double, double, string>(x: [1], y: [2], UseDefaults: false);

        Figure figure = chart.ToFigure();

        Equal(GenericChart.toJson(chart), figure.ToJson());
        Assert.Contains("colorway", figure.WithTemplate(HouseTemplate.Light).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plotly_net_styles_what_a_figure_has_and_replaces_none_of_it()
    {
        Figure figure = new(new Scatter { X = [1, 2], Y = [3, 4], Marker = new() { Size = 9 } })
        {
            Layout = new() { Title = "One", XAxis = new() { Range = [0, 5], Title = "time (s)" }, Legend = new() { Orientation = "h" }, Scene = new() { AspectMode = "data" } },
        };

        GenericChart styled = figure.ToGenericChart().WithYAxisStyle<double, double, string>(TitleText: "log ratio").WithXAxisStyle<double, double, string>(ShowGrid: false)
            .WithLegendStyle(X: .5).WithSize(700, 300);
        JsonNode layout = JsonNode.Parse(styled.ToFigure().ToJson())!["layout"]!;

        Equal("""{"range":[0,5],"title":{"text":"time (s)"},"showgrid":false}""", layout["xaxis"]!.ToJsonString());
        Equal("""{"title":{"text":"log ratio"}}""", layout["yaxis"]!.ToJsonString());
        Equal("""{"orientation":"h","x":0.5}""", layout["legend"]!.ToJsonString());
        Assert.Equal((700, 300), ((int)layout["width"]!, (int)layout["height"]!));
        Assert.Equal("One", (string?)layout["title"]!["text"]);
    }

    [Fact]
    public void Frames_stay_with_a_chart_that_is_combined_with_another()
    {
        Figure figure = s_figures["animation"];

        Figure both = Chart.Combine([figure.ToGenericChart(), Chart.Point<double, double, string>(x: [1], y: [2])]).ToFigure();

        Assert.Equal(2, both.Data.Length);
        Equal(JsonNode.Parse(figure.ToJson())!["frames"]!.ToJsonString(), JsonNode.Parse(both.ToJson())!["frames"]!.ToJsonString());
    }

    [Fact]
    public void A_trace_of_no_kind_is_said_to_be_the_scatter_that_plotly_takes_it_for() =>
        Equal("""{"data":[{"type":"scatter","y":[1]}],"layout":{},"config":{}}""", Figure.FromJson("""{"data":[{"y":[1]}]}""").ToGenericChart().ToFigure().ToJson());

    [Fact]
    public void An_option_that_plotly_net_cannot_hold_is_refused()
    {
        Figure figure = Figure.FromJson("""{"data":[{"marker":{"Properties":1}}]}""");

        Assert.Contains("data[0].marker.Properties", Assert.Throws<ArgumentException>(figure.ToGenericChart).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_plotly_net_shows_itself_has_no_frames()
    {
        string html = GenericChart.toChartHTML(s_figures["animation"].ToGenericChart());

        Assert.DoesNotContain("addFrames", html, StringComparison.Ordinal);
    }

    private static void Equal(string expected, string actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {Shortened(expected)}\nfound    {Shortened(actual)}");

    private static string Shortened(string json) => json.Length > 2000 ? json[..2000] : json;
}
