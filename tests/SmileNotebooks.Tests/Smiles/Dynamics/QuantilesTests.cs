namespace SmileNotebooks.Tests.Smiles;

/// <summary>Quantiles without a whole sort are those of the sorted values, to the last bit.</summary>
public class QuantilesTests
{
    private static readonly double[] s_shares = [0, 0.1, 0.2, 0.25, 0.5, 0.75, 0.999, 1];

    public static TheoryData<string> Shapes { get; } = ["random", "constant", "two values", "ascending", "descending", "organ pipe", "saw", "infinities"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void They_are_those_of_sorted_values(string shape)
    {
        RandomStream random = new(3);
        foreach (int count in (int[])[1, 2, 3, 31, 32, 33, 100, 1001, 20_000])
        {
            double[] values = [.. Enumerable.Range(0, count).Select(i => shape switch
            {
                "random" => random.NextGaussian(),
                "constant" => 4.2,
                "two values" => i * 7 % 3 == 0 ? 1.0 : 2.0,
                "ascending" => i,
                "descending" => -i,
                "organ pipe" => Math.Min(i, count - i),
                "saw" => i % 17,
                _ => i % 5 == 0 ? double.NegativeInfinity : i % 7 == 0 ? 1e300 : i,
            })];
            double[] sorted = [.. values.Order()];
            double[] before = [.. values];
            foreach (double share in s_shares)
            {
                Assert.Equal(Quantiles.OfSorted(sorted, share), Quantiles.Of(values, share));
            }

            Assert.Equal(before, values);
        }
    }

    [Fact]
    public void Nothing_has_none_and_missing_values_count_as_the_lowest()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? double.NaN : i)];

        Assert.Equal(double.NaN, Quantiles.Of([], 0.5));
        Assert.Equal(Quantiles.OfSorted([.. values.Order()], 0.5), Quantiles.Of(values, 0.5));
        Assert.Equal(double.NaN, Quantiles.Of(values, 0));
    }
}
