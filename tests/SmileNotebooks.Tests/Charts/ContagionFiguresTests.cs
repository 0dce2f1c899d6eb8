using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

/// <summary>The figures of dyads and networks, and what they say.</summary>
public class ContagionFiguresTests
{
    private static readonly DyadSet Dyads = new DyadExperiment { Dyads = 5, Duration = 60 }.Simulate();
    private static readonly NetworkPanel Panel = new NetworkExperiment { People = 60, Communities = 3, Waves = 3 }.Simulate();

    private static readonly Dictionary<string, Figure> Figures = new()
    {
        ["dyad"] = Dyads[0].ToFigure(),
        ["correlations"] = Dyads[0].Correlate().ToFigure(),
        ["synchrony"] = Dyads.Correlate().ToFigure()!,
        ["network"] = Panel.Network(),
        ["waves"] = Panel.ToFigure(),
        ["rates"] = ContagionRates.Of(new() { People = 60, Communities = 3, Waves = 3 }, 4, 19).ToFigure(new() { Subtitle = "own words" }),
    };

    public static TheoryData<string> FigureNames => new(Figures.Keys);

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void Every_figure_has_a_title_and_says_that_data_are_simulated(string name)
    {
        Figure figure = Figures[name];

        Assert.False(string.IsNullOrEmpty(figure.Layout.Title?.Text));
        Assert.InRange(figure.ToString().Length, 40, 2000);
        Assert.DoesNotContain("NaN", figure.ToString(), StringComparison.Ordinal);
        Assert.Contains("simulated", figure.ToJson(), StringComparison.Ordinal);
        Assert.InRange(figure.ToJson().Length, 500, 200_000);
        Assert.Equal(FigureMeta.House, figure.Layout.Meta);
    }

    [Fact]
    public void The_correlations_are_drawn_as_they_are_with_their_peaks()
    {
        WindowedCrossCorrelation correlation = Dyads[0].Correlate();
        Figure figure = correlation.ToFigure();

        Heatmap colours = Assert.IsType<Heatmap>(figure.Data[0]);
        Assert.Equal((correlation.Lags.Length, correlation.Times.Length), (colours.Z!.Count, colours.Z[0].Count));
        Assert.Equal(correlation[2, 5], colours.Z[5][2], 1e-3);
        Assert.Equal(correlation.Peaks.Count(peak => !double.IsNaN(peak.Lag)), Assert.IsType<Scatter>(figure.Data[1]).X!.Count);
    }

    [Fact]
    public void The_network_is_drawn_alike_each_time_and_each_wave_is_a_frame()
    {
        Figure figure = Panel.ToFigure();

        Assert.Equal(figure.ToJson(), Panel.ToFigure().ToJson());
        Assert.NotEqual(Panel.Network(0, seed: 1).ToJson(), Panel.Network(0, seed: 2).ToJson());
        Assert.Equal(3, figure.Frames!.Value.Length);
        int smiling = Enumerable.Range(0, 60).Count(person => Panel[person, 1] == 1);
        Assert.Equal([smiling, 60 - smiling], Panel.Network(1).Data.Skip(1).Select(trace => Assert.IsType<Scatter>(trace).X!.Count));
    }

    [Fact]
    public void People_of_one_community_are_drawn_together()
    {
        (double X, double Y)[] places = ForceLayout.Place(60, Panel.Ties, [.. Panel.People.Select(person => person.Community)], 1);
        double Mean(Func<int, int, bool> counts) => (from a in Enumerable.Range(0, 60) from b in Enumerable.Range(0, a) where counts(a, b) select Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2))).Average();

        Assert.All(places, place => Assert.True(Math.Abs(place.X) <= 1 && Math.Abs(place.Y) <= 1));
        Assert.True(Mean((a, b) => a % 3 == b % 3) < 0.7 * Mean((a, b) => a % 3 != b % 3));
        Assert.True(Mean((_, _) => true) > 0.5);
    }

    [Fact]
    public void A_long_subtitle_is_broken_for_narrow_pages_and_has_room()
    {
        Figure Of(string subtitle) => StatisticsFigures.Forest([new("one", 1, new(0, 2, .95))], options: new() { Title = "A title", Subtitle = subtitle });
        string SubtitleOf(Figure figure) => ((Title)figure.Layout.Title!.Raw!["subtitle"]!).Text!;
        Figure brief = Of("one line"), four = Of("100 simulated networks, contagion 0, homophily 4, shared shocks 1 that last 0.8, trait by shock 2, seeds 1 to 100; line: .05<br>and a line of the author");

        Assert.Equal("one line", SubtitleOf(brief));
        Assert.Equal(4, SubtitleOf(four).Split("<br>").Length);
        Assert.All(SubtitleOf(four).Split("<br>"), line => Assert.InRange(line.Length, 1, 58));
        Assert.True(four.Layout.Margin!.T > brief.Layout.Margin!.T);
        Assert.Equal(four.Layout.Margin.T - brief.Layout.Margin.T, four.Layout.Height - brief.Layout.Height);
    }

    [Fact]
    public void Communities_are_drawn_apart()
    {
        NetworkPanel panel = new NetworkExperiment { Seed = 1 }.Simulate();
        (double X, double Y)[] places = ForceLayout.Place(240, panel.Ties, [.. panel.People.Select(person => person.Community)], 1);
        double Apart((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
        Dictionary<string, (double X, double Y)> middles = panel.People.Zip(places).GroupBy(one => one.First.Community)
            .ToDictionary(group => group.Key, group => (group.Average(one => one.Second.X), group.Average(one => one.Second.Y)));

        int strays = panel.People.Zip(places).Count(one => middles.MinBy(middle => Apart(middle.Value, one.Second)).Key != one.First.Community);

        Assert.Equal(12, middles.Count);
        Assert.InRange(strays, 0, 2); // who has all friends elsewhere may stand between
        Assert.Equal((-1, 1, -1, 1), (places.Min(place => place.X), places.Max(place => place.X), places.Min(place => place.Y), places.Max(place => place.Y)));
    }

    [Fact]
    public void People_without_communities_ties_or_company_have_places()
    {
        Assert.Equal([(0, 0)], ForceLayout.Place(1, [], [""], 1));
        (double X, double Y)[] places = ForceLayout.Place(5, [], ["", "", "", "", ""], 1);
        Assert.All(places, place => Assert.True(double.IsFinite(place.X) && double.IsFinite(place.Y)));
        Assert.Equal(5, places.Distinct().Count());
    }

    [Fact]
    public void A_continuous_outcome_has_a_scale_and_who_was_not_observed_a_mark()
    {
        NetworkPanel grades = new([.. Panel.People], [.. Panel.Ties], [.. Panel.Waves], [.. from person in Enumerable.Range(0, 60) from wave in Enumerable.Range(0, 3) select person / 10.0]);
        NetworkPanel missing = new([.. Panel.People], [.. Panel.Ties], [.. Panel.Waves], [.. from person in Enumerable.Range(0, 60) from wave in Enumerable.Range(0, 3) select person == 4 && wave == 0 ? double.NaN : person % 2]);

        Assert.True(Assert.IsType<Scatter>(grades.Network().Data[1]).Marker!.ShowScale);
        Assert.Equal("not observed", missing.Network().Data[^1].Name);
        Assert.Single(Assert.IsType<Scatter>(missing.Network().Data[^1]).X!);
        Assert.Throws<ArgumentException>(() => Panel.Network(3));
    }

    [Theory]
    [InlineData("dyad")]
    [InlineData("dyads")]
    [InlineData("correlations")]
    [InlineData("synchrony")]
    [InlineData("network")]
    [InlineData("rates")]
    public void Each_shows_itself_as_HTML_and_as_text(string name)
    {
        object value = name switch
        {
            "dyad" => Dyads[0],
            "dyads" => Dyads,
            "correlations" => Dyads[0].Correlate(),
            "synchrony" => Dyads.Correlate(),
            "network" => Panel,
            _ => ContagionRates.Of(new() { People = 60, Communities = 3, Waves = 3 }, 4, 19),
        };

        foreach (string mimeType in new[] { MimeTypes.Html, MimeTypes.Plain })
        {
            using StringWriter writer = new();
            Assert.True(new ValueFormatter(mimeType).Format(value, writer));
            Assert.Contains("simulated", writer.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", writer.ToString(), StringComparison.Ordinal);
        }
    }
}
