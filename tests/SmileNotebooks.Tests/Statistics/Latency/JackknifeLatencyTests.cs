namespace SmileNotebooks.Tests.Statistics.Latency;

public class JackknifeLatencyTests
{
    private const int Rate = 50;
    private const int Samples = 125;
    private const double Start = -0.5;

    private static readonly JackknifeLatencyOptions Options = new() { SamplingRate = Rate, StartTime = Start };
    private static readonly JackknifeLatencyOptions Onset = Options with { Criterion = LatencyCriterion.ExtrapolatedOnset() };

    [Fact]
    public void A_course_without_noise_has_its_own_latency()
    {
        double[,] courses = Responses(1, 4, onset: 0.3, jitter: 0, noise: 0);
        JackknifeLatencyResult half = JackknifeLatency.Estimate(courses, Options);
        Assert.Equal(0.65, half.Latency, 1e-12);
        Assert.Equal(0, half.StandardError, 1e-12);
        Assert.Equal(0.3, JackknifeLatency.Estimate(courses, Onset).Latency, 1e-12);
        Assert.Equal(0.3 + (0.7 * 0.2), JackknifeLatency.Estimate(courses, Options with { Criterion = LatencyCriterion.FractionOfPeak(.2) }).Latency, 1e-12);
    }

    [Fact]
    public void A_decrease_is_measured_as_an_increase_is()
    {
        double[,] courses = Responses(1, 6, 0.3, 0.05, 0.1);
        double[,] turned = Map(courses, value => -value);
        Assert.Equal(JackknifeLatency.Estimate(courses, Options).LeaveOneOut, JackknifeLatency.Estimate(turned, Options with { Decrease = true }).LeaveOneOut);
    }

    [Fact]
    public void A_fixed_level_is_crossed_between_samples()
    {
        double[,] courses = { { 0, 1, 2, 3 }, { 0, 1, 2, 3 } };
        JackknifeLatencyOptions options = new() { SamplingRate = 1, Criterion = LatencyCriterion.AtLevel(1.25) };
        Assert.Equal(1.25, JackknifeLatency.Estimate(courses, options).Latency, 1e-12);
    }

    [Fact]
    public void Standard_error_is_that_of_Miller_Patterson_and_Ulrich()
    {
        // Latencies without each of three participants, by hand: averages of ramps that begin at 1, 2 and 6 and never bend reach a level at the mean of the others' times.
        double[] onsets = [1, 2, 6];
        double[,] courses = new double[3, 40];
        for (int i = 0; i < 3; i++)
        {
            for (int sample = 0; sample < 40; sample++)
            {
                courses[i, sample] = sample - onsets[i];
            }
        }

        JackknifeLatencyResult result = JackknifeLatency.Estimate(courses, new JackknifeLatencyOptions { SamplingRate = 1, Criterion = LatencyCriterion.AtLevel(10) });
        Assert.Equal([14, 13.5, 11.5], result.LeaveOneOut.Select(latency => Math.Round(latency, 9)));
        Assert.Equal(13, result.Latency, 1e-12);

        // The jackknife of a mean is its own standard error: the standard deviation of 1, 2 and 6 over the root of 3.
        Assert.Equal(Math.Sqrt(7.0 / 3), result.StandardError, 1e-12);
        Assert.Equal(13 - (StudentT.Quantile(.975, 2) * Math.Sqrt(7.0 / 3)), result.Interval.Lower, 1e-10);
    }

    [Fact]
    public void Onset_of_300_ms_is_recovered_and_its_interval_covers_it()
    {
        const int Experiments = 1_000;
        double[] latencies = new double[Experiments];
        double[] errors = new double[Experiments];
        int covered = 0;
        Parallel.For(0, Experiments, experiment =>
        {
            JackknifeLatencyResult result = JackknifeLatency.Estimate(Responses((ulong)experiment, 40, 0.3, 0.05, 0.128), Onset);
            latencies[experiment] = result.Latency;
            errors[experiment] = result.StandardError;
            if (result.Interval.Contains(0.3))
            {
                Interlocked.Increment(ref covered);
            }
        });
        double mean = latencies.Average();
        double deviation = Math.Sqrt(latencies.Average(latency => (latency - mean) * (latency - mean)));
        Assert.InRange(mean, 0.295, 0.305);
        Assert.InRange(errors.Order().ElementAt(Experiments / 2) / deviation, 0.85, 1.2);

        // Nominally 95 %; the line through two crossings is noisier than the jackknife knows, and 92 % were found.
        Assert.InRange(covered / (double)Experiments, 0.90, 0.97);
    }

    [Fact]
    public void A_delay_of_160_ms_between_conditions_is_recovered()
    {
        double[] differences = new double[300];
        Parallel.For(0, differences.Length, experiment => differences[experiment] =
            JackknifeLatency.Paired(Responses((ulong)experiment, 30, 0.46, 0.05, 0.128), Responses((ulong)experiment + 5_000, 30, 0.3, 0.05, 0.128), Options).Difference);
        Assert.InRange(differences.Average(), 0.155, 0.165);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Equal_onsets_differ_significantly_in_one_of_twenty_experiments(bool paired)
    {
        const int Experiments = 1_000;
        int found = 0;
        Parallel.For(0, Experiments, experiment =>
        {
            double[,] first = Responses((ulong)experiment, 24, 0.3, 0.05, 0.128);
            double[,] second = Responses((ulong)experiment + 50_000, 24, 0.3, 0.05, 0.128);
            JackknifeLatencyComparison result = paired ? JackknifeLatency.Paired(first, second, Options) : JackknifeLatency.Independent(first, second, Options);
            if (result.P <= 0.05)
            {
                Interlocked.Increment(ref found);
            }
        });

        // Binomial 99.9 % limits of 5 %.
        Assert.InRange(found, 28, 73);
    }

    [Fact]
    public void The_first_significant_sample_is_later_than_the_onset_and_the_later_the_fewer_participants_there_are()
    {
        Assert.InRange(MedianStartOfFirstCluster(20) - MedianStartOfFirstCluster(60), 0.02, 0.5);
        Assert.InRange(MedianStartOfFirstCluster(60), 0.34, 0.8);
    }

    [Fact]
    public void Sentence_says_what_a_paper_needs()
    {
        JackknifeLatencyResult one = JackknifeLatency.Estimate(Responses(1, 20, 0.3, 0.05, 0.1), Onset);
        Assert.StartsWith("Latency (line through 25% and 75% of the peak, jackknife, n = 20) = 0.", one.Apa, StringComparison.Ordinal);
        JackknifeLatencyComparison two = JackknifeLatency.Paired(Responses(1, 20, 0.46, 0.05, 0.1), Responses(2, 20, 0.3, 0.05, 0.1), Options);
        Assert.Matches(@"^Latency difference \(50% of the peak, jackknife\) = 0\.1\d\d s, t\(19\) = \d+\.\d\d, p < \.001, 95% CI \[0\.\d+, 0\.\d+\]$", two.Apa);
        Assert.Equal(3, two.ToTable().Rows.Length);
        Assert.Single(one.ToTable().Rows);
    }

    [Fact]
    public void Records_give_the_same_result_as_matrices()
    {
        double[,] courses = Responses(1, 8, 0.3, 0.05, 0.1);
        double[][] rows = [.. Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, Samples).Select(sample => courses[i, sample]).ToArray())];
        Assert.Equal(JackknifeLatency.Estimate(courses, Options).LeaveOneOut, JackknifeLatency.Estimate(rows, row => row, Options).LeaveOneOut);
        Assert.Equal(0, JackknifeLatency.Paired(rows, row => row, row => row, Options).T);
    }

    [Fact]
    public void What_cannot_be_measured_is_an_error_that_says_why()
    {
        double[,] courses = Responses(1, 5, 0.3, 0.05, 0.1);
        AssertMessage("no negative peak", () => JackknifeLatency.Estimate(Map(courses, Math.Abs), Options with { Decrease = true }));
        AssertMessage("from the beginning of the window", () => JackknifeLatency.Estimate(Map(courses, value => value + 10), Options));
        AssertMessage("never reaches 100", () => JackknifeLatency.Estimate(courses, Options with { Criterion = LatencyCriterion.AtLevel(100) }));
        AssertMessage("holds 0 of 125 samples", () => JackknifeLatency.Estimate(courses, Options with { From = 5 }));
        AssertMessage("Too few participants: found 1, expected at least 2", () => JackknifeLatency.Estimate(Responses(1, 1, 0.3, 0, 0), Options));
        AssertMessage("sampling rate is 0", () => JackknifeLatency.Estimate(courses, new JackknifeLatencyOptions { SamplingRate = 0 }));
        AssertMessage("the second", () => JackknifeLatency.Paired(courses, Responses(1, 4, 0.3, 0, 0), Options));
        AssertMessage("share of the peak is 1.5", () => LatencyCriterion.FractionOfPeak(1.5));
        AssertMessage("lower to be smaller", () => LatencyCriterion.ExtrapolatedOnset(.7, .2));
        AssertMessage("level is -1", () => LatencyCriterion.AtLevel(-1));
        AssertMessage("from 5 s to the last holds", () => JackknifeLatency.Estimate(courses, Options with { From = 5 }));
        AssertMessage("in the second condition has no positive peak", () => JackknifeLatency.Paired(courses, Map(courses, _ => 0), Options));
        courses[3, 7] = double.NaN;
        AssertMessage("participant 3 at sample 7 is NaN", () => JackknifeLatency.Estimate(courses, Options));
        JackknifeLatencyOptions drop = Options with { Missing = MissingValues.DropParticipants };
        Assert.Equal([3], JackknifeLatency.Estimate(courses, drop).Dropped.Rows);
        AssertMessage("of the second group", () => JackknifeLatency.Independent(Responses(1, 5, 0.3, 0.05, 0.1), courses, Options));
        string? note = JackknifeLatency.Independent(Responses(1, 5, 0.3, 0.05, 0.1), courses, drop).ToTable().Note;
        Assert.Contains("second group: 1 row dropped (3)", note, StringComparison.Ordinal);
    }

    private static void AssertMessage(string part, Action action) => Assert.Contains(part, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static double MedianStartOfFirstCluster(int participants)
    {
        double[] starts = new double[200];
        Parallel.For(0, starts.Length, experiment =>
        {
            ClusterTestResult result = ClusterTest.OneSample(
                Responses((ulong)experiment, participants, 0.3, 0.05, 0.128, spread: 0.6),
                new ClusterTestOptions { SamplingRate = Rate, StartTime = Start, Permutations = 199, MaxDegreeOfParallelism = 1 });
            starts[experiment] = result.Significant().IsEmpty ? double.PositiveInfinity : result.TimeOf(result.Significant()[0].Start);
        });
        return starts.Order().ElementAt(starts.Length / 2);
    }

    // A ramp of 700 ms to a plateau, whose height differs between participants, in autocorrelated noise.
    private static double[,] Responses(ulong seed, int participants, double onset, double jitter, double noise, double spread = 0.15)
    {
        double[,] courses = new double[participants, Samples];
        RandomStream random = new(seed, 3);
        for (int participant = 0; participant < participants; participant++)
        {
            double begin = onset + (jitter * random.NextGaussian());
            double height = 0.5 + (noise == 0 ? 0 : spread * random.NextGaussian());
            double state = random.NextGaussian();
            for (int sample = 0; sample < Samples; sample++)
            {
                double time = Start + (sample / (double)Rate);
                courses[participant, sample] = (height * Math.Clamp((time - begin) / 0.7, 0, 1)) + (noise * state);
                state = (0.23 * state) + (Math.Sqrt(1 - (0.23 * 0.23)) * random.NextGaussian());
            }
        }

        return courses;
    }

    private static double[,] Map(double[,] courses, Func<double, double> change)
    {
        double[,] changed = (double[,])courses.Clone();
        for (int i = 0; i < changed.Length; i++)
        {
            changed[i / changed.GetLength(1), i % changed.GetLength(1)] = change(changed[i / changed.GetLength(1), i % changed.GetLength(1)]);
        }

        return changed;
    }
}
