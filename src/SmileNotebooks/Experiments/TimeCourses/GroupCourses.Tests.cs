// Tests between groups over time.
namespace SmileNotebooks;

public sealed partial record GroupCourses
{
    /// <summary>The cluster permutation test of two groups over time: participants are dealt anew to the groups (Maris and Oostenveld, 2007). Times of clusters are those of
    /// the beginnings of bins.</summary>
    /// <param name="first">A group.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="options">By default 9,999 permutations, clusters by mass. Sampling rate and start are filled in.</param>
    /// <exception cref="ArgumentException">No such group, or fewer than two participants in one.</exception>
    public StudyResult<ClusterTestResult> Clusters(string first, string second, ClusterTestOptions? options = null) => Study(
        ClusterTest.Independent(this[first].Matrix(), this[second].Matrix(), (options ?? new()) with { SamplingRate = SamplingRate, StartTime = Times[0] - (BinWidth / 2) }),
        first,
        second);

    /// <summary>Welch's t test of two groups in each bin of a stretch of time, with p corrected after Holm for their number.</summary>
    /// <param name="first">A group.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="from">Where the stretch begins: seconds from the event; by default 0. Bins whose middle lies in it are tested.</param>
    /// <param name="to">Where it ends, excluded; by default 1.</param>
    /// <exception cref="ArgumentException">No such group, fewer than two participants in one, or no bin in the stretch.</exception>
    public StudyResult<BinComparisons> BinTests(string first, string second, double from = 0, double to = 1)
    {
        GroupCourse one = this[first], other = this[second];
        int[] bins = [.. Enumerable.Range(0, Times.Length).Where(time => Times[time] >= from && Times[time] < to)];
        if (bins.Length == 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"No bin lies from {from} to {to} s; bins are from {Times[0]:0.######} to {Times[^1]:0.######} s."), nameof(from));
        }

        TTestResult[] tests =
        [
            .. bins.Select(time => TTest.Independent((double[])[.. one.Values.Select(course => course[time])], (double[])[.. other.Values.Select(course => course[time])])
                with { FirstName = first, SecondName = second }),
        ];
        AdjustedPValues holm = Multiplicity.Holm([.. tests.Select(test => test.P)]);
        return Study(
            new BinComparisons(first, second, [.. bins.Select((time, at) => new BinComparison(Times[time] - (BinWidth / 2), Times[time] + (BinWidth / 2), tests[at], holm.Adjusted[at]))]), first, second);
    }

    /// <summary>Options for latencies of these courses: their rate and the time of the first bin, from the event on.</summary>
    public JackknifeLatencyOptions LatencyOptions => new() { SamplingRate = SamplingRate, StartTime = Times[0], From = 0 };

    /// <summary>When the response of a group begins beyond that of another: the jackknife latency of the difference of their means.</summary>
    /// <remarks>As for <see cref="TimeCourse.Latency"/>, the latency is that of a fraction of the peak: later than the onset. The course of one group alone would not do: the
    /// logarithm of a bin over the mean of many is below 0 on average where nothing happens, which only the difference takes away.</remarks>
    /// <param name="first">A group.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="options">By default <see cref="LatencyOptions"/>; rate and start are filled in.</param>
    /// <exception cref="ArgumentException">No such group, fewer than two participants in one, or no peak above zero in the window.</exception>
    public StudyResult<JackknifeLatencyResult> Latency(string first, string second, JackknifeLatencyOptions? options = null) =>
        Study(JackknifeLatency.OfGroups(this[first].Matrix(), this[second].Matrix(), Filled(options)), first, second);

    /// <summary>The same, or null where the difference, or that without one participant, has no peak or no crossing in the window: as small groups have it now and then. For
    /// counting over many simulated experiments.</summary>
    /// <inheritdoc cref="Latency"/>
    public StudyResult<JackknifeLatencyResult>? TryLatency(string first, string second, JackknifeLatencyOptions? options = null)
    {
        // What is wrong with the question is an error here too.
        int least = Math.Min(this[first].Values.Length, this[second].Values.Length);
        _ = new LatencySearch(Filled(options), Times.Length);
        try
        {
            return Latency(first, second, options);
        }
        catch (ArgumentException) when (least > 1)
        {
            return null;
        }
    }

    /// <summary>When the first significant cluster begins, after the event: <b>not</b> an onset latency. It comes later the smaller the groups are, and is here to show so;
    /// use <see cref="Latency"/>.</summary>
    /// <param name="first">A group.</param>
    /// <param name="second">Another.</param>
    /// <param name="level">Up to which p a cluster counts; by default .05.</param>
    /// <param name="options">As for <see cref="Clusters"/>.</param>
    /// <returns>Seconds from the event; null where no cluster is significant.</returns>
    public double? FirstSignificantBinWhichIsNoLatency(string first, string second, double level = 0.05, ClusterTestOptions? options = null) =>
        CourseMath.FirstSignificant(Clusters(first, second, options).Result, level);

    private JackknifeLatencyOptions Filled(JackknifeLatencyOptions? options) => (options ?? LatencyOptions) with { SamplingRate = SamplingRate, StartTime = Times[0] };

    /// <summary>What a comparison of two of these groups is about.</summary>
    internal string About(string first, string second) => $"{Muscle}, {first} - {second}, {Measure}";

    private StudyResult<T> Study<T>(T result, string first, string second)
        where T : IStatisticalResult =>
        new(result, About(first, second), Simulated) { Exclusions = Exclusions, Conditions = [first, second], BinWidth = BinWidth };
}
