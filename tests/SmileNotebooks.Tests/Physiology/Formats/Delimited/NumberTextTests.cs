using System.Globalization;
using System.Text;

namespace SmileNotebooks.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("R")]
    [InlineData("G6")]
    [InlineData("G15")]
    [InlineData("E4")]
    [InlineData("F7")]
    public void Numbers_are_the_nearest_doubles(string format)
    {
        RandomStream random = new(11);
        int simple = 0;
        for (int index = 0; index < 20_000; index++)
        {
            double magnitude = Math.Pow(10, (40 * random.NextDouble()) - 20);
            string text = ((random.NextDouble() - 0.5) * magnitude).ToString(format, CultureInfo.InvariantCulture);
            byte[] bytes = Encoding.ASCII.GetBytes(text);
            double expected = double.Parse(text, CultureInfo.InvariantCulture);

            int read = NumberText.ReadSimple(bytes, (byte)'.', out double value);
            Assert.True(read == 0 || (read == bytes.Length && value.Equals(expected)), text);
            Assert.True(NumberText.TryParse(bytes, (byte)'.', out double whole) && whole.Equals(expected), text);
            simple += read > 0 ? 1 : 0;
        }

        // With 17 digits most numbers need the exact way, with fewer few do.
        Assert.InRange(simple, format == "R" ? 0 : 10_000, 20_000);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("-.5", -0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1E-05", 1e-5)]
    [InlineData("9007199254740993", 9007199254740992)]
    [InlineData("0.000000000000000000000000001", 1e-27)]
    [InlineData("4.9E-324", 4.9e-324)]
    [InlineData("123456789012345678901234567890", 1.2345678901234568e29)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("+7", 7)]
    public void Any_way_of_writing_a_number_is_read(string text, double expected)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Assert.True(NumberText.TryParse(bytes, (byte)'.', out double value));
        Assert.Equal(expected, value);
        Assert.True(NumberText.ReadSimple(bytes, (byte)'.', out double simple) == 0 || simple.Equals(expected));
    }

    [Fact]
    public void Minus_zero_keeps_its_sign()
    {
        Assert.Equal(2, NumberText.ReadSimple("-0"u8, (byte)'.', out double value));
        Assert.True(double.IsNegative(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("NA")]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("-1.#IND")]
    [InlineData("1.#QNAN")]
    public void Missing_values_are_known_by_their_words(string text) => Assert.True(NumberText.IsMissing(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("1.#INF")]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("n")]
    public void Other_words_are_not_missing_values(string text) => Assert.False(NumberText.IsMissing(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("abc")]
    [InlineData("1e")]
    [InlineData("-")]
    [InlineData("0x10")]
    [InlineData("1 5")]
    public void What_is_no_number_is_refused(string text) => Assert.False(NumberText.TryParse(Encoding.ASCII.GetBytes(text), (byte)'.', out _));
}
