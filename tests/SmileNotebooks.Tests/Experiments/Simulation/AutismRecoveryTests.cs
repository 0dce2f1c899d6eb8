// Later or less often: what each account predicts, and whether a study can tell them apart, over 200 seeds.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class AutismRecoveryTests
{
    private const int Participants = 120;

    private static readonly Lazy<LaterOrLess[]> s_later = new(() => Studies(AutismAccount.Later, 12));
    private static readonly Lazy<LaterOrLess[]> s_lessOften = new(() => Studies(AutismAccount.LessOften, 12));
    private static readonly Lazy<LaterOrLess[]> s_voluntary = new(() => Studies(AutismAccount.Later, 4, MimicryTask.Voluntary));

    // Latencies of averages have a bias of their own (docs/simulated-experiments.md, Onset latency), and it is the same in both groups.
    [Fact]
    public void A_delay_is_recovered_in_latency_and_absent_in_size()
    {
        Assert.Equal(MimicryExperiment.AutismDelay, Latencies(s_later.Value).Average(), .02);
        AssertUnbiased([.. s_later.Value.Select(study => study.Less.Estimate)], 0);
    }

    [Fact]
    public void Fewer_responses_are_recovered_in_size_and_absent_in_latency()
    {
        AssertUnbiased([.. s_lessOften.Value.Select(study => study.Less.Estimate)], .5 * .167);
        Assert.Equal(0, Latencies(s_lessOften.Value).Average(), .025);
    }

    // 99.9 % of the Monte-Carlo error of 200 studies: 5.1 percentage points.
    [Fact]
    public void Where_there_is_no_difference_at_most_5_percent_of_tests_find_one()
    {
        double limit = .05 + (3.29 * Math.Sqrt(.05 * .95 / Seeds));
        Assert.InRange(s_later.Value.Count(study => study.Less.P < .05) / (double)Seeds, 0, limit);
        Assert.InRange(s_lessOften.Value.Count(study => study.Later?.P < .05) / (double)Seeds, 0, limit);
        Assert.InRange(s_voluntary.Value.Count(study => study.Less.P < .05) / (double)Seeds, 0, limit);
        Assert.InRange(s_voluntary.Value.Count(study => study.Later?.P < .05) / (double)Seeds, 0, limit);
    }

    [Fact]
    public void A_large_study_tells_the_accounts_apart()
    {
        Assert.True(s_later.Value.Count(study => study.Verdict == LaterOrLessVerdict.Later) >= .9 * Seeds);
        Assert.True(s_lessOften.Value.Count(study => study.Verdict == LaterOrLessVerdict.Less) >= .85 * Seeds);
    }

    [Fact]
    public void A_small_study_of_few_trials_does_not()
    {
        int right = Of(seed => Study(AutismAccount.Later, 2, seed, participants: 40).Verdict).Count(verdict => verdict == LaterOrLessVerdict.Later)
            + Of(seed => Study(AutismAccount.LessOften, 2, seed, participants: 40).Verdict).Count(verdict => verdict == LaterOrLessVerdict.Less);
        Assert.InRange(right / (2.0 * Seeds), .3, .7);
    }

    [Fact]
    public void In_the_voluntary_task_the_groups_are_alike()
    {
        AssertUnbiased([.. s_voluntary.Value.Select(study => study.Less.Estimate)], 0);
        AssertUnbiased(Latencies(s_voluntary.Value), 0);
    }

    [Fact]
    public void A_comparison_says_what_it_is_of_and_that_the_data_were_simulated()
    {
        StudyResult<LaterOrLess> found = Compare(AutismAccount.Later, 8, 1, 40, MimicryTask.Spontaneous);
        Assert.StartsWith("zygomaticus, autistic against not autistic, Happy - Neutral, log ratio", found.Apa, StringComparison.Ordinal);
        Assert.Contains("simulated from published and chosen parameters, seed 1", found.Apa, StringComparison.Ordinal);
        Assert.Equal(2, found.ToTable().Rows.Length);
    }

    [Fact]
    public void Without_a_peak_there_is_no_latency_and_the_verdict_stays_open_or_says_less()
    {
        Epochs none = (MimicryExperiment.Autism(AutismAccount.Later) with { Participants = 8, TrialsPerCondition = 1, Amplitude = 0 }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0);
        Epochs falling = none with { Items = [.. none.Items.Select(epoch => epoch with { Samples = Falling(epoch.Condition == "Happy") })] };
        LaterOrLess found = LaterOrLess.Compare(falling with { Items = [.. falling.Items.Select((epoch, at) => epoch with { Samples = Jittered(epoch.Samples, at) })] }, "autistic", "not autistic", "Happy", "Neutral").Result;
        Assert.Null(found.Later);
        Assert.NotEqual(LaterOrLessVerdict.Later, found.Verdict);
        Assert.Contains("no latency", found.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_cannot_be_are_refused()
    {
        Epochs epochs = (MimicryExperiment.Autism(AutismAccount.Later) with { Participants = 8, TrialsPerCondition = 1 }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0);
        Assert.Throws<ArgumentException>(() => LaterOrLess.Compare(epochs, "autistic", "nobody", "Happy", "Neutral"));
        Assert.Throws<ArgumentException>(() => LaterOrLess.Compare(epochs, "autistic", "not autistic", "Happy", "Angry"));
        Assert.Throws<ArgumentException>(() => LaterOrLess.Compare(epochs, "autistic", "not autistic", "Happy", "Neutral", new() { LatencyTo = -1 }));
        Assert.Throws<ArgumentException>(() => LaterOrLess.Compare(epochs, "autistic", "not autistic", "Happy", "Neutral", new() { Smoothing = double.NaN }));
        Assert.Contains("holds 1 of 60 samples", Assert.Throws<ArgumentException>(() => LaterOrLess.Compare(epochs, "autistic", "not autistic", "Happy", "Neutral", new() { LatencyTo = .1 })).Message);
    }

    // Few of 200 studies have a group without a peak.
    private static double[] Latencies(LaterOrLess[] studies)
    {
        double[] found = [.. studies.Select(study => study.Later?.Difference).OfType<double>()];
        Assert.True(found.Length >= .97 * studies.Length);
        return found;
    }

    private static double[] Falling(bool falls) => [.. Enumerable.Range(0, 60).Select(sample => falls && sample >= 20 ? 1.0 : 2.0)];

    private static double[] Jittered(ReadOnlyMemory<double> samples, int at) => [.. samples.ToArray().Select((value, sample) => value + (.001 * ((at + sample) % 3)))];

    private static LaterOrLess[] Studies(AutismAccount account, int trials, MimicryTask task = MimicryTask.Spontaneous) => Of(seed => Study(account, trials, seed, Participants, task));

    private static LaterOrLess Study(AutismAccount account, int trials, ulong seed, int participants, MimicryTask task = MimicryTask.Spontaneous) =>
        Compare(account, trials, seed, participants, task).Result;

    private static StudyResult<LaterOrLess> Compare(AutismAccount account, int trials, ulong seed, int participants, MimicryTask task) => LaterOrLess.Compare(
        (MimicryExperiment.Autism(account, task) with { Seed = seed, TrialsPerCondition = trials, Participants = participants }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0),
        "autistic", "not autistic", "Happy", "Neutral");
}
