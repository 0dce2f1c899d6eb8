namespace SmileNotebooks.Tests.Statistics.Resampling;

public class BootstrapTests
{
    private static readonly double[] Values = [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 9.1, 4.0, 3.3];

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        BootstrapOptions one = new() { Resamples = 2_000, MaxDegreeOfParallelism = 1 };
        Assert.Equal(Bootstrap.Interval(Values, one).Distribution, Bootstrap.Interval(Values, one with { MaxDegreeOfParallelism = 3 }).Distribution);
        Assert.NotEqual(Bootstrap.Interval(Values, one).Distribution, Bootstrap.Interval(Values, one with { Seed = 2 }).Distribution);
    }

    [Fact]
    public void Every_form_of_the_same_data_gives_the_same_interval()
    {
        BootstrapResult mean = Bootstrap.Interval(Values);
        AssertSame(mean, Bootstrap.Interval(Values, Mean));
        AssertSame(mean, Bootstrap.Interval(Values, Values, (first, second) => Mean(second)));
        AssertSame(mean, Bootstrap.Interval(Values.ToList(), rows => rows.Average()));
        AssertSame(mean, Bootstrap.Clustered(Values.ToList(), row => $"{row}", rows => rows.Average()));
        AssertSame(mean, Bootstrap.Clustered(Values, [.. Values.Select(value => $"{value}")], rows => rows.Average()));
    }

    [Fact]
    public void Clusters_are_drawn_whole()
    {
        (string Who, double Value)[] rows = [("a", 1), ("b", 10), ("a", 2), ("b", 20), ("c", 100)];
        List<int> sizes = [];
        Bootstrap.Clustered(
            rows,
            row => row.Who,
            drawn =>
            {
                sizes.Add(drawn.Count);
                Assert.Equal(drawn.Count(row => row.Value == 1), drawn.Count(row => row.Value == 2));
                return drawn.Average(row => row.Value);
            },
            new BootstrapOptions { Resamples = 200, MaxDegreeOfParallelism = 1, Method = BootstrapMethod.Percentile });
        Assert.Equal(5, sizes[0]);
        Assert.Contains(3, sizes);
        Assert.Contains(6, sizes);
    }

    [Fact]
    public void Groups_are_resampled_apart()
    {
        BootstrapResult result = Bootstrap.Difference(Values, [1, 2, 3], (first, second) => (100 * first.Length) + second.Length, new BootstrapOptions { Resamples = 50 });
        Assert.All(result.Distribution, value => Assert.Equal(1003, value));
        Assert.Equal([10, 3], result.Units);
    }

    [Fact]
    public void Equal_values_have_an_interval_of_no_width()
    {
        BootstrapResult result = Bootstrap.Interval([4.2, 4.2, 4.2]);
        Assert.Equal((4.2, 4.2, 0.0), (result.Interval.Lower, result.Interval.Upper, Math.Round(result.StandardError, 12)));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    public void Extreme_scales_scale_the_limits(double factor)
    {
        BootstrapResult plain = Bootstrap.Interval(Values);
        BootstrapResult scaled = Bootstrap.Interval([.. Values.Select(value => value * factor)]);
        Assert.Equal(plain.Interval.Lower, scaled.Interval.Lower / factor, 1e-10);
        Assert.Equal(plain.Interval.Upper, scaled.Interval.Upper / factor, 1e-10);
        Assert.Equal(plain.StandardError, scaled.StandardError / factor, 1e-10);
    }

    [Fact]
    public void Resamples_without_a_statistic_are_counted_and_too_many_are_an_error()
    {
        double[] binary = [0, 0, 0, 1, 1, 0, 1, 0];
        BootstrapResult result = Bootstrap.Interval(binary, sample => sample.Contains(1) ? Mean(sample) : double.NaN, new BootstrapOptions { Resamples = 2_000 });
        Assert.InRange(result.Undefined, 20, 80);
        Assert.Equal(2_000, result.Resamples);
        Assert.Contains("without a statistic", result.Apa, StringComparison.Ordinal);
        double[] rare = [0, 0, 0, 0, 0, 0, 0, 1];
        Assert.Contains("are not", Assert.Throws<ArgumentException>(() => Bootstrap.Interval(rare, sample => sample.Contains(1) ? 1 : double.NaN)).Message.Replace("is not", "are not", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bias_without_end_is_an_error_that_points_to_percentiles()
    {
        // The smallest difference of a sample from itself is never above that of the data, which is far from zero.
        int call = 0;
        ArgumentException error = Assert.Throws<ArgumentException>(() => Bootstrap.Interval(Values, sample => call++ == 0 ? 10 : Mean(sample), new BootstrapOptions { MaxDegreeOfParallelism = 1 }));
        Assert.Contains("percentile", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_are_named_or_left_out()
    {
        double[] values = [1, 2, double.NaN, 4, 5, 9];
        Assert.Contains("Row 2", Assert.Throws<ArgumentException>(() => Bootstrap.Interval(values)).Message, StringComparison.Ordinal);
        BootstrapOptions drop = new() { Missing = MissingValues.DropListwise };
        Assert.Equal(Bootstrap.Interval([1, 2, 4, 5, 9]).Interval, Bootstrap.Interval(values, drop).Interval);
        Assert.Equal([2, 8], Bootstrap.Difference(values, values, drop).Dropped.Rows);
        BootstrapResult clustered = Bootstrap.Clustered(
            values, ["a", "a", "b", "b", "c", "d"], rows => rows.Average(), new BootstrapOptions { Missing = MissingValues.DropParticipants });
        Assert.Equal([2, 3], clustered.Dropped.Rows);
        Assert.Equal(["b"], clustered.Dropped.Participants);
    }

    [Fact]
    public void Degenerate_input_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval([1]));
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval(Values, sample => double.NaN));
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval(Values, new BootstrapOptions { Level = 1 }));
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval(Values, new BootstrapOptions { Resamples = 1 }));
        Assert.Throws<ArgumentException>(() => Bootstrap.Clustered(Values, ["a"], rows => 1));
        Assert.Throws<ArgumentException>(() => Bootstrap.Clustered(Values.ToList(), row => "the same", rows => rows.Average()));
    }

    [Fact]
    public void An_error_of_the_statistic_comes_out_as_it_was_thrown()
    {
        double sum = Values.Sum();
        Assert.Throws<DivideByZeroException>(() => Bootstrap.Interval(Values, sample => sample.ToArray().Sum() == sum ? 1 : throw new DivideByZeroException()));
    }

    [Fact]
    public void The_mean_has_the_limits_that_it_has_as_any_statistic()
    {
        BootstrapResult mean = Bootstrap.Interval(Values);
        BootstrapResult any = Bootstrap.Interval(Values, sample => Mean(sample));
        Assert.Equal(any.Interval.Lower, mean.Interval.Lower, 1e-12);
        Assert.Equal(any.Interval.Upper, mean.Interval.Upper, 1e-12);
    }

    [Fact]
    public void Sentence_and_table_name_method_and_seed()
    {
        BootstrapResult result = Bootstrap.Interval(Values);
        Assert.Matches(@"^4\.03, 95% BCa bootstrap CI \[\d\.\d\d, \d\.\d\d\] \(9,999 resamples, seed 1\)$", result.Apa);
        Assert.Single(result.ToTable().Rows);
    }

    [Theory]
    [InlineData(BootstrapMethod.BCa)]
    [InlineData(BootstrapMethod.Percentile)]
    public void Intervals_of_a_mean_cover_it_nearly_as_often_as_they_say(BootstrapMethod method)
    {
        // Resampling takes the variance with n, not n - 1, and normal points, not those of t: with 40 values 93 % are covered, not 95 %. Binomial 99.9 % limits.
        int covered = Count(1_000, seed => Bootstrap.Interval(Normal(seed, 40), Options(method, seed)).Interval.Contains(0));
        Assert.InRange(covered, 915, 962);
    }

    [Fact]
    public void BCa_covers_a_skewed_mean_more_often_than_percentiles()
    {
        int bca = Count(1_000, seed => Bootstrap.Interval(Exponential(seed, 25), Options(BootstrapMethod.BCa, seed)).Interval.Contains(1));
        int percentile = Count(1_000, seed => Bootstrap.Interval(Exponential(seed, 25), Options(BootstrapMethod.Percentile, seed)).Interval.Contains(1));
        Assert.InRange(bca, percentile + 1, 960);
        Assert.InRange(bca, 890, 960);
    }

    [Fact]
    public void Clustered_intervals_cover_where_intervals_of_rows_do_not()
    {
        const int Clusters = 30;
        const int Rows = 6;
        int clustered = 0;
        int naive = 0;
        Parallel.For(0, 1_000, experiment =>
        {
            RandomStream random = new((ulong)experiment, 8);
            double[] values = new double[Clusters * Rows];
            string[] clusters = new string[values.Length];
            for (int cluster = 0; cluster < Clusters; cluster++)
            {
                double level = random.NextGaussian();
                for (int row = 0; row < Rows; row++)
                {
                    values[(cluster * Rows) + row] = level + random.NextGaussian();
                    clusters[(cluster * Rows) + row] = $"{cluster}";
                }
            }

            BootstrapOptions options = Options(BootstrapMethod.Percentile, (ulong)experiment) with { Resamples = 399 };
            Interlocked.Add(ref clustered, Bootstrap.Clustered(values, clusters, rows => rows.Average(), options).Interval.Contains(0) ? 1 : 0);
            Interlocked.Add(ref naive, Bootstrap.Interval(values, options).Interval.Contains(0) ? 1 : 0);
        });
        Assert.InRange(clustered, 905, 962);
        Assert.InRange(naive, 0, 800);
    }

    private static BootstrapOptions Options(BootstrapMethod method, ulong seed) => new() { Method = method, Resamples = 999, Seed = seed, MaxDegreeOfParallelism = 1 };

    private static int Count(int experiments, Func<ulong, bool> holds)
    {
        int count = 0;
        Parallel.For(0, experiments, experiment => Interlocked.Add(ref count, holds((ulong)experiment) ? 1 : 0));
        return count;
    }

    private static void AssertSame(BootstrapResult expected, BootstrapResult found)
    {
        Assert.Equal(expected.Interval.Lower, found.Interval.Lower, 1e-12);
        Assert.Equal(expected.Interval.Upper, found.Interval.Upper, 1e-12);
        Assert.Equal(expected.Estimate, found.Estimate, 1e-12);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double[] Normal(ulong seed, int count)
    {
        double[] values = new double[count];
        new RandomStream(seed, 31).FillGaussian(values);
        return values;
    }

    private static double[] Exponential(ulong seed, int count)
    {
        RandomStream random = new(seed, 32);
        return [.. Enumerable.Range(0, count).Select(_ => -Math.Log(1 - random.NextDouble()))];
    }
}
