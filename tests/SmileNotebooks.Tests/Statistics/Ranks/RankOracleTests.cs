// Rank tests against R, exactRankTests and coin.
namespace SmileNotebooks.Tests.Statistics.Ranks;

public class RankOracleTests
{
    private static readonly NamedValues Expected = new(OracleTable.Read("ranks", "expected.csv"));

    [Theory]
    [InlineData("two.sided", Alternative.TwoSided)]
    [InlineData("less", Alternative.Less)]
    [InlineData("greater", Alternative.Greater)]
    public void Exact_signed_ranks_match_R_on_depression_scores(string name, Alternative alternative)
    {
        (double[] first, double[] second) = Pairs("depression.csv");

        WilcoxonSignedRankResult result = WilcoxonSignedRank.Test(first, second, new WilcoxonSignedRankOptions { Alternative = alternative });

        Match($"depression.{name}", result);
    }

    [Fact]
    public void Another_null_shift_and_level_match_R()
    {
        (double[] first, double[] second) = Pairs("depression.csv");

        Match("depression.mu", WilcoxonSignedRank.Test(first, second, new WilcoxonSignedRankOptions { NullShift = 0.4, Level = 0.9 }));
    }

    [Fact]
    public void Exact_signed_ranks_with_ties_and_a_zero_match_exactRankTests_and_coin_on_sleep()
    {
        (double[] first, double[] second) = Pairs("sleeping.csv");

        WilcoxonSignedRankResult result = WilcoxonSignedRank.Test(first, second);

        Assert.True(result.IsExact);
        Assert.True(result.HasTies);
        Assert.Equal(1, result.Zeros);
        Expected.Match("sleeping.exact.p", result.P);
        Expected.Match("sleeping.exact.less.p", WilcoxonSignedRank.Test(first, second, new() { Alternative = Alternative.Less }).P);
        Expected.Match("sleeping.exact.pratt.p", WilcoxonSignedRank.Test(first, second, new() { Zeros = ZeroDifferences.Pratt }).P);
    }

    [Fact]
    public void Normal_signed_ranks_match_R_and_coin_on_sleep()
    {
        (double[] first, double[] second) = Pairs("sleeping.csv");
        WilcoxonSignedRankOptions normal = new() { Distribution = NullDistribution.Normal };

        Expected.Match("sleeping.normal.p", WilcoxonSignedRank.Test(first, second, normal).P);
        Expected.Match("sleeping.normal.plain.p", WilcoxonSignedRank.Test(first, second, normal with { ContinuityCorrection = false }).P);
        Expected.Match(
            "sleeping.pratt.z",
            WilcoxonSignedRank.Test(first, second, normal with { ContinuityCorrection = false, Zeros = ZeroDifferences.Pratt }).Z);
    }

    [Fact]
    public void Speed_of_light_matches_R_in_a_large_sample_with_ties()
    {
        double[] differences = [.. OracleTable.Read("ranks", "light.csv").Numbers("value").Select(speed => speed - 850)];

        WilcoxonSignedRankResult result = WilcoxonSignedRank.OneSample(differences);

        Assert.False(result.IsExact);
        Expected.Match("light.normal.V", result.V);
        Expected.Match("light.normal.p", result.P);
        Expected.Match("light.median", result.Pseudomedian + 850);
    }

    [Theory]
    [InlineData("two.sided", Alternative.TwoSided)]
    [InlineData("less", Alternative.Less)]
    [InlineData("greater", Alternative.Greater)]
    public void Exact_rank_sums_match_R_on_permeability(string name, Alternative alternative)
    {
        (double[] first, double[] second) = Groups("permeability.csv", "at term");

        MannWhitneyResult result = MannWhitney.Test(first, second, new RankTestOptions { Alternative = alternative });

        Match($"permeability.{name}", result);
        Match("permeability.mu", MannWhitney.Test(first, second, new RankTestOptions { NullShift = 0.1, Level = 0.9 }));
    }

    [Fact]
    public void Exact_rank_sums_with_ties_match_coin()
    {
        (double[] c, double[] d) = Groups("sprays.csv", "C");
        (double[] may, double[] august) = Groups("ozone.csv", "May");
        (double[] few, double[] more) = ([1, 2, 2, 3], [2, 3, 3, 4, 4, 5, 5, 5, 6]);

        Expected.Match("sprays.exact.p", MannWhitney.Test(c, d).P);
        Expected.Match("sprays.exact.less.p", MannWhitney.Test(c, d, new() { Alternative = Alternative.Less }).P);
        Expected.Match("ozone.exact.p", MannWhitney.Test(august, may).P);
        Expected.Match("few.exact.p", MannWhitney.Test(few, more).P);
        Expected.Match("few.exact.p", MannWhitney.Test(more, few).P);
        Expected.Match("few.exact.less.p", MannWhitney.Test(few, more, new() { Alternative = Alternative.Less }).P);
        Expected.Match("few.exact.less.p", MannWhitney.Test(more, few, new() { Alternative = Alternative.Greater }).P);
    }

    [Fact]
    public void Normal_rank_sums_match_R()
    {
        RankTestOptions normal = new() { Distribution = NullDistribution.Normal };
        (double[] c, double[] d) = Groups("sprays.csv", "C");
        (double[] may, double[] august) = Groups("ozone.csv", "May");
        (double[] experiment, double[] others) = Groups("light.csv", "first");

        Expected.Match("sprays.normal.U", MannWhitney.Test(c, d, normal).U);
        Expected.Match("sprays.normal.p", MannWhitney.Test(c, d, normal).P);
        Expected.Match("sprays.normal.greater.p", MannWhitney.Test(c, d, normal with { Alternative = Alternative.Greater }).P);
        MannWhitneyResult ozone = MannWhitney.Test(august, may, normal with { ContinuityCorrection = false });
        Expected.Match("ozone.normal.U", ozone.U);
        Expected.Match("ozone.normal.p", ozone.P);
        Expected.Match("ozone.shift", ozone.Shift);
        Expected.Match("light.two.U", MannWhitney.Test(experiment, others).U);
        Expected.Match("light.two.p", MannWhitney.Test(experiment, others).P);
    }

    [Fact]
    public void Tails_are_exact_where_nothing_overlaps()
    {
        double[] high = [.. Enumerable.Range(1, 40).Select(i => i + 100.0)];
        double[] low = [.. Enumerable.Range(1, 45).Select(i => i + 0.5)];

        Expected.Match("apart.p", MannWhitney.Test(high, low).P, 1e-13);
        Expected.Match("signs.p", WilcoxonSignedRank.OneSample([.. Enumerable.Range(1, 49).Select(i => (double)i)]).P, 1e-13);
    }

    private static void Match(string name, WilcoxonSignedRankResult result)
    {
        Expected.Match($"{name}.V", result.V);
        Expected.Match($"{name}.p", result.P, 1e-14);
        Expected.Match($"{name}.estimate", result.Pseudomedian, 1e-14);
        Expected.Match($"{name}.lower", result.Interval.Lower, 1e-14);
        Expected.Match($"{name}.upper", result.Interval.Upper, 1e-14);
    }

    private static void Match(string name, MannWhitneyResult result)
    {
        Expected.Match($"{name}.U", result.U);
        Expected.Match($"{name}.p", result.P, 1e-14);
        Expected.Match($"{name}.estimate", result.Shift, 1e-14);
        Expected.Match($"{name}.lower", result.Interval.Lower, 1e-14);
        Expected.Match($"{name}.upper", result.Interval.Upper, 1e-14);
    }

    private static (double[] First, double[] Second) Pairs(string file)
    {
        OracleTable table = OracleTable.Read("ranks", file);
        return (table.Numbers("first"), table.Numbers("second"));
    }

    private static (double[] First, double[] Second) Groups(string file, string first)
    {
        OracleTable table = OracleTable.Read("ranks", file);
        double[] values = table.Numbers("value");
        string[] groups = table.Texts("group");
        return ([.. values.Where((_, row) => groups[row] == first)], [.. values.Where((_, row) => groups[row] != first)]);
    }
}
