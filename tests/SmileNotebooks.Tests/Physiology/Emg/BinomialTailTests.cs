namespace SmileNotebooks.Tests.Physiology;

public class BinomialTailTests
{
    [Theory]
    [InlineData(1, 5, 0.01)]
    [InlineData(3, 8, 0.05)]
    [InlineData(10, 10, 1e-40)]
    [InlineData(5, 400, 0.001)]
    public void The_probability_of_one_event_gives_that_of_the_window(int r, int m, double probability)
    {
        double p = BinomialTail.ProbabilityFor(probability, r, m);
        Assert.Equal(1, BinomialTail.AtLeast(r, m, p) / probability, 1e-9);
    }

    [Fact]
    public void Tails_are_those_of_the_binomial_distribution()
    {
        Assert.Equal(1 - Math.Pow(0.9, 5), BinomialTail.AtLeast(1, 5, 0.1), 1e-15);
        Assert.Equal((10 * 0.3 * 0.3 * 0.3 * 0.49) + (5 * 0.0081 * 0.7) + 0.00243, BinomialTail.AtLeast(3, 5, 0.3), 1e-15);
    }
}
