using System.Globalization;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

/// <summary>The figures of statistics: their curves against R, their edges, and what they say.</summary>
public sealed class StatisticsFiguresTests
{
    private static readonly Dictionary<string, double[]> R = File.ReadLines(Repository.PathOf("tests", "oracles", "statistics", "figures", "curves.csv"))
        .Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => cells.Skip(1).Where(cell => cell.Trim().Length > 0).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());

    public static TheoryData<string> FigureNames => new(StatisticsSamples.Figures.Keys);

    [Fact]
    public void A_power_curve_names_its_lower_line_and_has_none_where_there_is_no_level()
    {
        CurvePoint[] points = [new(2, .6), new(4, .8)];

        Assert.Equal(["wanted: .80", "alpha .05"], StatisticsFigures.PowerCurve(points).Layout.Annotations!.Value.Select(annotation => annotation.Text));
        Assert.Equal(["wanted: .90", "guessing"], StatisticsFigures.PowerCurve(points, target: .9, alpha: .5, floor: "guessing").Layout.Annotations!.Value.Select(annotation => annotation.Text));
        Figure none = StatisticsFigures.PowerCurve(points, alpha: double.NaN);
        Assert.Equal(["wanted: .80"], none.Layout.Annotations!.Value.Select(annotation => annotation.Text));
        Assert.Single(none.Layout.Shapes!.Value);
    }

    [Fact]
    public void A_power_curve_that_was_computed_has_no_intervals_and_says_of_none()
    {
        Figure computed = StatisticsFigures.PowerCurve([new(2, .6), new(4, .8)]), simulated = StatisticsFigures.PowerCurve([new(2, .6, .5, .7), new(4, .8, .7, .9)]);

        Assert.Equal("2: .600. 4: .800. .80 is reached at 4.", computed.Description);
        Assert.DoesNotContain("NA", computed.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Monte-Carlo band", computed.ToJson(), StringComparison.Ordinal);
        Assert.StartsWith("2: .600 [.500, .700].", simulated.Description, StringComparison.Ordinal);
        Assert.Contains("Monte-Carlo band", simulated.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_words_above_a_figure_are_broken_and_have_room()
    {
        CurvePoint[] points = [new(2, .6), new(4, .8)];
        Figure one = StatisticsFigures.PowerCurve(points, options: new() { Title = "Power", Subtitle = "simulated" });
        Figure fitted = StatisticsFigures.PowerCurve(points, options: new()
        {
            Title = "How often \"negligible\" can be said where it is true", Subtitle = "150 simulated studies a point, bounds d = 0.3, from parameters, seed 1",
        });

        Assert.Equal("How often \"negligible\" can be said<br>where it is true", fitted.Layout.Title!.Text);
        Assert.Equal("150 simulated studies a point, bounds d = 0.3, from<br>parameters, seed 1", ((Title)fitted.Layout.Title.Raw!["subtitle"]!).Text);
        Assert.Equal(one.Layout.Height + 19 + 16, fitted.Layout.Height);
        Assert.Equal(one.Layout.Margin!.T + 19 + 16, fitted.Layout.Margin!.T);
    }

    [Fact]
    public void Density_is_that_of_R()
    {
        double[] sorted = [.. StatisticsSamples.Drug1.Order()];

        KernelDensity density = KernelDensity.Of(sorted)!;

        Assert.Equal(R["bandwidth"][0], density.Bandwidth, 1e-14);
        AssertClose(R["density"], [.. density.Density], 1e-12);
    }

    [Fact]
    public void Density_has_an_area_of_one_but_for_its_tails()
    {
        KernelDensity density = KernelDensity.Of([.. StatisticsSamples.Normals(2000, 4).Order()])!;

        Assert.InRange(density.Density.Sum() * (density.X[1] - density.X[0]), 0.995, 1.0001);
    }

    [Theory]
    [InlineData()]
    [InlineData(1.0)]
    [InlineData(2.0, 2.0, 2.0)]
    public void Values_without_spread_have_no_density(params double[] values) => Assert.Null(KernelDensity.Of(values));

    [Fact]
    public void Local_regression_is_that_of_R()
    {
        AssertClose(R["lowess y"], LocalRegression.At(R["cars speed"], R["cars dist"], R["lowess x"]), 1e-10);
    }

    [Fact]
    public void Pointwise_Q_Q_band_is_that_of_order_statistics()
    {
        double[] values = [.. StatisticsSamples.Normals(20, 1)];
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / 19);

        Scatter band = Assert.IsType<Scatter>(StatisticsFigures.NormalQq(values, QqBand.Pointwise).Data[0]);

        // The upper bounds from left to right, then the lower ones from right to left; drawn with six digits.
        AssertClose([.. R["pointwise upper"].Concat(R["pointwise lower"].Reverse()).Select(bound => mean + (deviation * bound))], [.. band.Y!.Select(value => value.Number)], 1e-4);
    }

    [Fact]
    public void Simultaneous_Q_Q_band_holds_95_of_100_normal_samples_whole()
    {
        const int Samples = 1000;
        const int Size = 25;
        int[] ranks = [.. Enumerable.Range(0, Size)];
        (double[] lower, double[] upper) = NormalBand.Of(Size, .95, ranks);
        int inside = Enumerable.Range(0, Samples).Count(seed =>
        {
            double[] sample = new double[Size];
            new RandomStream((ulong)seed + 1000).FillGaussian(sample, 3, 2);
            Array.Sort(sample);
            double mean = sample.Average();
            double deviation = Math.Sqrt(sample.Sum(value => (value - mean) * (value - mean)) / (Size - 1));
            return ranks.All(rank => (sample[rank] - mean) / deviation >= lower[rank] && (sample[rank] - mean) / deviation <= upper[rank]);
        });

        // 99.9 % of binomial(1000, .95), and the Monte-Carlo error of the band itself (2,000 samples).
        Assert.InRange(inside, 920, 975);
    }

    [Fact]
    public void Regression_band_is_that_of_R()
    {
        Figure figure = StatisticsFigures.Correlation(R["cars speed"], R["cars dist"]);

        Scatter band = Assert.IsType<Scatter>(figure.Data[0]);
        double[] y = [.. band.Y!.Select(value => value.Number)];
        AssertClose(R["band upper"], [y[0], y[30], y[60]], 1e-5);
        AssertClose(R["band lower"], [y[^1], y[^31], y[^61]], 1e-5);
    }

    [Fact]
    public void Within_subject_intervals_are_those_of_the_statistics_room()
    {
        double[,] values = { { 1, 2, 4 }, { 2, 4, 5 }, { 0, 1, 3 }, { 3, 3, 6 } };
        WithinSubjectResult expected = WithinSubject.Of(values);

        (double Mean, ConfidenceInterval Interval)[] found = MeanInterval.WithinSubject([[1, 2, 0, 3], [2, 4, 1, 3], [4, 5, 3, 6]], .95);

        Assert.All(expected.Conditions.Zip(found), pair =>
        {
            Assert.Equal(pair.First.Mean, pair.Second.Mean, 1e-12);
            Assert.Equal(pair.First.Within.Lower, pair.Second.Interval.Lower, 1e-10);
        });
    }

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void Every_figure_has_a_title_says_what_it_shows_and_can_be_read_in_light_and_dark(string name)
    {
        Figure figure = StatisticsSamples.Figures[name];

        Assert.False(string.IsNullOrEmpty(figure.Layout.Title?.Text));
        Assert.InRange(figure.ToString().Length, 30, 4000);
        Assert.DoesNotContain("NaN", figure.ToString(), StringComparison.Ordinal);
        Assert.Equal(FigureMeta.House, figure.Layout.Meta);
        Assert.Null(figure.Layout.Template);
    }

    [Fact]
    public void A_value_that_cannot_be_drawn_is_an_error_that_names_it()
    {
        string message = Assert.Throws<ArgumentException>(() => StatisticsFigures.Raincloud([new("happy", [1, 2, double.NaN])])).Message;

        Assert.Contains("happy, value 2: NaN", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StatisticsFigures.Raincloud([]));
        Assert.Throws<ArgumentException>(() => StatisticsFigures.NormalQq([1, 2]));
        Assert.Throws<ArgumentException>(() => StatisticsFigures.PairedDots([new("a", [1, 2]), new("b", [1])]));
        Assert.Throws<ArgumentException>(() => StatisticsFigures.ClustersOverTime([0, 1], [], [1, 2], 2, [new(1, 3, .01)]));
        Assert.Throws<ArgumentException>(() => StatisticsFigures.Confusion(["a", "b"], [1, 2, 3]));
    }

    [Fact]
    public void An_infinite_bound_is_drawn_to_the_border()
    {
        Figure figure = StatisticsFigures.Forest([new("one-sided", 3, new(1.2, double.PositiveInfinity, .95))], null, isRatio: true);

        Scatter interval = Assert.IsType<Scatter>(figure.Data[0]);
        Assert.Equal(Math.Pow(10, figure.Layout.XAxis!.Range![1].Number), interval.X![1].Number, 1e-3);
        Assert.Contains("[1.20, Inf]", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_of_a_null_distribution_part_at_the_observed_value()
    {
        Figure figure = StatisticsFigures.NullDistribution(StatisticsSamples.Normals(5000, 2), 1.5, Alternative.Greater);

        Bar extreme = Assert.IsType<Bar>(figure.Data[1]);
        double half = extreme.Width![0].Number / 2;
        Assert.All(extreme.X!, x => Assert.True(x.Number - half >= 1.5 - 1e-4));
        Assert.Equal(StatisticsSamples.Normals(5000, 2).Count(value => value >= 1.5), extreme.Y!.Sum(count => count.Number));
    }

    [Fact]
    public void The_same_values_give_the_same_figure()
    {
        Assert.Equal(
            StatisticsFigures.NormalQq(StatisticsSamples.Normals(50, 1)).ToJson(),
            StatisticsFigures.NormalQq(StatisticsSamples.Normals(50, 1)).ToJson());
        Assert.Equal(
            StatisticsFigures.Raincloud(StatisticsSamples.Drug1, "drug 1").ToJson(),
            StatisticsFigures.Raincloud(StatisticsSamples.Drug1, "drug 1").ToJson());
    }

    [Fact]
    public void Names_of_others_stay_text()
    {
        const string Hostile = "<b>a</b>&";

        string json = StatisticsFigures.Forest([new(Hostile, 1, new(0, 2, .95))]).ToJson() + StatisticsFigures.Raincloud([1, 2, 3], Hostile).ToJson();

        Assert.DoesNotContain(Hostile, json, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;a&lt;/b&gt;&amp;", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_sample_is_thinned_and_says_so()
    {
        Figure figure = StatisticsFigures.Raincloud(StatisticsSamples.Normals(20_000, 1), "many");

        Assert.Contains("up to 1500 values", figure.ToJson().Replace("<br>", " ", StringComparison.Ordinal).Replace("\\u003Cbr\\u003E", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.InRange(figure.ToJson().Length, 1000, 60_000);
    }

    private static void AssertClose(double[] expected, double[] found, double relative)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second, pair.First - (relative * (1 + Math.Abs(pair.First))), pair.First + (relative * (1 + Math.Abs(pair.First)))));
    }
}
