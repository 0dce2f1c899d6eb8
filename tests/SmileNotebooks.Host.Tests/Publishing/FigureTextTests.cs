using System.Text.Json.Nodes;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("""[{"type":"bar","name":"left","x":["AU06","AU12"],"y":[2.7,3.9]}]""", "{}", "Bars. left: 2 values; x: AU06 to AU12; y: 2.7 to 3.9.")]
    [InlineData("""[{"x":[0,1,2],"y":[5,null,-1.23456]}]""", """{"xaxis":{"title":{"text":"Time (s)"}},"yaxis":{"title":"Force"}}""", "Lines. Lines: 3 values; x (Time (s)): 0 to 2; y (Force): -1.235 to 5.")]
    [InlineData("""[{"mode":"markers","y":[1]},{"mode":"lines","y":[2,3],"yaxis":"y2"}]""", """{"yaxis2":{"title":{"text":"Right"}}}""", "Points and lines, 2 series. Points: 1 value; y: 1. Lines: 2 values; y (Right): 2 to 3.")]
    [InlineData("""[{"type":"scatter3d","name":"<b>nose</b>","x":[1],"y":[2],"z":[3]}]""", """{"scene":{"zaxis":{"title":{"text":"depth"}}}}""", "Points in space. nose: 1 value; x: 1; y: 2; z (depth): 3.")]
    [InlineData("""[{"type":"heatmap","z":[[1,2],[3,4]]}]""", "{}", "Heat map. Heat map: 4 values; z: 1 to 4.")]
    [InlineData("""[{"type":"indicator","value":42.5,"title":{"text":"Score"}}]""", "{}", "Indicator. Score: 42.5.")]
    [InlineData("""[{"type":"bar","y":{"dtype":"f8","bdata":"AAAAAAAA8D8AAAAAAAAAQA=="}}]""", "{}", "Bars. Bars: 2 values; y: 1 to 2.")]
    [InlineData("""[{"type":"bar","y":{"dtype":"i1","bdata":"/wE="}}]""", "{}", "Bars. Bars: 2 values; y: -1 to 1.")]
    [InlineData("""[{"type":"bar","y":{"dtype":"f8","bdata":"not base64"}}]""", "{}", "Bars. Bars: no data.")]
    [InlineData("""[{"y":[]}]""", "{}", "Lines. Lines: no data.")]
    [InlineData("""[{"y":[{}, [[1]], true]}]""", "{}", "Lines. Lines: 3 values.")]
    [InlineData("""[{"y":[1]}]""", """{"sliders":[{"currentvalue":{"prefix":"size: "},"steps":[{"label":"0"},{"label":"1"}]}]}""", "Lines. Lines: 1 value; y: 1. A slider for size: 0 to 1, 2 steps.")]
    [InlineData("""[{"y":[1]}]""", """{"updatemenus":[{"name":"muscle","buttons":[{"label":"a"}]},{"type":"buttons","buttons":[{"name":"play","label":"▶"},{}]}]}""", "Lines. Lines: 1 value; y: 1. A drop-down for muscle: a, 1 step. Buttons: play, without words.")]
    [InlineData("""[{"y":[1]}]""", """{"sliders":[{"steps":7},null],"updatemenus":"x"}""", "Lines. Lines: 1 value; y: 1. A slider without steps.")]
    [InlineData("[]", "{}", "A figure without data.")]
    [InlineData("[1, null]", "{}", "A figure without data.")]
    public void A_figure_is_described_from_its_data(string data, string layout, string expected) =>
        Assert.Equal(expected, FigureText.Of(JsonNode.Parse(data)!.AsArray(), JsonNode.Parse(layout)!.AsObject()));

    [Fact]
    public void Many_series_are_counted_and_long_names_cut()
    {
        string name = new('n', 200);
        JsonArray data = [.. Enumerable.Range(0, 30).Select(number => new JsonObject { ["name"] = name, ["y"] = new JsonArray(number) })];

        string text = FigureText.Of(data, null);

        Assert.StartsWith("Lines, 30 series. ", text, StringComparison.Ordinal);
        Assert.EndsWith(" And 22 more.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_are_in_the_page_and_escaped()
    {
        string body = Body(Code("x", Display((PlotlyType, """{"data":[{"name":"</p><script>alert(1)</script>","y":[1]}],"layout":{"title":"T"}}"""))));

        Assert.Matches("aria-label=\"T\" aria-describedby=\"(figure-1-text)\".*<p class=\"unseen\" id=\"\\1\">Lines\\. ", body);
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":[],"data":[]}""")]
    [InlineData("""{"data":[{"name":"\ud800"}]}""")]
    public void JSON_that_is_not_sound_gives_way_to_the_next_type(string json) =>
        Assert.Contains("<pre>instead</pre>", Body(Code("x", Display((PlotlyType, json), ("text/plain", "instead")))), StringComparison.Ordinal);
}
