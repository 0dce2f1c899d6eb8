// Rank tests at their edges, and what must not change them.
using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Ranks;

public class RankTestTests
{
    private static readonly double[] Some = [1.1, -0.4, 2.5, 0.3, -1.2, 3.3];

    [Fact]
    public void Sentence_and_table_read_as_a_paper_has_them()
    {
        WilcoxonSignedRankResult signed = WilcoxonSignedRank.Test(
            [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]);

        Assert.Equal("V = 40, n = 9, p = .039 (exact), r = .78, pseudomedian 0.460, 95% CI [0.0100, 0.786]", signed.ToString());
        Assert.Contains("Wilcoxon signed-rank test", signed.ToTable().ToText());
        Assert.Equal("U = 0, n1 = 3, n2 = 3, p = .100 (exact), r = -1.00, shift -3.00, 95% CI [-Inf, Inf]", MannWhitney.Test([1, 2, 3], [4, 5, 6]).ToString());
        Assert.StartsWith("U = 1012.5, n1 = 60, n2 = 60, z = -4.13, p < .001", MannWhitney.Test([.. Ascending(60)], [.. Ascending(60).Select(x => x + 15)]).Apa);
    }

    [Fact]
    public void Differences_that_are_all_zero_say_nothing()
    {
        WilcoxonSignedRankResult result = WilcoxonSignedRank.OneSample([0, 0, 0]);

        Assert.Equal((1, 0, 0, 0), (result.P, result.Z, result.V, result.RankBiserial));
        Assert.Equal(3, result.Zeros);
        Assert.Equal(1, WilcoxonSignedRank.OneSample([0, 0], new() { Distribution = NullDistribution.Normal }).P);
    }

    [Fact]
    public void Samples_of_one_value_say_nothing()
    {
        Assert.Equal(1, MannWhitney.Test([5, 5, 5], [5, 5]).P);
        Assert.Equal(1, MannWhitney.Test([5], [6]).P);
        Assert.Equal(0.5, MannWhitney.Test([5], [6], new() { Alternative = Alternative.Less }).P);
        Assert.Equal(1, WilcoxonSignedRank.OneSample([3]).P);
    }

    [Fact]
    public void Few_values_cannot_give_the_level()
    {
        ConfidenceInterval interval = WilcoxonSignedRank.OneSample([1, 2, 3, 4]).Interval;

        Assert.Equal(double.NegativeInfinity, interval.Lower);
        Assert.Equal(double.PositiveInfinity, interval.Upper);
    }

    [Fact]
    public void Errors_name_what_is_wrong()
    {
        Assert.Contains("at least one difference", Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.OneSample([])).Message);
        Assert.Contains("3 values and 'second' has 2", Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1, 2, 3], [1, 2])).Message);
        Assert.Contains("Row 1: 'first'", Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1, double.NaN], [1, 2])).Message);
        Assert.Contains("3 and 0", Assert.Throws<ArgumentException>(() => MannWhitney.Test([1, 2, 3], [])).Message);
        Assert.Contains("found 3: a, b, c", Assert.Throws<ArgumentException>(
            () => MannWhitney.Test(new[] { "a", "b", "c" }, _ => 1, name => name)).Message);
        Assert.Contains("Level", Assert.Throws<ArgumentException>(() => MannWhitney.Test([1], [2], new() { Level = 95 })).Message);
        Assert.Contains("largest double", Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1e308], [-1e308])).Message);
    }

    [Fact]
    public void What_is_dropped_is_said()
    {
        WilcoxonSignedRankResult result = WilcoxonSignedRank.Test(
            [1, 2, double.NaN, 4], [0, 0, 0, double.PositiveInfinity], new() { Missing = MissingValues.DropListwise });

        Assert.Equal([2, 3], result.Dropped.Rows);
        Assert.Equal(2, result.N);
        Assert.Contains("2 rows dropped (2, 3)", result.ToTable().Note);
        Assert.Equal(1, MannWhitney.Test([1, 2], [3, double.NaN], new() { Missing = MissingValues.DropParticipants }).DroppedSecond.Count);
    }

    [Fact]
    public void Records_and_spans_give_the_same()
    {
        (double Before, double After)[] rows = [(1, 2), (4, 3), (7, 5)];

        Assert.Equal(
            WilcoxonSignedRank.Test([1, 4, 7], [2, 3, 5]).Apa, WilcoxonSignedRank.Test(rows, row => row.Before, row => row.After).Apa);
        MannWhitneyResult groups = MannWhitney.Test(Some, value => value, value => value > 1 ? "high" : "low");
        Assert.Equal(("high", "low", 9.0), (groups.FirstName, groups.SecondName, groups.U));
    }

    [Fact]
    public void Hodges_and_Lehmann_are_exact_for_a_hundred_thousand_values()
    {
        double[] values = [.. Enumerable.Range(0, 100_001).Select(i => (double)((i * 7919L) % 100_001))];

        Assert.Equal(50_000, WilcoxonSignedRank.OneSample(values).Pseudomedian);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    public void Scale_does_not_matter(double scale)
    {
        double[] scaled = [.. Some.Select(value => value * scale)];

        WilcoxonSignedRankResult result = WilcoxonSignedRank.OneSample(scaled);

        Assert.Equal(WilcoxonSignedRank.OneSample(Some).P, result.P);
        Close.Relative(WilcoxonSignedRank.OneSample(Some).Pseudomedian * scale, result.Pseudomedian, 1e-14);
    }

    [Fact]
    public void Pairwise_order_statistics_are_those_of_all_pairs() =>
        Check.One(Replayed, Prop.ForAll<int[], int[]>((a, b) =>
        {
            double[] x = [.. a.Append(1).Select(value => value / 4.0).Order()];
            double[] y = [.. b.Append(2).Select(value => value / 4.0).Order()];
            double[] differences = [.. x.SelectMany(first => y.Select(second => first - second)).Order()];
            double[] averages = [.. x.SelectMany((first, i) => x.Skip(i).Select(second => (first + second) / 2)).Order()];
            return differences.Select((_, k) => PairwiseOrderStatistics.OfDifferences(x, y, k + 1)).SequenceEqual(differences)
                && averages.Select((_, k) => PairwiseOrderStatistics.OfWalshAverages(x, k + 1)).SequenceEqual(averages);
        }));

    [Fact]
    public void Swapping_samples_turns_the_result_around() =>
        Check.One(Replayed, Prop.ForAll<int[], int[]>((a, b) =>
        {
            double[] x = [.. a.Append(1).Take(20).Select(value => (double)value)];
            double[] y = [.. b.Append(2).Take(20).Select(value => (double)value)];
            MannWhitneyResult forth = MannWhitney.Test(x, y);
            MannWhitneyResult back = MannWhitney.Test(y, x);
            return Math.Abs(forth.P - back.P) < 1e-12 && forth.Shift == -back.Shift && Math.Abs(forth.RankBiserial + back.RankBiserial) < 1e-12
                && forth.Interval.Lower == -back.Interval.Upper;
        }));

    [Fact]
    public void Exact_p_of_signed_ranks_is_the_share_of_sign_patterns() =>
        Check.One(Replayed, Prop.ForAll<int[]>(values =>
        {
            double[] x = [.. values.Take(8).Append(3).Select(value => (double)(value % 6))];
            double[] kept = [.. x.Where(value => value != 0)];
            double[] ranks = Midranks.Of(Array.ConvertAll(kept, Math.Abs));
            double observed = ranks.Where((_, i) => kept[i] > 0).Sum();
            int extreme = Enumerable.Range(0, 1 << kept.Length).Count(pattern =>
                Math.Abs(ranks.Where((_, i) => (pattern >> i & 1) == 1).Sum() - (ranks.Sum() / 2)) >= Math.Abs(observed - (ranks.Sum() / 2)) - 1e-9);
            return Math.Abs(WilcoxonSignedRank.OneSample(x).P - (extreme / (double)(1 << kept.Length))) < 1e-12;
        }));

    [Theory]
    [InlineData(NullDistribution.Exact)]
    [InlineData(NullDistribution.Normal)]
    public void False_positives_keep_to_five_percent(NullDistribution distribution)
    {
        const int Seeds = 1000;
        int signed = 0;
        int sums = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            Random random = new(seed);
            double[] x = [.. Enumerable.Range(0, 20).Select(_ => random.NextDouble() - 0.5)];
            double[] y = [.. Enumerable.Range(0, 15).Select(_ => random.NextDouble() - 0.5)];
            signed += WilcoxonSignedRank.OneSample(x, new() { Distribution = distribution }).P <= 0.05 ? 1 : 0;
            sums += MannWhitney.Test(x, y, new() { Distribution = distribution }).P <= 0.05 ? 1 : 0;
        }

        // 99.9 % of binomial counts with p = .05; exact tests of discrete statistics may stay somewhat below.
        Assert.InRange(signed, 28, 74);
        Assert.InRange(sums, 28, 74);
    }

    private static Config Replayed => Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(200);

    private static IEnumerable<double> Ascending(int count) => Enumerable.Range(0, count).Select(i => (double)i);
}
