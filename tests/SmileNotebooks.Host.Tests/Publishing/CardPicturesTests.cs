using System.Text.Json.Nodes;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class CardPicturesTests
{
    private const string Dot = "iVBORw0KGgo=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_first_figure_goes_before_pictures_and_a_tagged_cell_before_both()
    {
        NotebookCell picture = Code("a", Display(("image/png", Dot), ("text/plain", "a dot")));
        NotebookCell first = Code("b", Display((PlotlyType, Figure("one"))), Display((PlotlyType, Figure("two"))));
        NotebookCell tagged = Code("c", new StreamOutput("stdout", "x"), Display(("image/png", Dot), ("text/plain", "chosen"))) with { Metadata = new() { ["tags"] = new JsonArray("picture") } };

        Assert.Equal("one", CardPictures.Source(Notebook(picture, first))!.Words);
        Assert.Equal("chosen", CardPictures.Source(Notebook(picture, first, tagged))!.Words);
        Assert.Equal("a dot", CardPictures.Source(Notebook(picture))!.Words);
        Assert.Null(CardPictures.Source(Notebook(Markdown("text"), Code("d", Display(("text/html", "<b>x</b>"), ("image/png", "\" onerror=\"x"))))));
        Assert.Null(CardPictures.Source(Notebook()));
    }

    [Fact]
    public async Task Without_a_browser_a_picture_is_taken_as_it_is_and_a_bare_figure_is_counted()
    {
        await using SharedBrowser none = new(null);
        await using CardPictures pictures = new(none, "no plotly.js");

        CardPicture? drawn = await pictures.OfAsync(Notebook(Code("a", Display((PlotlyType, Figure("one")), ("image/png", Dot)))), null, Stop);
        CardPicture? bare = await pictures.OfAsync(Notebook(Code("a", Display((PlotlyType, Figure("one"))))), null, Stop);
        CardPicture? large = await pictures.OfAsync(Notebook(Code("a", Display(("image/png", Dot + new string('A', 300_000))))), null, Stop);

        Assert.Equal(new CardPicture("as it is", "data:image/png;base64," + Dot, null, "one"), drawn);
        Assert.Null(bare);
        Assert.Null(large);
        Assert.Equal((2, ""), (pictures.Left, pictures.Problem));
    }

    [Fact]
    public async Task A_browser_that_is_none_costs_no_report()
    {
        await using SharedBrowser broken = new(Path.Combine(Path.GetTempPath(), "no-such-browser"));
        await using CardPictures pictures = new(broken, new ReportOptions().PlotlyPath);

        Assert.Null(await pictures.OfAsync(Notebook(Code("a", Display((PlotlyType, Figure("one"))))), null, Stop));

        Assert.Equal(1, pictures.Left);
        Assert.Contains("no-such-browser", pictures.Problem, StringComparison.Ordinal);
    }

    private static string Figure(string title) => """{"data": [{"y": [1, 2]}], "layout": {"title": {"text": "TITLE"}}}""".Replace("TITLE", title, StringComparison.Ordinal);
}
