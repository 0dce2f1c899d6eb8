using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

public class FigureMessagesTests
{
    private const string Figure = "application/vnd.plotly.v1+json";
    private const string Show = "\"{\\\"data\\\":[{\\\"y\\\":[1,2]}],\\\"layout\\\":{\\\"title\\\":{\\\"text\\\":\\\"Two points\\\"},\\\"height\\\":300}}\".DisplayAs(\"application/vnd.plotly.v1+json\");";

    [Fact]
    public async Task A_figure_has_html_that_waits_for_plotly_and_plotly_comes_once()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer first = await client.ExecuteAsync(Show);
        Answer second = await client.ExecuteAsync(Show + " // another cell");

        JsonObject[] data = Data(first);
        Assert.Equal(2, data.Length);
        Assert.Contains("DecompressionStream", data[0]["text/html"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("plotly.js, which draws this session's figures.", data[0]["text/plain"]!.ToString());
        Assert.IsType<JsonObject>(data[1][Figure]);
        string html = data[1]["text/html"]!.ToString();
        Assert.Contains("window.Plotly.newPlot", html, StringComparison.Ordinal);
        Assert.Contains("showSendToCloud: false", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Two points. ", html, StringComparison.Ordinal);
        Assert.Contains("min-height:300px", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.Single(Data(second));
    }

    [Fact]
    public async Task The_cell_that_brought_plotly_brings_it_again_when_it_runs_again()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        await client.ExecuteAsync(Show);
        await client.ExecuteAsync(Show + " // another cell");
        Answer again = await client.ExecuteAsync(Show);

        Assert.Equal(2, Data(again).Length);
    }

    [Fact]
    public void A_figure_whose_library_brings_html_keeps_it()
    {
        MimeBundle own = new(ImmutableSortedDictionary<string, string>.Empty.Add(Figure, """{"data":[]}""").Add("text/html", "<p>own</p>"));

        Assert.Same(own, FigureMessages.WithHtml(own));
    }

    [Fact]
    public void What_is_no_figure_is_left_as_it_is()
    {
        MimeBundle text = new(ImmutableSortedDictionary<string, string>.Empty.Add("text/plain", "1"));
        MimeBundle broken = new(ImmutableSortedDictionary<string, string>.Empty.Add(Figure, "no json"));

        Assert.Same(text, FigureMessages.WithHtml(text));
        Assert.Same(broken, FigureMessages.WithHtml(broken));
    }

    private static JsonObject[] Data(Answer answer) =>
        [.. answer.Published.Where(message => message.Header.MsgType == "display_data").Select(message => message.Content["data"]!.AsObject())];
}
