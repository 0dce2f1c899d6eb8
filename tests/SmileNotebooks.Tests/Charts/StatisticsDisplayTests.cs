using System.Reflection;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

/// <summary>What a notebook shows of a result of statistics.</summary>
public sealed class StatisticsDisplayTests
{
    private static readonly Type[] ResultTypes =
        [.. typeof(IStatisticalResult).Assembly.GetTypes().Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IStatisticalResult)))];

    public static TheoryData<string> ResultNames => new(StatisticsResults.All.Keys);

    [Fact]
    public void Every_result_type_is_marked_for_hosts_and_has_a_sample()
    {
        Assert.All(ResultTypes, type => Assert.NotNull(type.GetCustomAttribute<TypeFormatterSourceAttribute>(inherit: false)));
        Assert.Empty(ResultTypes.Except(StatisticsResults.All.Values.Select(result => result.GetType()).Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)));
    }

    [Theory]
    [MemberData(nameof(ResultNames))]
    public void Every_result_shows_its_sentence_its_table_and_its_figure(string name)
    {
        IStatisticalResult result = StatisticsResults.All[name];
        Figure figure = result.ToFigure()!;

        Assert.NotNull(figure);
        Assert.DoesNotContain("NaN", figure.ToString(), StringComparison.Ordinal);
        string text = Shown(result, MimeTypes.Plain);
        Assert.StartsWith(result.Apa, text, StringComparison.Ordinal);
        Assert.Contains(result.ToTable().Title, text, StringComparison.Ordinal);
        string html = Shown(result, MimeTypes.Html);
        Assert.Contains("<p style=", html, StringComparison.Ordinal);
        Assert.Contains("<table class=\"sn-table\">", html, StringComparison.Ordinal);
        Assert.Contains($"<script type=\"{MimeTypes.Plotly}\">", html, StringComparison.Ordinal);
        Assert.Equal(result.ToTable().Rows.Length, html.Split("<tbody>")[1].Split("</tbody>")[0].Split("<tr>").Length - 1);
    }

    [Fact]
    public void A_result_has_no_form_that_would_show_its_figure_alone()
    {
        using StringWriter writer = new();

        Assert.False(new ValueFormatter(MimeTypes.Plotly).Format(StatisticsResults.All["paired t"], writer));
    }

    [Fact]
    public void A_result_of_another_library_is_shown_without_a_figure()
    {
        Foreign foreign = new("p < .05 & <script>");

        Assert.Null(foreign.ToFigure());
        string html = Shown(foreign, MimeTypes.Html);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("<i>p</i> &lt; .05 &amp; &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<i>Note.</i>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t(73) = 4.39, p < .001, dz = 0.51", "<i>t</i>(73) = 4.39, <i>p</i> &lt; .001, <i>dz</i> = 0.51")]
    [InlineData("emotion: F(1.99, 236.65) = 7.26", "emotion: <i>F</i>(1.99, 236.65) = 7.26")]
    [InlineData("a t and Big t-shirt = 3", "a t and Big t-shirt = 3")]
    [InlineData("chi2(2) = 7.40", "chi2(2) = 7.40")]
    public void Symbols_are_in_italics(string sentence, string html) => Assert.Equal(html, ResultHtml.Sentence(sentence));

    [Fact]
    public void The_JSON_of_a_figure_inside_HTML_ends_no_script()
    {
        string html = FigureHtml.RenderInside(new Figure(new Scatter { Name = "</script></figure>", X = [1], Y = [1] }));

        Assert.Equal(2, html.Split("</script>").Length - 1);
        Assert.Single(html.Split("</figure>")[..^1]);
    }

    private static string Shown(IStatisticalResult result, string mimeType)
    {
        using StringWriter writer = new();
        Assert.True(new ValueFormatter(mimeType).Format(result, writer));
        return writer.ToString();
    }

    private sealed record Foreign(string Apa) : IStatisticalResult
    {
        public ResultTable ToTable() => new("Foreign", ["", "x"], [["row", "1"]]) { Note = "Nothing." };
    }
}
