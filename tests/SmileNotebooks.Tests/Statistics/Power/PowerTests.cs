namespace SmileNotebooks.Tests.Statistics.PowerBySimulation;

public class PowerTests
{
    private static readonly PowerOptions Many = new() { Simulations = 4_000 };

    [Theory]
    [InlineData(.5, 34)]
    [InlineData(.3, 20)]
    [InlineData(.8, 15)]
    public void Power_of_a_t_test_is_that_of_the_noncentral_t(double effect, int size)
    {
        PowerResult result = Power.Simulate(seed => P(size, seed, effect), Many);
        double critical = StudentT.UpperQuantile(.025, size - 1);
        double noncentrality = effect * Math.Sqrt(size);
        double exact = NoncentralT.UpperTail(critical, size - 1, noncentrality) + NoncentralT.LowerTail(-critical, size - 1, noncentrality);
        Assert.InRange(result.Power, exact - (3.3 * Math.Sqrt(exact * (1 - exact) / 4_000)), exact + (3.3 * Math.Sqrt(exact * (1 - exact) / 4_000)));
        Assert.Equal(Math.Sqrt(result.Power * (1 - result.Power) / 4_000), result.MonteCarloError, 1e-15);
    }

    [Fact]
    public void Without_an_effect_power_is_alpha() =>
        Assert.InRange(Power.Simulate(seed => P(20, seed, 0), Many with { Alpha = .1 }).Significant, 338, 462);

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        PowerOptions options = new() { Simulations = 300 };
        Assert.Equal(Power.Simulate(seed => P(12, seed, .4), options with { MaxDegreeOfParallelism = 1 }), Power.Simulate(seed => P(12, seed, .4), options with { MaxDegreeOfParallelism = 4 }));
        Assert.NotEqual(Power.Simulate(seed => P(12, seed, .4), options).Significant, Power.Simulate(seed => P(12, seed, .4), options with { Seed = 5 }).Significant);
    }

    [Fact]
    public void A_curve_has_each_size_once_and_in_order()
    {
        PowerCurve curve = Power.Curve([40, 10, 20, 10], (size, seed) => P(size, seed, .5), new PowerOptions { Simulations = 400 });
        Assert.Equal([10, 20, 40], curve.Points.Select(point => point.SampleSize!.Value));
        Assert.Equal(curve.Points.Select(point => point.Power).Order(), curve.Points.Select(point => point.Power));
        Assert.Equal(3, curve.ToTable().Rows.Length);
    }

    [Fact]
    public void The_sample_size_that_is_found_is_the_known_one()
    {
        // 34 pairs have a power of .8 for dz = .5.
        SampleSizeResult result = Power.FindSampleSize(.8, (size, seed) => P(size, seed, .5), options: Many);
        Assert.InRange(result.SampleSize!.Value, 31, 37);
        Assert.True(result.Curve.Points.Single(point => point.SampleSize == result.SampleSize).Power >= .8);
        Assert.True(result.Curve.Points.Single(point => point.SampleSize == result.SampleSize - 1).Power < .8);
    }

    [Fact]
    public void A_size_that_is_large_enough_at_once_is_the_smallest()
    {
        SampleSizeResult result = Power.FindSampleSize(.5, (size, seed) => size >= 1 ? 0 : 1, smallest: 7);
        Assert.Equal(7, result.SampleSize);
    }

    [Fact]
    public void The_search_says_when_no_size_is_large_enough()
    {
        SampleSizeResult result = Power.FindSampleSize(.8, (size, seed) => 1, smallest: 5, largest: 33, options: new PowerOptions { Simulations = 10 });
        Assert.Null(result.SampleSize);
        Assert.Equal([5, 10, 20, 33], result.Curve.Points.Select(point => point.SampleSize!.Value));
        Assert.StartsWith("No sample size up to 33", result.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_are_as_good_as_p() =>
        Assert.Equal(100, Power.Simulate(seed => true, new PowerOptions { Simulations = 100 }).Significant);

    [Fact]
    public void A_p_that_is_not_a_number_is_counted()
    {
        PowerResult result = Power.Simulate(seed => seed % 2 == 0 ? double.NaN : 0.01, new PowerOptions { Simulations = 1_000 });
        Assert.InRange(result.Undefined, 430, 570);
        Assert.Equal(1_000, result.Undefined + result.Significant);
        Assert.Contains("without a p", result.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_simulation_is_named_by_its_seed()
    {
        static double Fail(ulong seed) => throw new InvalidOperationException("no convergence");
        ulong first = RandomStream.SeedOf(1, 0);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Power.Simulate(Fail, new PowerOptions { MaxDegreeOfParallelism = 1 }));
        Assert.Equal($"The simulated experiment of seed {first} failed: no convergence (Parameter 'pValue')", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Throws<ArgumentException>(() => Power.Simulate(Fail));
        Assert.Contains("p = 2", Assert.Throws<ArgumentException>(() => Power.Simulate(seed => 2.0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_are_Wilson_s()
    {
        PowerResult all = Power.Simulate(seed => 0.0, new PowerOptions { Simulations = 20 });
        Assert.Equal(1, all.Interval.Upper);
        Assert.Equal(1 / (1 + (1.959963984540054 * 1.959963984540054 / 20)), all.Interval.Lower, 1e-12);
        Assert.Equal(0, all.MonteCarloError);
        Assert.Equal(0, Power.Simulate(seed => 1.0, new PowerOptions { Simulations = 20 }).Interval.Lower);
    }

    [Fact]
    public void Unusable_options_are_errors()
    {
        Assert.Throws<ArgumentException>(() => Power.Simulate(seed => 0.0, new PowerOptions { Simulations = 0 }));
        Assert.Throws<ArgumentException>(() => Power.Simulate(seed => 0.0, new PowerOptions { Alpha = 0 }));
        Assert.Throws<ArgumentException>(() => Power.Curve([], (size, seed) => 0));
        Assert.Contains("power asked for is 1.2", Assert.Throws<ArgumentException>(() => Power.FindSampleSize(1.2, (size, seed) => 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Power.FindSampleSize(.8, (size, seed) => 0, smallest: 9, largest: 8));
    }

    [Fact]
    public void Sentence_says_size_error_and_seed() => Assert.Equal(
        "Power at n = 10 = 1.000, Monte-Carlo 95% CI [.722, 1.000] (10 simulated experiments, alpha = .05, seed 1)",
        Power.Curve([10], (size, seed) => 0, new PowerOptions { Simulations = 10 }).Apa);

    [Fact]
    public void Sentence_of_a_curve_says_once_what_its_sizes_share() => Assert.Equal(
        "Power of 10 simulated experiments each, Monte-Carlo 95% CI (alpha = .05, seed 1):\nn = 10: 1.000 [.722, 1.000]\nn = 20: .000 [.000, .278] (10 without a p)",
        Power.Curve([20, 10], (size, seed) => size == 20 ? double.NaN : 0, new PowerOptions { Simulations = 10 }).Apa);

    private static double P(int size, ulong seed, double effect)
    {
        double[] values = new double[size];
        new RandomStream(seed).FillGaussian(values, effect);
        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return StudentT.TwoSided(mean / Math.Sqrt(squares / (size - 1) / size), size - 1);
    }
}
