// A true onset of 300 ms with jitter: the jackknife recovers it without bias, the first significant bin does not.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class OnsetLatencyRecoveryTests
{
    // 40 % of the peak is reached when 40 % of the ramp has passed. docs/simulated-experiments.md says why these settings.
    private const double Fraction = 0.4;

    [Theory]
    [InlineData(20, .95)]
    [InlineData(40, .99)]
    [InlineData(74, 1)]
    public void Jackknife_latencies_are_unbiased(int participants, double found)
    {
        JackknifeLatencyResult?[] latencies = Of(seed => Latency(Course(participants, seed)));
        double[] onsets = [.. latencies.OfType<JackknifeLatencyResult>().Select(latency => latency.Latency - (Fraction * MimicryExperiment.VisibleFaces.Ramp))];
        Assert.True(onsets.Length >= found * Seeds, $"{onsets.Length} of {Seeds} averages have a peak and a crossing.");
        AssertUnbiased(onsets, MimicryExperiment.VisibleFaces.Latency);
    }

    [Fact]
    public void Intervals_of_latencies_hold_the_truth_nearly_as_often_as_they_say()
    {
        double truth = MimicryExperiment.VisibleFaces.Latency + (Fraction * MimicryExperiment.VisibleFaces.Ramp);
        int covered = Of(seed => Latency(Course(74, seed))!).Count(latency => latency.Interval.Contains(truth));
        Assert.InRange(covered, .9 * Seeds, .99 * Seeds);
    }

    [Fact]
    public void The_first_significant_bin_is_late_and_later_with_fewer_participants()
    {
        double[] medians = [.. new[] { 20, 40, 74 }.Select(participants => Median(Of(seed => Course(participants, seed)
            .FirstSignificantBinWhichIsNoLatency("Happy", "Neutral", options: new() { Permutations = 999, MaxDegreeOfParallelism = 1 })).OfType<double>()))];

        // 300 ms are true. An earlier simulation, of other noise, had 700, 600 and 500 ms.
        Assert.InRange(medians[0], .85, 1.05);
        Assert.InRange(medians[1], .65, .75);
        Assert.InRange(medians[2], .55, .65);
    }

    private static TimeCourse Course(int participants, ulong seed) =>
        new MimicryExperiment { Participants = participants, Seed = seed }.BinnedEpochs("zygomaticus").LogRatioTo(-2, 0).TimeCourse();

    // Null where an average of so few people has no peak or no crossing, which is an error that says so.
    private static JackknifeLatencyResult? Latency(TimeCourse course)
    {
        try
        {
            return course.Latency("Happy", "Neutral", course.LatencyOptions with { To = 1.5, Smoothing = 0.4, Criterion = LatencyCriterion.FractionOfPeak(Fraction) }).Result;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
