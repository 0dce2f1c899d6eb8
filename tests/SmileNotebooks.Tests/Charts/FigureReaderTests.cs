using System.Text.Json.Nodes;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public sealed class FigureReaderTests
{
    private static readonly Dictionary<string, Figure> All = StatisticsSamples.Figures.Concat(PhysiologySamples.Figures).Concat(SmileDynamicsSamples.Figures)
        .Append(new("slider", Figure.Slider("height", [1, 2, 3], height => new(new Bar { X = ["a", "b"], Y = [height, 1] }) { Layout = new() { Title = $"height {height}" } })))
        .Append(new("animation", Figure.Animation("time", [.1, .2], time => new(new Scatter { X = [0, 1], Y = [time, 2 * time] }))))
        .Append(new("choice", Figure.Choice("muscle", ["zygomaticus", "corrugator"], muscle => new(new Scatter { Name = muscle, X = [0], Y = [1] }))))
        .Append(new("no trace", new Figure()))
        .GroupBy(figure => figure.Key).SelectMany(group => group.Index(), (group, figure) => (Name: figure.Index == 0 ? group.Key : $"{group.Key} {figure.Index + 1}", figure.Item.Value))
        .ToDictionary(figure => figure.Name, figure => figure.Value);

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_is_read_as_it_was_written(string name)
    {
        string json = All[name].ToJson();

        Figure read = Figure.FromJson(json);

        Equal(json, read.ToJson());
        Assert.DoesNotContain(read.Data, trace => trace is OtherTrace);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_in_the_house_template_keeps_it(string name)
    {
        string json = All[name].WithTemplate(HouseTemplate.Dark).ToJson();

        Figure read = Figure.FromJson(json);

        Equal(json, read.WithTemplate(HouseTemplate.Light).ToJson());
        Assert.NotNull(read.Layout.Template);
    }

    [Theory]
    [MemberData(nameof(FigureJsonTests.Traces), MemberType = typeof(FigureJsonTests), DisableDiscoveryEnumeration = true)]
    public void Traces_are_read_into_their_types(Trace trace, string json)
    {
        Figure read = Figure.FromJson($$"""{"data":[{{json}}]}""");

        Assert.IsType(trace.GetType(), read.Data.Single());
        Equal(json, JsonNode.Parse(read.ToJson())!["data"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"data":[{"type":"scatter","x":{"dtype":"f8","bdata":"AAAAAAAA8D8="},"y":[1]}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"sunburst","labels":["a","b"],"parents":["","a"],"values":[2,1]}],"layout":{}}""")]
    [InlineData("""{"data":[{"y":[1,2]}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":7,"y":[1,2]}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"scatter","error_y":{"type":"percent","value":10},"error_x":{"array":[1]}}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"indicator","mode":"delta"},{"type":"indicator","value":3,"mode":"number+delta","delta":{"reference":2}}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"scatter","x":[true,null,"NaN"],"y":[12345678901234567890,1e400,0.1],"customdata":[[1,"a"],[2,"b"]],"name":null,"mode":"lines+markers+text"}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"heatmap","z":[["a",1],[2,null]],"colorscale":"Viridis"},{"type":"heatmap","z":[1,2]},{"type":"heatmap","z":[[1,"2"]]}],"layout":{}}""")]
    [InlineData("""{"data":[],"layout":{"title":"plain","height":"400","barmode":"stack","hovermode":false,"xaxis":{"range":["2020-01-01",null],"matches":"y"},"xaxis7":{"domain":[0,1]},"meta":{"theme":"house","more":1}}}""")]
    [InlineData("""{"data":[],"layout":{"template":"plotly_white","annotations":[{"text":"a","x":1},7],"shapes":[],"scene":{"camera":{"eye":{"x":1,"y":2},"up":{"x":0,"y":0,"z":1}}}}}""")]
    [InlineData("""{"data":[],"layout":{"meta":"words"},"config":{"scrollZoom":true,"responsive":null,"modeBarButtonsToRemove":"zoom2d"},"frames":[{"name":"a","group":"g","data":[{"y":[1]}],"traces":[0]},{"data":[{"type":"bar"}],"layout":{"title":{"text":"b"}}}]}""")]
    [InlineData("""{"data":[],"layout":{"sliders":[{"steps":[{"method":"animate","args":[["a"],{"mode":"immediate","frame":{"duration":0,"redraw":false}},null,1.5]}]}],"updatemenus":[{"buttons":[{"args":"x"}]}]}}""")]
    [InlineData("""{"data":[],"layout":{"width":5.5,"font":{"weight":700.5,"size":1e-7},"legend":{"title":{"text":null}}},"config":{},"frames":[]}""")]
    public void What_has_no_property_here_is_kept_as_it_stands(string json)
    {
        JsonObject expected = (JsonObject)JsonNode.Parse(json)!;
        expected.TryAdd("config", new JsonObject());

        Figure read = Figure.FromJson(json);

        Equal(expected.ToJsonString(), read.ToJson());
        Equal(read.ToJson(), Figure.FromJson(read.ToJson()).ToJson());
    }

    [Fact]
    public void Options_that_were_read_can_be_changed()
    {
        Figure read = Figure.FromJson("""{"data":[{"type":"scatter","name":"a","line":{"width":2,"shape":"hv"}}],"layout":{"height":300,"title":{"text":"One"}}}""");

        Figure changed = read with { Data = [((Scatter)read.Data[0]) with { Name = "b" }], Layout = read.Layout with { Height = 400 } };

        Assert.Equal("One", read.Layout.Title!.Text);
        Equal("""{"data":[{"type":"scatter","name":"b","line":{"width":2,"shape":"hv"}}],"layout":{"height":400,"title":{"text":"One"}},"config":{}}""", changed.ToJson());
    }

    [Fact]
    public void A_template_that_is_no_object_stands_in_the_way_of_another()
    {
        Figure read = Figure.FromJson("""{"data":[],"layout":{"template":"plotly_white"}}""");

        Assert.Same(read, read.WithTemplate(HouseTemplate.Light));
    }

    [Fact]
    public void Other_traces_say_what_they_are()
    {
        Figure read = Figure.FromJson("""{"data":[{"type":"pie","name":"shares"},{"x":[1]}]}""");

        Assert.Equal("Figure: shares (pie), scatter", read.ToString());
    }

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("[]", "no object")]
    [InlineData("""{"data":[],"data":[]}""", "cannot be read")]
    [InlineData("""{"data":[{"x":1,"x":2}]}""", "cannot be read")]
    [InlineData("""{"data":[],"extra":1}""", "'extra'")]
    [InlineData("""{"data":{}}""", "another kind")]
    [InlineData("""{"data":[],"layout":[]}""", "another kind")]
    [InlineData("""{"data":[1]}""", "data[0]")]
    [InlineData("""{"frames":[{},null]}""", "frames[1]")]
    public void What_is_no_figure_is_refused(string json, string said)
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => Figure.FromJson(json));

        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    private static void Equal(string expected, string actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nfound    {actual}");
}
