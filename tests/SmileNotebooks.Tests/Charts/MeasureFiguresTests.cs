using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

/// <summary>The figures of action units and smiles.</summary>
public sealed class MeasureFiguresTests
{
    private static readonly ActionUnit Corner = new(12, "Lip corner puller", 3, 3.5, 2.5, AuQuality.Good, null);
    private static readonly ActionUnit Cheek = new(6, "Cheek raiser", 2, 2, 2, AuQuality.Poor, "looks like <AU12>");
    private static readonly ActionUnit Lips = new(25, "Lips part", double.NaN, null, null, AuQuality.Fair, null);

    [Fact]
    public void Action_units_that_geometry_sees_poorly_are_hatched_and_say_why()
    {
        Figure figure = new[] { Corner, Cheek, Lips }.Bars();

        Bar seen = Assert.IsType<Bar>(figure.Data[0]);
        Bar poor = Assert.IsType<Bar>(figure.Data[1]);
        Assert.Equal(2, seen.X!.Count);
        Assert.Null(seen.Marker!.Pattern);
        Assert.NotNull(poor.Marker!.Pattern);
        Assert.Equal("<b>AU06</b> Cheek raiser: 2.00<br>looks like &lt;AU12&gt;", Assert.Single(poor.CustomData!).ToString());
    }

    [Fact]
    public void Sides_are_marked_where_there_are_sides()
    {
        Figure figure = new[] { Corner, Cheek, Lips }.Bars();

        Scatter left = Assert.IsType<Scatter>(figure.Data[2]);
        Scatter right = Assert.IsType<Scatter>(figure.Data[3]);
        Assert.Equal("subject's left", left.Name);
        Assert.Equal([3.5, 2], left.X!.Select(value => value.Number));
        Assert.Equal([2.5, 2], right.X!.Select(value => value.Number));
        Assert.All(left.Y!.Zip(right.Y!), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void An_intensity_that_is_NaN_is_a_gap()
    {
        Assert.Contains("\"x\":[null]", new[] { Lips }.Bars().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_action_units_give_an_empty_chart_that_says_so()
    {
        Figure figure = Array.Empty<ActionUnit>().Bars();

        Assert.Empty(figure.Data);
        Assert.Equal("Action units. None.", figure.ToString());
    }

    [Fact]
    public void A_gauge_says_that_it_is_descriptive_geometry()
    {
        Figure figure = SmileFigures.Gauge(71.6, SmileType.NonDuchenne, 64);

        Assert.Contains(figure.Layout.Annotations!.Value, note => note.Text == SmileFigures.Caption);
        Assert.Contains(figure.Layout.Annotations!.Value, note => note.Text == "<b>non-Duchenne</b>");
        Assert.Equal(71.6, Assert.IsType<Indicator>(figure.Data[0]).Value);
        Assert.Equal(
            "Smile score 72 of 100, non-Duchenne, eye engagement 64 of 100. Descriptive geometry, not a measure of felt emotion.",
            figure.ToString());
    }

    [Fact]
    public void A_gauge_without_a_score_is_empty()
    {
        Assert.Contains("\"value\":null", SmileFigures.Gauge(double.NaN, SmileType.None, double.NaN).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_smile_describes_itself()
    {
        Smile smile = Smile.Measure(SampleFace.At(128, 100));

        Assert.Equal(smile.ToString(), smile.Gauge().ToString());
    }

    [Fact]
    public void Files_are_ranked_and_those_without_a_face_are_counted()
    {
        Figure figure = SmileFigures.Ranking(
        [
            ("x/low.jpg", 10, SmileType.None), ("high<i>.jpg", 90, SmileType.Duchenne), ("none.jpg", double.NaN, SmileType.None),
        ]);

        Assert.Equal(["high&lt;i&gt;.jpg", "low.jpg"], figure.Layout.YAxis!.TickText!.Select(value => value.ToString()));
        Assert.Equal(["Duchenne", "no smile"], figure.Data.Select(trace => trace.Name));
        Assert.Equal("Score, 0 to 100; 1 without a face", figure.Layout.XAxis!.Title!.Text);
        Assert.Equal(
            "Smile scores. 2 files from 10 to 90 of 100. 1 without a face. Descriptive geometry, not a measure of felt emotion.",
            figure.ToString());
    }

    [Fact]
    public void Equal_scores_are_ranked_by_name_so_that_the_figure_is_always_the_same()
    {
        (string, double, SmileType)[] smiles = [("b", 5, SmileType.None), ("a", 5, SmileType.None)];

        Assert.Equal(SmileFigures.Ranking(smiles).ToJson(), SmileFigures.Ranking([smiles[1], smiles[0]]).ToJson());
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(41, 0)]
    public void Names_stand_beside_the_axis_while_they_fit(int files, int names)
    {
        Figure figure = SmileFigures.Ranking([.. Enumerable.Range(0, files).Select(i => ($"{i}.jpg", (double)i, SmileType.None))]);

        Assert.Equal(names, figure.Layout.YAxis!.TickText!.Count);
    }

    [Fact]
    public void No_files_give_an_empty_chart_that_says_so()
    {
        Assert.Equal("Smile scores. No scores.", SmileFigures.Ranking(Array.Empty<(string, Smile?)>()).ToString());
    }
}
