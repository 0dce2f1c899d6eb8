namespace SmileNotebooks.Tests.Statistics.Results;

public class ApaTests
{
    [Theory]
    [InlineData(0.0344, "p = .034")]
    [InlineData(0.0009999, "p < .001")]
    [InlineData(0.001, "p = .001")]
    [InlineData(0, "p < .001")]
    [InlineData(1, "p > .999")]
    [InlineData(double.NaN, "p = NA")]
    public void Probabilities_have_their_relation(double p, string text) => Assert.Equal(text, Apa.P(p));

    [Theory]
    [InlineData(4.387, "4.39")]
    [InlineData(-0.13, "-0.13")]
    [InlineData(-0.001, "0.00")]
    [InlineData(12345678, "1.235e+7")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void Numbers_have_two_decimals(double value, string text) => Assert.Equal(text, Apa.Number(value));

    [Theory]
    [InlineData(0.5123, ".51")]
    [InlineData(-0.0512, "-.05")]
    [InlineData(1, "1.00")]
    [InlineData(-0.0001, ".00")]
    [InlineData(double.NaN, "NA")]
    public void Bounded_numbers_have_no_leading_zero(double value, string text) => Assert.Equal(text, Apa.Bounded(value));

    [Theory]
    [InlineData(0.16749, "0.167")]
    [InlineData(0.0016749, "0.00167")]
    [InlineData(1674.9, "1674.90")]
    [InlineData(2.345e-6, "2.35e-6")]
    [InlineData(-3e300, "-3e+300")]
    [InlineData(0, "0.00")]
    public void Quantities_keep_their_digits_at_any_scale(double value, string text) => Assert.Equal(text, Apa.Quantity(value));

    [Theory]
    [InlineData(73, "73")]
    [InlineData(17.776, "17.78")]
    [InlineData(9999999, "9999999")]
    public void Degrees_of_freedom_have_decimals_only_where_needed(double degrees, string text) => Assert.Equal(text, Apa.DegreesOfFreedom(degrees));

    [Fact]
    public void Intervals_say_their_level()
    {
        Assert.Equal("95% CI [0.26, 0.75]", new ConfidenceInterval(0.26, 0.75, 0.95).ToString());
        Assert.Equal("99.9% CI [-.05, .75]", Apa.Interval(new ConfidenceInterval(-0.05, 0.75, 0.999), bounded: true));
        Assert.True(new ConfidenceInterval(1, 2, 0.9).Contains(2));
    }

    [Fact]
    public void Tables_align_and_are_equal_by_value()
    {
        ResultTable table = new("Title", ["", "M"], [["one", "1.5"], ["three", "-10.25"]]) { Note = "A note." };

        Assert.Equal("Title\n            M\n-----  ------\none       1.5\nthree  -10.25\nNote. A note.\n", table.ToText());
        Assert.Equal(table, new ResultTable("Title", ["", "M"], [["one", "1.5"], ["three", "-10.25"]]) { Note = "A note." });
        Assert.NotEqual(table, table with { Rows = [["one", "1.5"]] });
        Assert.Contains("Row 1 of a table has 1 cells", Assert.Throws<ArgumentException>(() => new ResultTable("", ["a", "b"], [["1", "2"], ["3"]])).Message);
    }
}
