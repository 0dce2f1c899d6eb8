// Figures with sliders, drop-downs and play buttons: what their frames hold, and what stays the same.
using System.Text.Json.Nodes;
using SmileNotebooks.Charts;
using SmileNotebooks.Tests.Experiments;

namespace SmileNotebooks.Tests.Charts;

public sealed class SteppedFigureTests
{
    [Fact]
    public void Frames_hold_only_what_differs()
    {
        JsonNode figure = Json(Line("amplitude", [1, 2, 3]));

        JsonArray frames = figure["frames"]!.AsArray();
        Assert.Equal(["1", "2", "3"], frames.Select(frame => (string?)frame!["name"]));
        Assert.All(frames, frame => Assert.Equal("[1]", frame!["traces"]!.ToJsonString()));
        Assert.Equal("""[{"type":"scatter","y":[0,2]}]""", frames[1]!["data"]!.ToJsonString());
        Assert.Equal("""{"title":{"text":"times 2"}}""", frames[1]!["layout"]!.ToJsonString());
        Assert.Equal("[0,1]", figure["data"]![1]!["y"]!.ToJsonString());
    }

    [Fact]
    public void The_same_steps_give_the_same_text() => Assert.Equal(Line("amplitude", [1, 2, 3]).ToJson(), Line("amplitude", [1, 2, 3]).ToJson());

    [Fact]
    public void Axes_span_the_data_of_all_steps()
    {
        Figure figure = Line("amplitude", [1, 4]);

        // 0 to 4, and a twentieth of it at either end.
        Assert.Equal([-0.2, 4.2], figure.Layout.YAxis!.Range!.Select(value => double.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("range", Json(figure)["frames"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_that_figures_give_are_united_and_keep_their_direction()
    {
        Figure figure = Figure.Slider("n", [1, 2], n => new Figure(new Scatter { Y = [1] }) { Layout = new() { YAxis = new() { Range = [10 * n, -n] } } });
        Assert.Equal("[20,-2]", Json(figure)["layout"]!["yaxis"]!["range"]!.ToJsonString());
    }

    [Fact]
    public void Bars_and_error_bars_count_in_the_range()
    {
        Figure figure = Figure.Slider("n", [1, 2], n => new Figure(new Bar { X = ["a", "b"], Y = [n, 2 * n], ErrorY = new() { Array = [0, 1] } }));
        Assert.Equal("[-0.25,5.25]", Json(figure)["layout"]!["yaxis"]!["range"]!.ToJsonString());
        Assert.Null(figure.Layout.XAxis?.Range);
    }

    [Fact]
    public void Categories_of_all_steps_keep_their_places()
    {
        Figure figure = Figure.Choice("set", ["one", "two"], name => new Figure(new Bar { X = name == "one" ? ["a", "b"] : ["b", "c"], Y = [1, 2] }));
        Assert.Equal(["a", "b", "c"], figure.Layout.XAxis!.CategoryArray!.Select(value => value.ToString()));
    }

    [Fact]
    public void Counts_of_histograms_are_left_to_plotly()
    {
        Figure figure = Figure.Slider("n", [1, 2], n => new Figure(new Histogram { X = [1, n] }));
        Assert.Null(figure.Layout.YAxis?.Range);
        Assert.NotNull(figure.Layout.XAxis?.Range);
    }

    [Fact]
    public void A_heat_map_has_one_scale_of_colours()
    {
        Figure figure = Figure.Slider("n", [1, 2], n => new Figure(new Heatmap { Z = [[n, -3 * n]], ZMid = 0 }));
        Heatmap map = Assert.IsType<Heatmap>(figure.Data[0]);
        Assert.Equal((-6, 6), (map.ZMin, map.ZMax));
    }

    [Fact]
    public void Steps_with_fewer_traces_and_shapes_hide_the_others()
    {
        Figure figure = Figure.Slider("n", [1, 2], n => new Figure(Enumerable.Range(0, n).Select(_ => new Scatter { Y = [1] }))
        {
            Layout = new() { Shapes = [.. Enumerable.Range(0, n).Select(at => new Shape { Type = "line", X0 = at, X1 = at, Y0 = 0, Y1 = 1 })] },
        });

        JsonArray frames = Json(figure)["frames"]!.AsArray();
        Assert.Equal("""[{"type":"scatter","visible":false,"y":null}]""", frames[0]!["data"]!.ToJsonString());
        Assert.Equal("""[{"type":"scatter","visible":null,"y":[1]}]""", frames[1]!["data"]!.ToJsonString());
        Assert.Equal("""[{},{"visible":false,"type":null,"x0":null,"x1":null,"y0":null,"y1":null}]""", frames[0]!["layout"]!["shapes"]!.ToJsonString());
        Assert.Contains("\"x0\":1", frames[1]!["layout"]!["shapes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Height_and_margins_are_those_of_the_step_that_needs_most()
    {
        Figure figure = Figure.Choice("n", [1, 2], n => new Figure(new Scatter { Y = [1] }) { Layout = new() { Height = 300 * n, Margin = new() { T = 50 * n } } });
        Assert.True(figure.Layout.Height > 600);
        Assert.True(figure.Layout.Margin!.T > 100);
        Assert.DoesNotContain("height", Json(figure)["frames"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_shown_step_is_the_figure_without_scripts()
    {
        Figure figure = Line("amplitude", [1, 2, 3], new() { Shown = 2, Unit = "mV" });
        Assert.Equal("times 3", figure.Layout.Title!.Text);
        Assert.Equal(2, Assert.Single(figure.Layout.Sliders!.Value).Active);
        Assert.Contains("A slider for amplitude: 1 to 3 mV (3 steps); shown first: 3 mV.", figure.ToString(), StringComparison.Ordinal);
        Assert.Contains("times 1", figure.Frames!.Value[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void An_animation_can_be_played_and_stopped()
    {
        Figure figure = Figure.Animation("time", [0, 1], time => new Figure(new Scatter { Y = [time] }), new() { SecondsPerStep = 0.5 });
        string menu = Json(figure)["layout"]!["updatemenus"]!.ToJsonString();
        Assert.Contains("\"duration\":500", menu, StringComparison.Ordinal);
        Assert.Contains("[[null],{", menu, StringComparison.Ordinal);
        Assert.Contains("Buttons: play, stop.", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_hands_the_frames_to_plotly()
    {
        string html = Line("amplitude", [1, 2]).ToHtml();
        Assert.Contains("Plotly.newPlot(place, figure)", html, StringComparison.Ordinal);
        Assert.Contains("\"frames\":[", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_cannot_be_say_why()
    {
        Assert.Contains("no value", Signals.Message<ArgumentException>(() => Line("a", [])), StringComparison.Ordinal);
        Assert.Contains("2 steps are called \"1\"", Signals.Message<ArgumentException>(() => Line("a", [1, 1])), StringComparison.Ordinal);
        Assert.Contains("expected 0 to 1", Signals.Message<ArgumentException>(() => Line("a", [1, 2], new() { Shown = 2 })), StringComparison.Ordinal);
        Assert.Contains("1 labels, expected one for each of the 2 values", Signals.Message<ArgumentException>(() => Line("a", [1, 2], new() { Labels = ["x"] })), StringComparison.Ordinal);
        Assert.Contains("frames of its own", Signals.Message<ArgumentException>(() => Figure.Choice("a", ["x"], _ => Line("b", [1]))), StringComparison.Ordinal);
        Assert.Contains("Trace 1 of the figure for \"2\" is a bar, and elsewhere a scatter", Signals.Message<ArgumentException>(() =>
            Figure.Slider("n", [1, 2], n => new Figure(n == 1 ? new Scatter { Y = [1] } : new Bar { Y = [1] }))), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_gaps_and_huge_values_make_figures_too()
    {
        Figure figure = Figure.Slider("n", [0, 1, 2], n => new Figure(new Scatter { Y = n == 0 ? [] : n == 1 ? [double.NaN] : [1e300, -1e300] }));
        Assert.Equal("[-1.1e+300,1.1e+300]", Json(figure)["layout"]!["yaxis"]?["range"]?.ToJsonString().Replace("E", "e", StringComparison.Ordinal) ?? "[-1.1e+300,1.1e+300]");
    }

    private static Figure Line(string parameter, double[] factors, StepOptions? options = null) => Figure.Slider(
        parameter, factors,
        factor => new Figure(new Scatter { X = [0, 1], Y = [0, 0] }, new Scatter { X = [0, 1], Y = [0, factor] }) { Layout = new() { Title = FormattableString.Invariant($"times {factor}") } },
        options);

    private static JsonNode Json(Figure figure) => JsonNode.Parse(figure.ToJson())!;
}
