// The cost of suppression: power and equivalence over the size of the cost, and a simulated multi-lab replication.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class SuppressionRecoveryTests
{
    private const int Experiments = 2_000;

    [Theory]
    [InlineData(0, 100)]
    [InlineData(.3, 100)]
    [InlineData(.5, 60)]
    public void The_cost_is_unbiased(double cost, int participants) =>
        AssertUnbiased(Of(seed => Study(cost, participants, seed).Result.Estimate), cost);

    [Theory]
    [InlineData(0, 60)]
    [InlineData(.2, 200)]
    [InlineData(.5, 120)]
    public void Power_is_that_of_the_noncentral_t(double cost, int participants)
    {
        double degrees = participants - 2, critical = StudentT.UpperQuantile(.025, degrees), noncentrality = cost * Math.Sqrt(participants) / 2;
        double expected = NoncentralT.UpperTail(critical, degrees, noncentrality) + NoncentralT.LowerTail(-critical, degrees, noncentrality);
        double rate = Power.Simulate(seed => Study(cost, participants, seed).Result.P, new() { Simulations = Experiments }).Power;
        Assert.Equal(expected, rate, 3.29 * Math.Sqrt(expected * (1 - expected) / Experiments));
    }

    // At the bound itself a test of equivalence errs at most as often as its level says.
    [Fact]
    public void Equivalence_is_found_without_a_cost_and_seldom_with_one_at_the_bound()
    {
        double without = Power.Simulate(seed => IsEquivalent(0, 600, seed), new() { Simulations = 500 }).Power;
        double at = Power.Simulate(seed => IsEquivalent(.3, 200, seed), new() { Simulations = Experiments }).Power;
        Assert.InRange(without, .85, 1);
        Assert.InRange(at, 0, .05 + (3.29 * Math.Sqrt(.05 * .95 / Experiments)));
    }

    [Fact]
    public void Twenty_people_show_neither_a_cost_nor_its_absence()
    {
        double equivalent = Power.Simulate(seed => IsEquivalent(0, 40, seed), new() { Simulations = 500 }).Power;
        Assert.InRange(equivalent, 0, .1);
    }

    [Fact]
    public void Bayes_factors_of_a_large_study_without_a_cost_favour_none() =>
        Assert.True(Of(seed => Study(0, 1_000, seed).BayesFactor().Result.BayesFactor01).Count(factor => factor > 3) > .9 * Seeds);

    [Fact]
    public void Tests_of_equivalence_and_Bayes_factors_are_those_of_the_statistics_room()
    {
        StudyResult<TTestResult> test = Study(.2, 60, 5);
        double[] first = [.. test.Result.First], second = [.. test.Result.Second];
        Assert.Equal(Tost.Independent(first, second, -.3, .3, new() { Unit = EquivalenceUnit.StandardDeviations, EqualVariances = true }).P, test.Equivalence(-.3, .3).Result.P);
        Assert.Equal(BayesFactor.Independent(first, second).LogBayesFactor, test.BayesFactor().Result.LogBayesFactor);
        Assert.Contains("simulated", test.Equivalence(-.3, .3).Apa, StringComparison.Ordinal);
        Assert.Contains("simulated", test.BayesFactor().Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void A_multi_lab_replication_recovers_its_effect()
    {
        MetaAnalysisResult[] found = Of(seed => new MultiLabExperiment { Seed = seed }.MetaAnalysis().Result);
        AssertUnbiased([.. found.Select(one => one.Estimate)], .06);
        Assert.Equal(2 / Math.Sqrt(3_531), found.Average(one => one.StandardError), .004);
    }

    [Fact]
    public void Laboratories_share_out_all_people()
    {
        Assert.Equal(36, new MultiLabExperiment().Effects().Length);
        Assert.Equal(new MultiLabExperiment().Effects(), new MultiLabExperiment().Effects());
        Assert.Contains("36 laboratories, 3,531 people", new MultiLabExperiment().MetaAnalysis().Apa, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MultiLabExperiment { Participants = 100 }.Effects());
        Assert.Throws<ArgumentException>(() => new MultiLabExperiment { Labs = 0 }.Effects());
        Assert.Throws<ArgumentException>(() => new MultiLabExperiment { Effect = double.NaN }.Effects());
        Assert.Throws<ArgumentException>(() => new MultiLabExperiment { AssumedDeviation = -1 }.Effects());
    }

    private static StudyResult<TTestResult> Study(double cost, int participants, ulong seed) =>
        (ScoreExperiment.MemoryCost(cost, participants) with { Seed = seed }).Trials().GroupT("Free", "Suppress", options: new() { EqualVariances = true });

    private static bool IsEquivalent(double cost, int participants, ulong seed) => Study(cost, participants, seed).Equivalence(-.3, .3).Result.IsEquivalent;
}
