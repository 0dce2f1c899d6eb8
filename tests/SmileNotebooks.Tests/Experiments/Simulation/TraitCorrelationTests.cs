// What a measure that does not repeat itself leaves of a correlation.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class TraitCorrelationTests
{
    [Theory]
    [InlineData(-.3, .5)]
    [InlineData(.6, .9)]
    [InlineData(0, .5)]
    public void The_correlation_that_is_measured_is_smaller_by_the_root_of_the_reliability(double truth, double reliability)
    {
        TraitCorrelation trait = new(truth, reliability);
        Assert.Equal(truth * Math.Sqrt(reliability), trait.Measured, 15);

        // The mean of r lies below the true one by about rho (1 - rho^2) / 2n (Hotelling, 1953).
        const int N = 80;
        double expected = trait.Measured - (trait.Measured * (1 - (trait.Measured * trait.Measured)) / (2 * N));
        AssertUnbiased(Of(seed => trait.Study(N, seed).R), expected);
    }

    // A reliability computed from the model must be what two halves of its own data show.
    [Fact]
    public void The_reliability_of_a_contrast_is_the_correlation_of_two_simulated_sessions()
    {
        ExpectedContrast expected = MimicryExperiment.VisibleFaces.Expected("zygomaticus", "Happy", "Neutral");
        Assert.Equal(2 * .166 * .166 / ((2 * .166 * .166) + (2 * .331 * .331 / 4)), expected.Reliability, .03);
        double[] correlations = Of(seed =>
        {
            TrialTable trials = new MimicryExperiment { Seed = seed, TrialsPerCondition = 8 }.BinnedEpochs("zygomaticus", -2, 4).Window();
            double[] Half(bool odd) => (trials with { Trials = [.. trials.Where(trial => trial.Number % 2 == 1 == odd)] }).Differences("Happy", "Neutral");
            return Correlation.Pearson(Half(true), Half(false)).R;
        });
        Assert.Equal(expected.Reliability, correlations.Average(), .03);
    }

    [Fact]
    public void Power_without_a_correlation_is_the_level_of_the_test() =>
        Assert.Equal(.05, new TraitCorrelation(0, .5).Power(50, new() { Simulations = 4_000 }).Power, 3.29 * Math.Sqrt(.05 * .95 / 4_000));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TraitCorrelation(1.1, .5).Study(10, 1));
        Assert.Throws<ArgumentException>(() => new TraitCorrelation(.5, 0).Study(10, 1));
        Assert.Throws<ArgumentException>(() => new TraitCorrelation(.5, double.NaN).Study(10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TraitCorrelation(.5, .5).Study(3, 1));
    }
}
