namespace SmileNotebooks.Tests.Physiology.Formats.Edf;

public sealed class EdfNumberTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(1, "1", "1")]
    [InlineData(-1, "-1", "-1")]
    [InlineData(0.123456789, "0.123456", "0.123457")]
    [InlineData(-0.123456789, "-0.12346", "-0.12345")]
    [InlineData(3276.75, "3276.75", "3276.75")]
    [InlineData(123456.789, "123456.7", "123456.8")]
    [InlineData(1.23456e-6, "1.234E-6", "1.235E-6")]
    [InlineData(1.5e300, "1.5E300", "1.5E300")]
    [InlineData(-99999999.5, "-1E8", "-0.999E8")]
    [InlineData(5e-324, "5E-324", "5E-324")]
    public void Limits_are_rounded_outward_to_what_the_header_holds(double value, string down, string up)
    {
        (double lower, double upper) = (EdfNumber.Parse(EdfNumber.Down(value)), EdfNumber.Parse(EdfNumber.Up(value)));
        Assert.True(lower <= value && value <= upper);
        Assert.Equal((down, up), (EdfNumber.Down(value), EdfNumber.Up(value)));
    }

    [Fact]
    public void Rounding_never_goes_inward_nor_needs_more_than_eight_characters()
    {
        RandomStream random = new(8);
        for (int i = 0; i < 20_000; i++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.NextInt(600) - 300);
            (string down, string up) = (EdfNumber.Down(value), EdfNumber.Up(value));
            Assert.True(EdfNumber.Parse(down) <= value && value <= EdfNumber.Parse(up), $"{down} {value:R} {up}");
            Assert.True(down.Length <= 8 && up.Length <= 8, $"{down} {up}");
        }
    }

    [Theory]
    [InlineData(-0.000123, "-.000123")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e300, "1E+300")]
    [InlineData(1.0 / 3, null)]
    [InlineData(10.000123456, null)]
    public void A_number_is_exact_or_there_is_none(double value, string? text) => Assert.Equal(text, EdfNumber.Exact(value));
}
