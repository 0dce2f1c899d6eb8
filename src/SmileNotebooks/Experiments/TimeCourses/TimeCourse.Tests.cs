// Tests over time.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record TimeCourse
{
    /// <summary>The cluster permutation test of two conditions over time. Times of clusters are those of the beginnings of bins.</summary>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="options">By default 9,999 sign flips, clusters by mass. Sampling rate and start are filled in.</param>
    /// <exception cref="ArgumentException">No such condition, or fewer than two participants.</exception>
    public StudyResult<ClusterTestResult> Clusters(string first, string second, ClusterTestOptions? options = null) => Study(
        ClusterTest.Paired(this[first].Matrix(), this[second].Matrix(), (options ?? new()) with { SamplingRate = SamplingRate, StartTime = Times[0] - (BinWidth / 2) }),
        first,
        second);

    /// <summary>Options for latencies of this course: its rate and the time of its first bin, from the event on. <c>course.LatencyOptions with { To = 4 }</c>.</summary>
    public JackknifeLatencyOptions LatencyOptions => new() { SamplingRate = SamplingRate, StartTime = Times[0], From = 0 };

    /// <summary>When the response of a condition begins beyond that of another: the jackknife latency of the difference of both courses.</summary>
    /// <remarks>A bin stands for its middle. The latency is that of a fraction of the peak, by default half: later than the onset, by as much in all conditions whose
    /// responses rise alike; <see cref="LatencyCriterion.ExtrapolatedOnset"/> estimates the onset itself.</remarks>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="options">By default <see cref="LatencyOptions"/>; rate and start are filled in.</param>
    /// <exception cref="ArgumentException">No such condition, fewer than two participants, or no peak above zero in the window (where first is below second, ask for a decrease).</exception>
    public StudyResult<JackknifeLatencyResult> Latency(string first, string second, JackknifeLatencyOptions? options = null) => Study(
        JackknifeLatency.Estimate(Difference(first, second), Filled(options)), first, second);

    /// <summary>The difference of the latencies of two conditions, each counted from its own baseline.</summary>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="options">By default <see cref="LatencyOptions"/>; rate and start are filled in.</param>
    /// <exception cref="ArgumentException">No such condition, fewer than two participants, or no peak above zero in the window.</exception>
    public StudyResult<JackknifeLatencyComparison> LatencyDifference(string first, string second, JackknifeLatencyOptions? options = null) => Study(
        JackknifeLatency.Paired(this[first].Matrix(), this[second].Matrix(), Filled(options)), first, second);

    /// <summary>When the first significant cluster begins, after the event: <b>not</b> an onset latency. It comes later the fewer participants there are, and is here to show
    /// so; use <see cref="Latency"/>.</summary>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another.</param>
    /// <param name="level">Up to which p a cluster counts; by default .05.</param>
    /// <param name="options">As for <see cref="Clusters"/>.</param>
    /// <returns>Seconds from the event; null where no cluster is significant.</returns>
    public double? FirstSignificantBinWhichIsNoLatency(string first, string second, double level = 0.05, ClusterTestOptions? options = null) =>
        CourseMath.FirstSignificant(Clusters(first, second, options).Result, level);

    /// <summary>Times at which a t test of each bin by itself, uncorrected, has p below a level. Some lie before the event by chance: not a test of anything, and no
    /// latency; here to show so.</summary>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another.</param>
    /// <param name="level">By default .05.</param>
    public ImmutableArray<double> UncorrectedSignificantTimes(string first, string second, double level = 0.05)
    {
        ClusterTestResult test = Clusters(first, second, new() { Permutations = 1 }).Result;
        double critical = StudentT.UpperQuantile(level / 2, test.DegreesOfFreedom);
        return [.. Times.Where((_, time) => Math.Abs(test.T[time]) > critical)];
    }

    private JackknifeLatencyOptions Filled(JackknifeLatencyOptions? options) => (options ?? LatencyOptions) with { SamplingRate = SamplingRate, StartTime = Times[0] };

    private double[,] Difference(string first, string second)
    {
        double[,] difference = this[first].Matrix(), other = this[second].Matrix();
        for (int participant = 0; participant < Participants.Length; participant++)
        {
            for (int time = 0; time < Times.Length; time++)
            {
                difference[participant, time] -= other[participant, time];
            }
        }

        return difference;
    }

    /// <summary>What a comparison of two conditions of this course is about.</summary>
    internal string About(string first, string second) => $"{Muscle}, {first} - {second}, {Measure}";

    private StudyResult<T> Study<T>(T result, string first, string second)
        where T : IStatisticalResult =>
        new(result, About(first, second), Simulated) { Exclusions = Exclusions, Conditions = [first, second], BinWidth = BinWidth };
}
