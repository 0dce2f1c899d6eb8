namespace SmileNotebooks.Tests.Statistics.Proportions;

/// <summary>Against R 4.2.2 and SciPy: tests/oracles/statistics/basics.</summary>
public class ProportionTests
{
    private const double Agreement = 1e-8;

    [Fact]
    public void One_proportion_agrees_with_the_binomial_and_score_tests_of_R()
    {
        OracleTable oracle = BasicsData.Oracle("proportions");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            ProportionOptions options = new() { Null = oracle.Number(row, "p"), Alternative = AlternativeOf(oracle.Text(row, "alternative")) };
            ProportionResult result = Proportion.OneSample((long)oracle.Number(row, "x"), (long)oracle.Number(row, "n"), options);

            string where = $"row {row}";
            Close.Relative(oracle.Number(row, "pvalue"), result.P, Agreement, where + " p");
            Assert.Equal(oracle.Number(row, "exactlower"), result.ExactInterval.Lower, Agreement * oracle.Number(row, "exactlower") + 1e-15);
            Close.Relative(oracle.Number(row, "exactupper"), result.ExactInterval.Upper, Agreement, where + " exact upper");
            Assert.Equal(oracle.Number(row, "lower"), result.Interval.Lower, Agreement * oracle.Number(row, "lower") + 1e-15);
            Close.Relative(oracle.Number(row, "upper"), result.Interval.Upper, Agreement, where + " upper");
        }
    }

    [Fact]
    public void Two_proportions_agree_with_R()
    {
        OracleTable oracle = BasicsData.Oracle("twoproportions");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            long Count(string column) => (long)oracle.Number(row, column);
            TwoProportionsResult result = Proportion.Independent(Count("x1"), Count("n1"), Count("x2"), Count("n2"));

            Close.Relative(oracle.Number(row, "chisq"), result.Z * result.Z, Agreement);
            Close.Relative(oracle.Number(row, "p"), result.P, Agreement);
            Close.Relative(oracle.Number(row, "lower"), result.Interval.Lower, Agreement);
            Close.Relative(oracle.Number(row, "upper"), result.Interval.Upper, Agreement);
        }
    }

    [Fact]
    public void Fishers_test_agrees_with_R()
    {
        OracleTable oracle = BasicsData.Oracle("fisher");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            Close.Relative(oracle.Number(row, "two"), Fisher(oracle, row, Alternative.TwoSided).P, 1e-11);
            Close.Relative(oracle.Number(row, "less"), Fisher(oracle, row, Alternative.Less).P, 1e-11);
            Close.Relative(oracle.Number(row, "greater"), Fisher(oracle, row, Alternative.Greater).P, 1e-11);
        }
    }

    [Fact]
    public void Conditional_odds_ratios_agree_with_SciPy()
    {
        OracleTable oracle = BasicsData.Oracle("oddsratios");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            FisherExactResult result = Fisher(oracle, row, Alternative.TwoSided);
            Close.Relative(oracle.Number(row, "oddsratio"), result.OddsRatio, Agreement);
            Close.Relative(oracle.Number(row, "lower"), result.Interval.Lower, Agreement);
            Close.Relative(oracle.Number(row, "upper"), result.Interval.Upper, Agreement);
            Close.Relative(oracle.Number(row, "less"), Fisher(oracle, row, Alternative.Less).Interval.Upper, Agreement);
            Close.Relative(oracle.Number(row, "greater"), Fisher(oracle, row, Alternative.Greater).Interval.Lower, Agreement);
        }
    }

    [Fact]
    public void Records_give_the_same_as_counts()
    {
        var rows = Enumerable.Range(0, 42).Select(i => (Group: i < 20 ? "a" : "b", Smiles: i % 3 == 0)).ToArray();

        Assert.Equal(Proportion.OneSample(14, 42), Proportion.OneSample(rows, row => row.Smiles));
        Assert.Equal(Proportion.Independent(7, 20, 7, 22) with { FirstName = "a", SecondName = "b" }, Proportion.Independent(rows, row => row.Smiles, row => row.Group));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Proportion.Independent(rows, row => row.Smiles, _ => "all"));
        Assert.Contains("found 1: all", error.Message);
    }

    [Fact]
    public void Nobody_and_everybody_have_their_limits()
    {
        Assert.Equal(0, Proportion.OneSample(0, 12).Interval.Lower);
        Assert.Equal(1, Proportion.OneSample(12, 12).ExactInterval.Upper);
        TwoProportionsResult nobody = Proportion.Independent(0, 9, 0, 14);
        Assert.True(double.IsNaN(nobody.Z));
        Assert.Equal(1, nobody.P);
        FisherExactResult oneTable = FisherExact.Test(0, 0, 4, 5);
        Assert.True(double.IsNaN(oneTable.OddsRatio));
        Assert.Equal(1, oneTable.P);
        Assert.Equal((0, double.PositiveInfinity), (oneTable.Interval.Lower, oneTable.Interval.Upper));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, 0)]
    public void Impossible_counts_are_an_error_that_names_them(long successes, long trials)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Proportion.OneSample(successes, trials));
        Assert.Contains($"found {successes} of {trials}", error.Message);
    }

    [Fact]
    public void Sentences_read_well()
    {
        Assert.Equal("7 of 20, proportion .35, 95% CI [.18, .57], p = .263", Proportion.OneSample(7, 20).Apa);
        Assert.Equal("15 of 20 and 8 of 22, difference .39, 95% CI [.09, .60], z = 2.51, p = .012", Proportion.Independent(15, 20, 8, 22).Apa);
        Assert.StartsWith("odds ratio 5.0", FisherExact.Test(15, 5, 8, 14).Apa);
        Assert.Contains("Wilson", Proportion.OneSample(7, 20).ToTable().ToText());
    }

    private static FisherExactResult Fisher(OracleTable oracle, int row, Alternative alternative)
    {
        long Count(string column) => (long)oracle.Number(row, column);
        return FisherExact.Test(Count("a"), Count("b"), Count("c"), Count("d"), new ProportionOptions { Alternative = alternative });
    }

    private static Alternative AlternativeOf(string name) =>
        name == "less" ? Alternative.Less : name == "greater" ? Alternative.Greater : Alternative.TwoSided;
}
