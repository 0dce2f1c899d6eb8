using System.Text.RegularExpressions;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public sealed partial class FigureShowingTests
{
    private const string Hostile = "</script><script>alert(1)</script><!-- \" ' & \u2028";

    private static readonly Figure HostileFigure = new(new Scatter { Name = Hostile, X = [Hostile], Y = [1], Text = Hostile })
    {
        Layout = new() { Title = Hostile, XAxis = new() { Title = Hostile } },
    };

    [Fact]
    public void Hostile_text_stays_inside_the_script_and_the_label()
    {
        string html = HostileFigure.ToHtml();

        Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase));
        Assert.Single(Regex.Matches(html, "</script", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        Match label = Label().Match(html);
        Assert.True(label.Success);
        Assert.DoesNotContain("<", label.Groups[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_ask_for_nothing_from_elsewhere()
    {
        string html = HostileFigure.ToHtml();

        Assert.DoesNotMatch("src=|href=|import|fetch|http", html);
    }

    [Fact]
    public void The_identifier_comes_from_the_content()
    {
        string one = Identifier(new(new Scatter { Y = [1] }));

        Assert.Equal(one, Identifier(new(new Scatter { Y = [1] })));
        Assert.NotEqual(one, Identifier(new(new Scatter { Y = [2] })));
        Assert.Matches("^figure-[0-9a-f]{12}$", one);
    }

    [Fact]
    public void The_text_names_title_traces_and_points()
    {
        Figure figure = new(new Scatter { Name = "happy", Y = [1, 2] }, new Bar { Y = [1] }, new Indicator { Value = 3 })
        {
            Layout = new() { Title = "Zygomaticus<br><sub>p < .05</sub>" },
        };

        Assert.Equal("Zygomaticus  p < .05: happy (scatter), 2 points, bar, 1 point, indicator", figure.ToString());
    }

    [Fact]
    public void The_text_of_many_traces_says_how_many_are_left_out()
    {
        Figure figure = new(Enumerable.Range(0, 9).Select(_ => new Scatter()));

        Assert.EndsWith("and 3 more", figure.ToString(), StringComparison.Ordinal);
        Assert.Equal("Figure: no traces", new Figure().ToString());
    }

    [Fact]
    public void A_description_takes_the_place_of_the_list_of_traces()
    {
        Assert.Equal("T. One smile.", new Figure { Description = "One smile.", Layout = new() { Title = "T" } }.ToString());
    }

    private static string Identifier(Figure figure) => Regex.Match(figure.ToHtml(), "id=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("aria-label=\"([^\"]*)\"")]
    private static partial Regex Label();
}
