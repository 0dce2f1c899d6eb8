// What keeps the words of figures on a page of 400 pixels.
using System.Text.Json.Nodes;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public sealed class NarrowFigureTests
{
    [Fact]
    public void Lines_break_between_words_but_not_between_a_number_and_its_unit() =>
        Assert.Equal(["log ratio to baseline,", "2 to 4 s, then 10 ms,", "seed 1"], FigureHead.Wrap("log ratio to baseline, 2 to 4 s, then 10 ms, seed 1", 22));

    [Fact]
    public void The_title_of_an_axis_beside_long_labels_is_broken_and_the_figure_grows_by_its_line()
    {
        Figure one = StatisticsFigures.Forest([new("a", 1, new(0, 2, .95))], options: new() { XTitle = "Difference" });
        Figure two = StatisticsFigures.Forest([new("a", 1, new(0, 2, .95))], options: new() { XTitle = "Difference from Neutral (dz)" });

        Assert.Equal("Difference from Neutral<br>(dz)", two.Layout.XAxis!.Title!.Text);
        Assert.Equal(19, two.Layout.Height - one.Layout.Height);
    }

    [Fact]
    public void A_meta_analysis_that_was_told_what_its_effects_are_says_so_on_the_axis()
    {
        StudyEffect[] studies = [new("a", .1, .04), new("b", .3, .05), new("c", .2, .06)];
        MetaAnalysisResult told = MetaAnalysis.Fit(studies, new() { Measure = "points < 9" });

        Assert.Equal("points &lt; 9", told.Forest().Layout.XAxis!.Title!.Text);
        Assert.Equal("points &lt; 9", told.Funnel().Layout.XAxis!.Title!.Text);
        Assert.Equal("points &lt; 9", told.LeaveOneOut().Forest().Layout.XAxis!.Title!.Text);
        Assert.Equal("Effect", MetaAnalysis.Fit(studies).Forest().Layout.XAxis!.Title!.Text);
    }

    [Fact]
    public void A_drop_down_stands_over_the_words_above_a_plot()
    {
        Figure Words(int lines) => new(new Scatter { X = [1], Y = [1] })
        {
            Layout = new() { Annotations = [.. Enumerable.Range(0, lines).Select(line => new Annotation { Text = "0.5 s", X = 1, Y = 1, YRef = "paper", YAnchor = "bottom", YShift = 14 * line })] },
        };

        double PadOf(Figure figure) => (double)JsonNode.Parse(figure.ToJson())!["layout"]!["updatemenus"]![0]!["pad"]!["b"]!;

        Assert.Equal(10, PadOf(Figure.Choice("kind", ["a", "b"], _ => Words(0))));
        Assert.Equal(10 + 18 + 14, PadOf(Figure.Choice("kind", ["a", "b"], _ => Words(2))));
    }

    [Fact]
    public void Claims_are_drawn_by_their_grade_with_a_dot_each()
    {
        PublishedStudies published = PublishedStudies.Load(Repository.PathOf("data-samples", "published"));

        Figure figure = published.Claims.Grades();

        Assert.Equal(published.Claims.Length, figure.Data.Sum(trace => ((Scatter)trace).X!.Count));
        Assert.Contains("facial feedback: Evidence moderate, mixed.", figure.Description, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Array.Empty<Claim>().Grades());
    }
}
