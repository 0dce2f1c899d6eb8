namespace SmileNotebooks.Tests.Statistics.Ranks;

public class AllTiedTests
{
    [Theory]
    [InlineData(Alternative.TwoSided)]
    [InlineData(Alternative.Less)]
    [InlineData(Alternative.Greater)]
    public void P_of_values_that_are_all_tied_is_one_exact_or_not(Alternative alternative)
    {
        foreach (NullDistribution distribution in (NullDistribution[])[NullDistribution.Exact, NullDistribution.Normal])
        {
            Assert.Equal(1, MannWhitney.Test([2, 2, 2], [2, 2], new() { Alternative = alternative, Distribution = distribution }).P, 1e-15);
            Assert.Equal(1, WilcoxonSignedRank.Test([2, 2, 2], [2, 2, 2], new() { Alternative = alternative, Distribution = distribution }).P, 1e-15);
        }
    }
}
