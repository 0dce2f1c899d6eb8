// Correlations at their edges, and what must not change them.
using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Correlations;

public class CorrelationTests
{
    private static readonly double[] X = [1.2, 3.4, 2.2, 5.9, 4.1, 7.7, 6.0];
    private static readonly double[] Y = [2.0, 2.9, 3.1, 4.4, 4.9, 5.1, 7.2];

    [Fact]
    public void Ratings_that_differ_by_rater_alone_have_no_consistency_to_speak_of()
    {
        IntraclassCorrelationResult result = IntraclassCorrelation.Of(new[,] { { 0.1, 0.3 }, { 0.1, 0.3 }, { 0.1, 0.3 } });

        Assert.Equal(-1, result[IntraclassForm.OneWaySingle].Value, 1e-14);
        Assert.Equal(0, result[IntraclassForm.TwoWayRandomSingle].Value);
        Assert.Equal(double.NaN, result[IntraclassForm.TwoWayRandomSingle].Interval.Lower);
        Assert.Equal(double.NaN, result[IntraclassForm.TwoWayMixedSingle].Value);
    }

    [Fact]
    public void Raters_who_agree_perfectly_have_one_and_an_infinite_test_in_decimals_too()
    {
        IntraclassCorrelationResult result = IntraclassCorrelation.Of(new[,] { { 0.1, 0.1, 0.1 }, { 0.7, 0.7, 0.7 }, { 1.3, 1.3, 1.3 } });

        Assert.All(result.Forms, form => Assert.Equal((1, double.PositiveInfinity, 0, 1, 1), (form.Value, form.F, form.P, form.Interval.Lower, form.Interval.Upper)));
    }

    [Fact]
    public void Sentences_read_as_a_paper_has_them()
    {
        Assert.Equal("r(5) = .78, p = .040, 95% CI [.06, .97]", Correlation.Pearson(X, Y).ToString());
        Assert.Equal("rs(5) = .89, p = .012 (exact), 95% CI [.27, .99]", Correlation.Spearman(X, Y).ToString());
        Assert.Contains("exact over all pairings", Correlation.Spearman(X, Y).ToTable().ToText());
    }

    [Fact]
    public void A_perfect_line_is_one_and_its_interval_a_point()
    {
        CorrelationResult result = Correlation.Pearson([1, 2, 3, 4], [10, 20, 30, 40]);

        Assert.Equal((1.0, 0.0), (result.R, result.P));
        Assert.Equal((1.0, 1.0), (result.Interval.Lower, result.Interval.Upper));
        Assert.Equal(-1, Correlation.Pearson([1, 2, 3, 4], [4, 3, 2, 1]).R);
        Assert.Equal(2.0 / 24, Correlation.Spearman([1, 2, 3, 4], [4, 3, 2, 1]).P, 14);
    }

    [Fact]
    public void Three_pairs_have_no_interval()
    {
        ConfidenceInterval interval = Correlation.Pearson([1, 2, 3], [1, 3, 2]).Interval;

        Assert.Equal((-1.0, 1.0), (interval.Lower, interval.Upper));
    }

    [Fact]
    public void Errors_name_what_is_wrong()
    {
        Assert.Contains("All 3 values of y are 5", Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2, 3], [5, 5, 5])).Message);
        Assert.Contains("at least 3 pairs; found 2", Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, 2], [2, 1])).Message);
        Assert.Contains("Row 2: 'x'", Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2, double.NaN], [1, 2, 3])).Message);
        Assert.Contains("up to 16 pairs; found 17", Assert.Throws<ArgumentException>(
            () => Correlation.Spearman([.. Enumerable.Range(0, 17).Select(i => (double)i)], [.. Enumerable.Range(0, 17).Select(i => (double)i)], new() { Exact = true })).Message);
        Assert.Contains("two targets and two raters; found 1 and 2", Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of(new double[,] { { 1, 2 } })).Message);
        Assert.Contains("All ratings are 4", Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of(new double[,] { { 4, 4 }, { 4, 4 } })).Message);
    }

    [Fact]
    public void Rows_with_missing_values_are_dropped_where_asked()
    {
        CorrelationResult result = Correlation.Pearson([.. X, double.NaN], [.. Y, 3], new() { Missing = MissingValues.DropListwise });

        Assert.Equal(Correlation.Pearson(X, Y).R, result.R);
        Assert.Equal([7], result.Dropped.Rows);
    }

    [Theory]
    [InlineData(1e300, 1e-300)]
    [InlineData(1e-300, 1e300)]
    public void Extreme_units_change_nothing(double scaleX, double scaleY)
    {
        CorrelationResult result = Correlation.Pearson([.. X.Select(x => x * scaleX)], [.. Y.Select(y => y * scaleY)]);

        Close.Relative(Correlation.Pearson(X, Y).R, result.R, 1e-14);
        Close.Relative(Correlation.Pearson(X, Y).P, result.P, 1e-13);
    }

    [Fact]
    public void A_large_mean_costs_no_digits()
    {
        // Whole numbers, so that adding the mean is exact.
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => (double)(i * 37 % 101))];
        double[] y = [.. Enumerable.Range(0, 1000).Select(i => (double)(i * 53 % 97))];

        Close.Relative(Correlation.Pearson(x, y).R, Correlation.Pearson([.. x.Select(value => value + 1e12)], y).R, 1e-11);
    }

    [Fact]
    public void Raters_who_agree_perfectly_have_correlations_of_one()
    {
        IntraclassCorrelationResult result = IntraclassCorrelation.Of(new double[,] { { 1, 1 }, { 2, 2 }, { 3, 3 } });

        Assert.All(result.Forms, form => Assert.Equal((1.0, 1.0, 1.0), (form.Value, form.Interval.Lower, form.Interval.Upper)));
    }

    [Fact]
    public void Raters_a_constant_apart_are_consistent_but_do_not_agree()
    {
        IntraclassCorrelationResult result = IntraclassCorrelation.Of(new double[,] { { 1, 5 }, { 2, 6 }, { 4, 8 } });

        Assert.Equal(1, result[IntraclassForm.TwoWayMixedSingle].Value);
        Assert.InRange(result[IntraclassForm.TwoWayRandomSingle].Value, 0, 0.5);
        Assert.True(double.IsFinite(result[IntraclassForm.TwoWayRandomSingle].Interval.Lower));
    }

    [Fact]
    public void Ratings_in_records_name_what_is_absent()
    {
        (string Target, string Rater, double Value)[] rows = [("t1", "a", 1), ("t1", "b", 2), ("t2", "a", 3), ("t3", "a", 3), ("t3", "b", 5)];
        IntraclassCorrelationResult Of(IntraclassOptions? options) =>
            IntraclassCorrelation.Of(rows, row => row.Target, row => row.Rater, row => row.Value, options);

        Assert.Contains("t2 by b", Assert.Throws<ArgumentException>(() => Of(null)).Message);
        IntraclassCorrelationResult dropped = Of(new() { Missing = MissingValues.DropListwise });
        Assert.Equal(2, dropped.Targets);
        Assert.Equal([1], dropped.Dropped.Rows);
        Assert.Equal(6, dropped.ToTable().Rows.Length);
    }

    [Fact]
    public void Shift_and_positive_scale_change_nothing_and_a_negative_scale_the_sign() =>
        Check.One(Replayed, Prop.ForAll<(int, int)[]>(pairs =>
        {
            double[] x = [.. pairs.Select(pair => (double)pair.Item1), 0, 1, 5];
            double[] y = [.. pairs.Select(pair => (double)pair.Item2), 3, 0, 1];
            double r = Correlation.Pearson(x, y).R;
            double shifted = Correlation.Pearson([.. x.Select(value => (3 * value) + 7)], y).R;
            double turned = Correlation.Pearson([.. x.Select(value => -2 * value)], y).R;
            double reversed = Correlation.Pearson([.. x.Reverse()], [.. y.Reverse()]).R;
            return Math.Abs(r - shifted) < 1e-13 && Math.Abs(r + turned) < 1e-13 && Math.Abs(r - reversed) < 1e-13
                && Math.Abs(Correlation.Spearman(x, y).R - Correlation.Spearman([.. x.Select(Math.Cbrt)], y).R) < 1e-13;
        }));

    [Fact]
    public void False_positives_and_coverage_keep_to_their_levels()
    {
        const int Seeds = 1000;
        int pearson = 0;
        int exact = 0;
        int covered = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            Random random = new(seed);
            double[] x = [.. Enumerable.Range(0, 12).Select(_ => Normal.Quantile(random.NextDouble()))];
            double[] noise = [.. x.Select(_ => Normal.Quantile(random.NextDouble()))];
            double[] y = [.. x.Zip(noise, (a, b) => (0.6 * a) + (0.8 * b))];
            pearson += Correlation.Pearson(x, noise).P <= 0.05 ? 1 : 0;
            exact += Correlation.Spearman(x.AsSpan(0, 8), noise.AsSpan(0, 8)).P <= 0.05 ? 1 : 0;
            covered += Correlation.Pearson(x, y).Interval.Contains(0.6) ? 1 : 0;
        }

        Assert.InRange(pearson, 28, 74);
        Assert.InRange(exact, 20, 74);
        Assert.InRange(covered, 925, 974);
    }

    private static Config Replayed => Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(200);
}
