// Ratings of true and false smiles with a free and a blocked mouth: the interaction, over many seeds.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class MouthguardRecoveryTests
{
    private const double Difference = .8;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(.5, .4)]
    [InlineData(1, .8)]
    public void The_interaction_is_unbiased(double blocking, double interaction) =>
        AssertUnbiased(Of(seed => Study(blocking, seed).InteractionT("Free", "Blocked", "True", "False").Result.Estimate), interaction);

    [Fact]
    public void Without_blocking_5_percent_of_interactions_are_significant()
    {
        const int Experiments = 2_000;
        double rate = Power.Simulate(seed => Study(0, seed).InteractionT("Free", "Blocked", "True", "False").Result.P, new() { Simulations = Experiments }).Power;
        Assert.Equal(.05, rate, 3.29 * Math.Sqrt(.05 * .95 / Experiments));
    }

    // Differences of cell means have the variance 2 (.5^2 + 1.2^2 / 8) = .86; the power is that of the noncentral t.
    [Fact]
    public void The_power_of_the_interaction_is_that_of_the_noncentral_t()
    {
        const int Experiments = 2_000;
        double noncentrality = .5 * Difference / Math.Sqrt(.86 * (1.0 / 40 + 1.0 / 40)), critical = StudentT.UpperQuantile(.025, 78);
        double expected = NoncentralT.UpperTail(critical, 78, noncentrality) + NoncentralT.LowerTail(-critical, 78, noncentrality);
        double rate = Power.Simulate(
            seed => Study(.5, seed).InteractionT("Free", "Blocked", "True", "False", options: new() { EqualVariances = true }).Result.P, new() { Simulations = Experiments }).Power;
        Assert.Equal(expected, rate, 3.29 * Math.Sqrt(expected * (1 - expected) / Experiments));
    }

    [Fact]
    public void The_interaction_is_that_of_the_analysis_of_variance()
    {
        TrialTable trials = Study(.5, 3);
        TTestResult t = trials.InteractionT("Free", "Blocked", "True", "False", options: new() { EqualVariances = true }).Result;
        AnovaEffect effect = trials.Anova().Result.Effects.Single(one => one.Name.Contains("condition", StringComparison.Ordinal) && one.Name.Contains("group", StringComparison.Ordinal));
        Assert.Equal(effect.F, t.T * t.T, 1e-9 * effect.F);
    }

    // A difference that is significant in one group and not in the other is no interaction: with half of the difference left, most of such patterns come without one.
    [Fact]
    public void A_difference_in_one_group_only_is_found_more_often_than_it_is_true()
    {
        double pattern = Of(seed =>
        {
            TrialTable trials = (ScoreExperiment.Mouthguard(.4, assumedBlocking: 0) with { Seed = seed }).Trials();
            bool Differs(string group) => (trials with { Trials = [.. trials.Where(trial => trial.Group == group)] }).PairedT("True", "False").Result.P < .05;
            return Differs("Free") && !Differs("Blocked");
        }).Count(one => one) / (double)Seeds;
        Assert.InRange(pattern, .05, .3);
    }

    private static TrialTable Study(double blocking, ulong seed) => (ScoreExperiment.Mouthguard(Difference, blocking) with { Seed = seed }).Trials();
}
