// Masked faces between groups: how often a test finds responses of which size, and how often it finds what is not there.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class MaskedFacesRecoveryTests
{
    private const int Experiments = 2_000;

    [Fact]
    public void Without_responses_5_percent_of_tests_are_significant()
    {
        // 99.9 % of the Monte-Carlo error of 2,000 experiments: 1.6 percentage points.
        Assert.Equal(.05, PowerAt(0, Experiments), 3.29 * Math.Sqrt(.05 * .95 / Experiments));
    }

    [Fact]
    public void Power_rises_with_the_size_of_responses()
    {
        double[] power = [.. new[] { 0, .25, .5, .75, 1 }.Select(amplitude => PowerAt(amplitude, Seeds))];
        Assert.Equal(power.Order(), power);

        // Two groups of 40 and a standardised difference near .7 have a power near .85; near .35, a third.
        Assert.InRange(power[2], .3, .6);
        Assert.InRange(power[4], .75, .95);
    }

    [Fact]
    public void The_mean_of_a_group_is_as_large_as_the_slider_says() => AssertUnbiased(
        Of(seed => Trials(.5, seed) is var trials ? trials.Values("Happy").Average() - trials.Values("Neutral").Average() : 0), .5 * .167);

    [Fact]
    public void Without_responses_5_percent_of_cluster_tests_are_significant()
    {
        // 400 experiments: 95 % of the Monte-Carlo error is 2.1 percentage points, 99.9 % 3.6.
        const int Many = 400;
        double found = Power.Simulate(seed => LeastClusterP(Courses(0, 40, seed)), new PowerOptions { Simulations = Many }).Power;
        Assert.Equal(.05, found, 3.29 * Math.Sqrt(.05 * .95 / Many));
    }

    [Fact]
    public void The_first_significant_bin_of_groups_is_late_and_their_jackknife_latency_is_not()
    {
        // Each response begins at 300 ms. 40 % of the peak is reached when 40 % of the ramp, .28 s, has passed.
        double?[] first = Of(seed => Courses(1, 40, seed).FirstSignificantBinWhichIsNoLatency("Happy", "Neutral", options: Quick));
        JackknifeLatencyResult?[] latencies = Of(seed => Latency(Courses(1, 40, seed)));
        Assert.InRange(Median(first.OfType<double>()), .6, 2);
        Assert.True(latencies.OfType<JackknifeLatencyResult>().Count() >= .9 * Seeds);
        AssertUnbiased([.. latencies.OfType<JackknifeLatencyResult>().Select(latency => latency.Latency - .28)], MimicryExperiment.VisibleFaces.Latency);
        int covered = latencies.OfType<JackknifeLatencyResult>().Count(latency => latency.Interval.Contains(MimicryExperiment.VisibleFaces.Latency + .28));
        Assert.InRange(covered, .85 * Seeds, .99 * Seeds);
    }

    private static ClusterTestOptions Quick => new() { Permutations = 199, MaxDegreeOfParallelism = 1 };

    private static GroupCourses Courses(double amplitude, int each, ulong seed) =>
        (MimicryExperiment.MaskedFaces(amplitude) with { Participants = 2 * each, Conditions = ["Happy", "Neutral"], Seed = seed }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0).GroupCourses();

    private static double LeastClusterP(GroupCourses courses) => courses.Clusters("Happy", "Neutral", Quick).Result.Clusters.Select(cluster => cluster.P).Append(1).Min();

    private static JackknifeLatencyResult? Latency(GroupCourses courses) =>
        courses.TryLatency("Happy", "Neutral", courses.LatencyOptions with { To = 1.5, Smoothing = 0.4, Criterion = LatencyCriterion.FractionOfPeak(0.4) })?.Result;

    private static double PowerAt(double amplitude, int experiments) => Power.Simulate(
        seed => TTest.Independent(GroupMeans(Trials(amplitude, seed), "Happy"), GroupMeans(Trials(amplitude, seed), "Neutral")).P,
        new PowerOptions { Simulations = experiments }).Power;

    private static double[] GroupMeans(TrialTable trials, string group) =>
        [.. trials.Where(trial => trial.Group == group).GroupBy(trial => trial.Participant).Select(own => own.Average(trial => trial.Value))];

    private static TrialTable Trials(double amplitude, ulong seed) => (MimicryExperiment.MaskedFaces(amplitude) with { Seed = seed }).BinnedEpochs("zygomaticus", -2, 4).Window();
}
