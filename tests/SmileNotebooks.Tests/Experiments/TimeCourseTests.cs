namespace SmileNotebooks.Tests.Experiments;

public sealed class TimeCourseTests
{
    private static readonly string[] s_conditions = ["Happy", "Neutral"];

    [Fact]
    public void Bins_are_counted_trial_by_trial_and_then_averaged()
    {
        TimeCourse course = Signals.Study(s_conditions, [[2, 8], [1]], [[4, 4], [1]]).Epochs("Happy Neutral", -0.5, 0.5).LogRatioTo(-0.5, 0).Bins(0.5).TimeCourse();

        Assert.Equal([-0.25, 0.25], course.Times);
        Assert.Equal((2.0, 0.5, "log ratio to baseline (-0.5 to 0 s)"), (course.SamplingRate, course.BinWidth, course.Measure));
        Assert.Equal(Math.Log(4), course["Happy"].Values[0][1], 1e-14);
        Assert.Equal(Math.Log(4), course["Happy"].Mean[1], 1e-14);
        Assert.Equal(0, course["Neutral"].Mean[1], 1e-14);
    }

    [Fact]
    public void Bands_are_the_within_subject_intervals_of_each_time()
    {
        TimeCourse course = Signals.Study(s_conditions, [[2], [1]], [[3], [1.5]], [[5], [1.2]]).Epochs("Happy Neutral", -0.5, 0.5).LogRatioTo(-0.5, 0).Bins(0.5).TimeCourse();

        WithinSubjectResult expected = WithinSubject.Of(new double[,] { { Math.Log(2), 0 }, { Math.Log(3), Math.Log(1.5) }, { Math.Log(5), Math.Log(1.2) } });

        Assert.Equal(expected.Conditions[0].Within.Lower, course["Happy"].Lower[1], 1e-13);
        Assert.Equal(expected.Conditions[1].Within.Upper, course["Neutral"].Upper[1], 1e-13);
        Assert.StartsWith("within-subject 95%", course.BandMethod, StringComparison.Ordinal);
    }

    [Fact]
    public void Moments_keep_their_time_and_bins_have_that_of_their_middle()
    {
        Epochs epochs = Signals.Study(s_conditions, [[2], [1]], [[3], [1]]).Epochs("Happy Neutral", -0.5, 0.5);

        Assert.Equal(-0.5, epochs.TimeCourse().Times[0]);
        Assert.Equal(-0.5, epochs.Every(0.2).TimeCourse().Times[0]);
        Assert.Equal(-0.4, epochs.Bins(0.2).TimeCourse().Times[0], 1e-15);
    }

    [Fact]
    public void Who_lacks_a_condition_is_left_out_with_the_reason()
    {
        TimeCourse course = Signals.Study(s_conditions, [[2], [1]], [[3], []], [[3], [0]]).Epochs("Happy Neutral", -0.5, 0.5).LogRatioTo(-0.5, 0).Bins(0.5).TimeCourse();

        Assert.Equal(["01"], course.Participants);
        Assert.Equal(
            [
                "02, zygomaticus, Neutral: no event of this condition in the recording",
                "03, zygomaticus, Neutral 1: the amplitude of a bin is 0 over a baseline of 1, which has no finite log ratio to baseline (-0.5 to 0 s)",
                "02, zygomaticus: left out of the course: no trial is left of Neutral",
                "03, zygomaticus: left out of the course: no trial is left of Neutral",
            ],
            course.Exclusions.Select(exclusion => exclusion.ToString()));
    }

    [Fact]
    public void One_participant_has_means_without_bands()
    {
        TimeCourse course = Signals.Study(s_conditions, [[2], [1]]).Epochs("Happy Neutral", -0.5, 0.5).TimeCourse();

        Assert.Equal(2, course["Happy"].Mean[^1]);
        Assert.All(course["Happy"].Lower, limit => Assert.True(double.IsNaN(limit)));
        Assert.Throws<ArgumentException>(() => course.Clusters("Happy", "Neutral"));
    }

    [Fact]
    public void One_condition_has_ordinary_intervals()
    {
        TimeCourse course = Signals.Study(["Happy"], [[2]], [[4]]).Epochs("Happy", -0.5, 0.5).TimeCourse();

        Assert.Equal(3, course["Happy"].Mean[^1]);
        Assert.Equal("95% confidence intervals of the mean, at each time by itself", course.BandMethod);
        Assert.True(course["Happy"].Lower[^1] < 3);
    }

    [Fact]
    public void Clusters_speak_in_seconds_from_the_event()
    {
        StudyResult<ClusterTestResult> clusters = Responding(seed: 1).Clusters("Happy", "Neutral");

        Cluster largest = clusters.Result.Significant().MaxBy(cluster => cluster.Size)!;
        Assert.InRange(clusters.Result.TimeOf(largest.Start), 0.2, 0.9);
        Assert.Equal(3, clusters.Result.TimeOf(largest.End), 0.11);
        Assert.Equal(["Happy", "Neutral"], clusters.Conditions);
        Assert.StartsWith("zygomaticus, Happy - Neutral, amplitude (mV): ", clusters.Apa, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Happy\"", clusters.ToFigure()!.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Latencies_are_those_of_the_difference_and_bins_stand_for_their_middle()
    {
        TimeCourse course = Responding(1, noise: 0.001);

        // A ramp from .3 to 1.0 s whose half lies at .65 s: bins that stood for their beginnings would come out .05 s early.
        StudyResult<JackknifeLatencyResult> latency = course.Latency("Happy", "Neutral", course.LatencyOptions with { Smoothing = 0 });

        Assert.Equal(0.65, latency.Result.Latency, 0.002);
        Assert.Equal(-0.95, latency.Result.StartTime, 1e-12);
        Assert.NotNull(latency.ToFigure());
    }

    [Fact]
    public void The_first_significant_bin_is_shown_to_be_no_latency()
    {
        double[] few = [.. Enumerable.Range(1, 10).Select(seed => Responding(seed, people: 12, noise: 0.8).FirstSignificantBinWhichIsNoLatency("Happy", "Neutral", options: new() { Permutations = 999 }) ?? 3)];
        double[] many = [.. Enumerable.Range(1, 10).Select(seed => Responding(seed, people: 60, noise: 0.8).FirstSignificantBinWhichIsNoLatency("Happy", "Neutral", options: new() { Permutations = 999 }) ?? 3)];

        Assert.True(few.Average() > many.Average() + 0.05, $"{few.Average()} s with 12 people, {many.Average()} s with 60");
        Assert.True(many.Average() > 0.3);
        Assert.Contains(Responding(1).UncorrectedSignificantTimes("Happy", "Neutral"), time => time > 1);
    }

    [Fact]
    public void Unknown_conditions_are_errors_that_name_those_that_there_are() =>
        Assert.Contains("There is no condition Sad; conditions are Happy, Neutral.", Signals.Message<ArgumentException>(() => Responding(1).Clusters("Sad", "Neutral")), StringComparison.Ordinal);

    /// <summary>Amplitudes around 1 in bins of 100 ms from -1 to 3 s; Happy rises from 0.3 to 1.0 s by 1.</summary>
    private static TimeCourse Responding(int seed, int people = 20, double noise = 0.3)
    {
        RandomStream random = new((ulong)seed);
        string[] conditions = ["Happy", "Neutral"];
        Epoch[] epochs = [.. Enumerable.Range(1, people).SelectMany(person => conditions.Select(condition => new Epoch(
            $"{person:00}", condition, 1, 1, 0, Enumerable.Range(0, 40).Select(bin => 1 + (noise * random.NextGaussian()) + (condition == "Happy" ? Rise(-0.95 + (0.1 * bin)) : 0)).ToArray())))];
        return new Epochs
        {
            Items = [.. epochs], Muscle = "zygomaticus", Unit = "mV", SamplingRate = 10, From = -1, Samples = 40, Conditions = [.. conditions], IsAmplitude = true, BinWidth = 0.1,
        }.TimeCourse();
    }

    private static double Rise(double time) => Math.Clamp((time - 0.3) / 0.7, 0, 1);
}
