using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.TTests;

/// <summary>What must hold for all data: shift, scale, order, exchange; and the rates that tests promise, over thousands of seeds.</summary>
public class TTestPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(11, 7);

    private static Arbitrary<double[]> Samples { get; } =
        Gen.Choose(-1_000_000, 1_000_000).Select(number => number / 1024.0).ArrayOf().Where(values => values.Length >= 3 && values.Distinct().Count() > 2).ToArbitrary();

    [Fact]
    public void Shift_of_data_and_null_changes_no_t() =>
        Prop.ForAll(Samples, values =>
        {
            TTestResult plain = TTest.OneSample(values);
            TTestResult shifted = TTest.OneSample(Array.ConvertAll(values, value => value + 4096), new TTestOptions { Null = 4096 });
            return Same(plain.T, shifted.T, 1e-9) && Same(plain.P, shifted.P, 1e-9);
        }).Check(Config);

    [Fact]
    public void Scale_multiplies_the_estimate_and_nothing_else() =>
        Prop.ForAll(Samples, values =>
        {
            TTestResult plain = TTest.OneSample(values);
            TTestResult scaled = TTest.OneSample(Array.ConvertAll(values, value => value * -7));
            return Same(-plain.T, scaled.T, 1e-10) && Same(-7 * plain.Estimate, scaled.Estimate, 1e-12) && Same(plain.P, scaled.P, 1e-10)
                && Same(-plain.Effect.Interval.Lower, scaled.Effect.Interval.Upper, 1e-9);
        }).Check(Config);

    [Fact]
    public void Order_of_rows_changes_nothing_but_rounding() =>
        Prop.ForAll(Samples, values =>
        {
            double[] reversed = [.. values.Reverse()];
            return Same(TTest.OneSample(values).T, TTest.OneSample(reversed).T, 1e-11)
                && SmileNotebooks.Descriptives.Of(values).Median == SmileNotebooks.Descriptives.Of(reversed).Median;
        }).Check(Config);

    [Fact]
    public void Exchange_of_samples_turns_the_sign() =>
        Prop.ForAll(Samples, Samples, (first, second) =>
        {
            TTestResult one = TTest.Independent(first, second);
            TTestResult other = TTest.Independent(second, first);
            return Same(one.T, -other.T, 1e-10) && Same(one.DegreesOfFreedom, other.DegreesOfFreedom, 1e-10) && Same(one.P, other.P, 1e-9);
        }).Check(Config);

    [Fact]
    public void One_sided_p_values_add_up_to_one() =>
        Prop.ForAll(Samples, values =>
        {
            double P(Alternative alternative) => TTest.OneSample(values, new TTestOptions { Alternative = alternative }).P;
            return Math.Abs(P(Alternative.Less) + P(Alternative.Greater) - 1) < 1e-14
                && Same(P(Alternative.TwoSided), 2 * Math.Min(P(Alternative.Less), P(Alternative.Greater)), 1e-12);
        }).Check(Config);

    [Fact]
    public void Interval_excludes_the_null_exactly_when_p_is_below_alpha() =>
        Prop.ForAll(Samples, values =>
        {
            TTestResult result = TTest.OneSample(values);
            bool undecided = Math.Abs(result.P - 0.05) < 1e-9;
            return undecided || (result.P < 0.05 == !result.Interval.Contains(0) && result.P < 0.05 == !result.Effect.Interval.Contains(0));
        }).Check(Config);

    [Theory]
    [InlineData("paired")]
    [InlineData("welch, unequal variances and sizes")]
    [InlineData("student")]
    public void True_null_hypotheses_are_rejected_at_5_percent(string test)
    {
        const int Seeds = 4000;
        int rejected = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            Gaussian noise = new(seed);
            double[] first = noise.Sample(12, 1);
            rejected += test switch
            {
                "paired" => TTest.Paired(first, noise.Sample(12, 2)).P < 0.05,
                "student" => TTest.Independent(first, noise.Sample(17, 1), new TTestOptions { EqualVariances = true }).P < 0.05,
                _ => TTest.Independent(first, noise.Sample(31, 4)).P < 0.05,
            } ? 1 : 0;
        }

        Assert.InRange(rejected, Lowest(Seeds, 0.05), Highest(Seeds, 0.05));
    }

    [Fact]
    public void Exact_intervals_of_dz_cover_the_truth_at_their_level()
    {
        const int Seeds = 4000;
        int covered = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            double[] differences = Array.ConvertAll(new Gaussian(seed).Sample(9, 1), value => value + 0.8);
            covered += TTest.OneSample(differences).Effect.Interval.Contains(0.8) ? 1 : 0;
        }

        Assert.InRange(covered, Lowest(Seeds, 0.95), Highest(Seeds, 0.95));
    }

    [Fact]
    public void Hedges_g_is_unbiased_where_d_is_not()
    {
        const int Seeds = 8000;
        double g = 0;
        double d = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            TTestResult result = TTest.OneSample(Array.ConvertAll(new Gaussian(seed).Sample(6, 1), value => value + 0.5));
            g += result.HedgesG.Value / Seeds;
            d += result.Effect.Value / Seeds;
        }

        // Standard deviation of g at n = 6 is about .52: four standard errors of the mean.
        Assert.Equal(0.5, g, 4 * 0.52 / Math.Sqrt(Seeds));
        Assert.Equal(0.5 / EffectSize.HedgesFactor(5), d, 4 * 0.62 / Math.Sqrt(Seeds));
    }

    [Fact]
    public void Equivalence_at_the_bound_is_declared_at_5_percent()
    {
        const int Seeds = 4000;
        int declared = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            double[] differences = Array.ConvertAll(new Gaussian(seed).Sample(60, 1), value => value + 0.5);
            declared += Tost.OneSample(differences, -0.5, 0.5).IsEquivalent ? 1 : 0;
        }

        Assert.InRange(declared, Lowest(Seeds, 0.05), Highest(Seeds, 0.05));
    }

    // 99.9 % bounds of a binomial count.
    private static long Lowest(int seeds, double rate) => Count(seeds, rate, 0.0005);

    private static long Highest(int seeds, double rate) => Count(seeds, rate, 0.9995);

    private static long Count(int seeds, double rate, double share)
    {
        long count = 0;
        while (Binomial.AtMost(count, seeds, rate) < share)
        {
            count++;
        }

        return count;
    }

    private static bool Same(double expected, double actual, double share) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= share * Math.Max(1e-3, Math.Abs(expected));

    /// <summary>Normal numbers by inversion: the same on every machine.</summary>
    private sealed class Gaussian(int seed)
    {
        private readonly Random _random = new(seed);

        public double[] Sample(int count, double deviation) =>
            [.. Enumerable.Range(0, count).Select(_ => deviation * Normal.Quantile((_random.NextDouble() * (1 - 1e-12)) + 1e-13))];
    }
}
