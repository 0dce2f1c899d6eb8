using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Descriptives;

public class OrderStatisticsTests
{
    [Fact]
    public void Ranks_asked_for_hold_what_a_sort_would_put_there() =>
        Prop.ForAll(
            Gen.Choose(-50, 50).Select(number => (double)number).ArrayOf().Resize(400).ToArbitrary(),
            Gen.Choose(0, 1000).ArrayOf().Resize(5).ToArbitrary(),
            (values, wanted) =>
            {
                int[] ranks = [.. wanted.Where(rank => rank < values.Length).Distinct().Order()];
                double[] sorted = [.. values.Order()];
                double[] arranged = [.. values];
                OrderStatistics.Arrange(arranged, ranks);
                return ranks.All(rank => arranged[rank] == sorted[rank]) && arranged.Order().SequenceEqual(sorted);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(5, 9));

    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("organ pipe")]
    [InlineData("equal")]
    [InlineData("sawtooth")]
    public void Orders_that_defeat_pivots_are_arranged_all_the_same(string order)
    {
        const int Count = 100_000;
        double[] values = [.. Enumerable.Range(0, Count).Select(i => order switch
        {
            "ascending" => i,
            "descending" => -i,
            "organ pipe" => Math.Min(i, Count - i),
            "equal" => 3,
            _ => (double)(i % 17),
        })];
        double[] sorted = [.. values.Order()];
        int[] ranks = [0, 24_999, 50_000, 75_000, Count - 1];

        OrderStatistics.Arrange(values, ranks);

        Assert.All(ranks, rank => Assert.Equal(sorted[rank], values[rank]));
    }
}
