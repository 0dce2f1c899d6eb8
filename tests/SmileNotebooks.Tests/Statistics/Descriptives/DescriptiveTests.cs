using Describe = SmileNotebooks.Descriptives;

namespace SmileNotebooks.Tests.Statistics.Descriptives;

public class DescriptiveTests
{
    [Fact]
    public void Sentence_and_table_read_well()
    {
        DescriptiveResult result = Describe.Of(BasicsData.Series("sleep"), name: "extra");

        Assert.Equal("M = 1.54, SD = 2.02, 95% CI [0.596, 2.48], n = 20", result.Apa);
        Assert.Contains("extra", result.ToTable().ToText());
    }

    [Fact]
    public void Groups_stand_in_ordinal_order_and_are_found_by_name()
    {
        var rows = new[] { (Group: "b", Value: 1.0), (Group: "a", Value: 2.0), (Group: "b", Value: 3.0) };

        DescriptiveTable table = Describe.ByGroup(rows, row => row.Value, row => row.Group);

        Assert.Equal(["a", "b"], table.Groups.Select(group => group.Name));
        Assert.Equal(2, table["b"].Mean);
        Assert.Equal("a: M = 2.00, SD = NA, 95% CI [NA, NA], n = 1\nb: M = 2.00, SD = 1.41, 95% CI [-10.71, 14.71], n = 2", table.Apa);
        Assert.Contains("there are: a, b", Assert.Throws<ArgumentException>(() => table["c"]).Message);
    }

    [Fact]
    public void One_value_has_a_mean_and_no_spread()
    {
        DescriptiveResult result = Describe.Of([7]);

        Assert.Equal((7, 7, 7), (result.Mean, result.Median, result.Maximum));
        Assert.True(double.IsNaN(result.StandardDeviation) && double.IsNaN(result.MeanInterval.Lower) && double.IsNaN(result.StandardDeviationInterval.Upper));
        Assert.Equal(double.NegativeInfinity, result.MedianInterval.Lower);
    }

    [Fact]
    public void Equal_values_have_no_spread_and_no_shape()
    {
        DescriptiveResult result = Describe.Of([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);

        Assert.Equal((0.1, 0, 0), (result.Mean, result.StandardDeviation, result.MeanInterval.Width));
        Assert.True(double.IsNaN(result.Skewness) && double.IsNaN(result.ExcessKurtosis));
        Assert.Contains("no autocorrelation", Assert.Throws<ArgumentException>(() => Describe.Autocorrelation([2, 2, 2])).Message);
    }

    [Fact]
    public void No_value_and_missing_values_are_errors_with_their_place()
    {
        Assert.Contains("at least one value", Assert.Throws<ArgumentException>(() => Describe.Of([])).Message);
        Assert.Contains("Row 1: 'rt' is NaN", Assert.Throws<ArgumentException>(() => Describe.Of([1, double.NaN], name: "rt")).Message);
        DescriptiveResult result = Describe.Of([1, double.NaN, 3], new DescriptiveOptions { Missing = MissingValues.DropListwise });
        Assert.Equal([1], result.Dropped.Rows);
        Assert.Contains("1 row dropped", result.ToTable().Note);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(1024)]
    [InlineData(1029)]
    [InlineData(5000)]
    public void Vectorised_moments_are_those_of_a_plain_sum_for_every_length(int count)
    {
        // Eighths: decimals hold them exactly.
        double[] values = [.. Enumerable.Range(0, count).Select(i => 100 + (i * 37 % 101 / 8.0))];
        decimal mean = values.Sum(value => (decimal)value) / count;
        decimal squares = values.Sum(value => ((decimal)value - mean) * ((decimal)value - mean));

        Moments moments = Moments.Of(values);

        Close.Relative((double)mean, moments.Mean, 2e-15);
        Close.Relative(count == 1 ? double.NaN : Math.Sqrt((double)squares / (count - 1)), moments.StandardDeviation, 1e-14);
    }

    [Fact]
    public void Within_subject_intervals_of_two_conditions_are_those_of_the_paired_test()
    {
        (double[] first, double[] second) = BasicsData.Samples("sleep");
        double[,] values = new double[10, 2];
        for (int i = 0; i < 10; i++)
        {
            (values[i, 0], values[i, 1]) = (first[i], second[i]);
        }

        WithinSubjectResult result = WithinSubject.Of(values, ["drug 1", "drug 2"]);

        // With two conditions, the interval of the difference is sqrt(2) times that of each mean.
        double expected = TTest.Paired(first, second).Interval.Width / Math.Sqrt(2);
        Assert.All(result.Conditions, condition => Close.Relative(expected, condition.Within.Width, 1e-12));
        Assert.StartsWith("drug 1: M = 0.750, within-subject 95% CI [", result.Apa);
        Assert.Contains("Morey", result.ToTable().Note);
    }

    [Fact]
    public void Participants_without_a_cell_are_listed()
    {
        var rows = new[] { ("s1", "a", 1.0), ("s1", "b", 2.0), ("s2", "a", 3.0), ("s3", "a", 1.0), ("s3", "b", double.NaN), ("s4", "a", 2.0), ("s4", "b", 1.0) };

        ArgumentException error = Assert.Throws<ArgumentException>(() => WithinSubject.Of(rows, row => row.Item3, row => row.Item1, row => row.Item2));
        Assert.Contains("2 cells have no finite value: s2 in b; s3 in b", error.Message);
        WithinSubjectResult kept = WithinSubject.Of(
            rows, row => row.Item3, row => row.Item1, row => row.Item2, new DescriptiveOptions { Missing = MissingValues.DropParticipants });
        Assert.Equal(["s1", "s4"], kept.Participants);
        Assert.Equal(["s2", "s3"], kept.Dropped.Participants);
        Assert.Contains("at least two conditions", Assert.Throws<ArgumentException>(() => WithinSubject.Of(new double[3, 1])).Message);
        Assert.Contains("at least two participants", Assert.Throws<ArgumentException>(() => WithinSubject.Of(new double[1, 3])).Message);
    }
}
