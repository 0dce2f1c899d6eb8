namespace SmileNotebooks.Host.Tests.Publishing;

public class EmbeddedFigureTests
{
    private const string Json = """{"data":[{"type":"bar","y":[1,2]}],"layout":{"title":{"text":"Two bars"}}}""";
    private const string Fragment = $"""<p>before</p><figure style="margin:0"><script type="application/vnd.plotly.v1+json">{Json}</script><div id="f"></div><script>draw()</script></figure><p>after</p>""";

    [Fact]
    public void Figures_inside_HTML_are_found_and_replaced()
    {
        Assert.Equal("Two bars", Assert.Single(Figure.AllIn(Fragment)).Name);
        Assert.Equal("<p>before</p>[Two bars]<p>after</p>", Figure.Replace(Fragment, figure => $"[{figure.Name}]"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<p>none</p>")]
    [InlineData("<figure><img alt=\"\" src=\"a.png\"></figure>")]
    [InlineData("<figure><script type=\"application/vnd.plotly.v1+json\">no json</script></figure>")]
    public void What_is_no_figure_is_left_as_it_is(string? html)
    {
        Assert.Empty(Figure.AllIn(html));
        Assert.Equal(html, html is null ? null : Figure.Replace(html, _ => "gone"));
    }

    [Fact]
    public void Two_figures_are_two()
    {
        Assert.Equal(2, Figure.AllIn(Fragment + Fragment).Count());
        Assert.Equal("<p>before</p>x<p>after</p><p>before</p>x<p>after</p>", Figure.Replace(Fragment + Fragment, _ => "x"));
    }

    [Fact]
    public void A_page_draws_them_itself_and_runs_no_script_of_theirs()
    {
        string page = Sample.Render(Sample.Code("x", Sample.Display(("text/html", Fragment))));

        Assert.DoesNotContain("draw()", page.Split("<main")[1].Split("</main>")[0], StringComparison.Ordinal);
        Assert.Contains("<p>before</p><div class=\"output figure\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", page.Split("script-src")[1].Split(';')[0], StringComparison.Ordinal);
    }
}
