namespace SmileNotebooks.Tests.Experiments;

public sealed class RejectionTests
{
    [Theory]
    [InlineData(new double[] { 1, 2, double.NaN, 4 }, ExclusionKind.Gap, "1 of 4 samples are missing")]
    [InlineData(new double[] { 3, 3, 3, 3 }, ExclusionKind.Flat, "flat for 4 s, limit 4 s")]
    [InlineData(new double[] { 1, 2, 30, 4 }, ExclusionKind.Amplitude, "amplitude 30 mV, highest allowed 20")]
    [InlineData(new double[] { 1, 0.01, 3, 4 }, ExclusionKind.Amplitude, "amplitude 0.01 mV, lowest allowed 0.1")]
    public void Artefacts_are_left_out_with_the_reason(double[] samples, ExclusionKind kind, string reason)
    {
        Epochs rejected = Signals.Of(samples, 1, (1, "A")).Epochs("A", -1, 3).Reject(new() { Lowest = 0.1, Highest = 20 });

        Assert.Empty(rejected.Items);
        Assert.Equal((kind, reason), (rejected.Exclusions[0].Kind, rejected.Exclusions[0].Reason));
    }

    [Fact]
    public void Clean_epochs_stay()
    {
        Epochs epochs = Signals.Of([1, 2, 3, 4], 1, (1, "A")).Epochs("A", -1, 3);

        Assert.Equal(epochs.Items, epochs.Reject(new() { FlatSeconds = 2, Highest = 4, Lowest = 1 }).Items);
    }

    [Fact]
    public void Flat_stretches_are_as_long_as_asked_for() =>
        Assert.Equal("flat for 2 s, limit 2 s", Assert.Single(Signals.Of([1, 3, 3, 4], 1, (1, "A")).Epochs("A", -1, 3).Reject(new() { FlatSeconds = 2 }).Exclusions).Reason);

    [Fact]
    public void Some_gaps_may_be_allowed() =>
        Assert.Single(Signals.Of([1, 2, double.NaN, 4], 1, (1, "A")).Epochs("A", -1, 3).Reject(new() { MissingShare = 0.25 }).Items);

    [Fact]
    public void Baselines_far_from_the_others_are_left_out()
    {
        // 20 trials of 2 s at 1 Hz: baselines 1 and 2 in turn, the last 100.
        double[] samples = [.. Enumerable.Range(0, 20).SelectMany(trial => (double[])[trial == 19 ? 100 : 1 + (trial % 2), 5])];
        Epochs epochs = Signals.Of(samples, 1, [.. Enumerable.Range(0, 20).Select(trial => ((2.0 * trial) + 1, "A"))]).Epochs("A", -1, 1);

        Epochs rejected = epochs.LogRatioTo(-1, 0).Reject();

        Assert.Equal(19, rejected.Items.Length);
        Exclusion exclusion = Assert.Single(rejected.Exclusions);
        Assert.Equal((20, ExclusionKind.Baseline, "baseline 4.25 SD from the participant's mean, limit 3"), (exclusion.Trial, exclusion.Kind, exclusion.Reason));
        Assert.Equal(20, epochs.Reject(new() { BaselineDeviations = null }).Items.Length);
        Assert.Equal(20, epochs.Reject(new() { BaselineDeviations = 4.3 }).Items.Length);
    }

    [Fact]
    public void Too_few_epochs_for_any_baseline_to_lie_beyond_the_limit_are_remarked()
    {
        Epochs epochs = Signals.Of([1, 5, 1, 5, 99, 5], 1, (1, "A"), (3, "A"), (5, "A")).Epochs("A", -1, 1).Reject();

        Assert.Equal(3, epochs.Items.Length);
        Assert.Equal(["01: no baseline of 3 can lie beyond 3 SD"], epochs.Remarks);
        Assert.Equal("Nothing was left out. 01: no baseline of 3 can lie beyond 3 SD.", epochs.Report().ToTable().Note);
    }

    [Fact]
    public void Epochs_keep_their_order_where_recordings_of_participants_alternate()
    {
        EmgSignal one = Signals.Ramp(20, 10, (0.5, "A"), (1.2, "A"));
        Epochs epochs = Signals.Set(one, one with { Participant = "02" }, one).Epochs("A", -0.2, 0.5);

        Assert.Equal(epochs.Items, epochs.Reject().Items);
    }

    [Fact]
    public void The_report_counts_by_reason_and_by_participant_and_condition()
    {
        Epochs epochs = Signals.Set(
            Signals.Of([1, 2, 3, 4, 5, 50], 1, (0, "A"), (2, "B"), (4, "A")),
            Signals.Of([1, 2, 3, 4, 5, 6], 1, (0, "A"), (5, "A")) with { Participant = "02" }).Epochs("A B", 0, 2).Reject(new() { Highest = 20, BaselineDeviations = null });

        ExclusionReport report = epochs.Report();

        Assert.Equal((3, 2), (report.Kept, report.Trials));
        Assert.Equal(1, report.ByKind[ExclusionKind.Amplitude]);
        Assert.Equal(1, report.ByKind[ExclusionKind.Edge]);
        Assert.StartsWith(
            "3 trials kept; left out: 1 trial (edge of the recording), 1 condition of a participant (no trial of a condition), 1 trial (amplitude beyond a limit).", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(["01", "1 / 1", "1 / 0", "amplitude beyond a limit 1"], report.ToTable().Rows[0]);
        Assert.Equal(["02", "1 / 1", "0 / 0", "edge of the recording 1, no trial of a condition 1"], report.ToTable().Rows[1]);
        Assert.Equal(["all 2", "2 / 2", "1 / 0", "edge of the recording 1, no trial of a condition 1, amplitude beyond a limit 1"], report.ToTable().Rows[2]);
    }

    [Fact]
    public void Analysts_give_reasons_of_their_own()
    {
        Epochs epochs = Signals.Of([1, 2, 3, 4], 1, (0, "A"), (2, "A")).Epochs("A", 0, 2).Exclude(epoch => epoch.Trial == 2, "the participant sneezed");

        Assert.Single(epochs.Items);
        Assert.Equal("01, zygomaticus, A 2: the participant sneezed", Assert.Single(epochs.Exclusions).ToString());
    }

    [Theory]
    [InlineData(-0.1, 1, null, null, 3)]
    [InlineData(0, 0, null, null, 3)]
    [InlineData(0, 1, 2.0, 1.0, 3)]
    [InlineData(0, 1, null, double.NaN, 3)]
    [InlineData(0, 1, null, null, 0)]
    public void Criteria_without_sense_are_errors(double missing, double flat, double? lowest, double? highest, double deviations) =>
        Assert.Throws<ArgumentException>(() => Signals.Of([1, 2, 3, 4], 1, (1, "A")).Epochs("A", -1, 3)
            .Reject(new() { MissingShare = missing, FlatSeconds = flat, Lowest = lowest, Highest = highest, BaselineDeviations = deviations }));

    [Fact]
    public void All_epochs_may_be_rejected()
    {
        Epochs epochs = Signals.Of([1, 2, 3, 4], 1, (1, "A")).Epochs("A", -1, 3).Reject(new() { Highest = 0.5 });

        Assert.Empty(epochs.Window(0, 1));
        Assert.Contains("No participant has a trial of zygomaticus in each condition", Signals.Message<ArgumentException>(() => epochs.TimeCourse()), StringComparison.Ordinal);
    }
}
