namespace SmileNotebooks.Tests.Experiments;

public sealed class BaselineTests
{
    // Baseline 2 on average, window 6 on average: samples -1 to 1 s at 4 Hz.
    private static readonly double[] s_samples = [1, 3, 1, 3, 5, 7, 5, 7];

    private static Epochs Epochs => Signals.Of(s_samples, 4, (1, "A")).Epochs("A", -1, 1);

    [Fact]
    public void Amplitudes_are_summarised_before_they_are_counted()
    {
        Assert.Equal(Math.Log(3), Epochs.LogRatioTo(-1, 0).Window(0, 1)[0].Value, 1e-15);
        Assert.Equal(300, Epochs.PercentOf(-1, 0).Window(0, 1)[0].Value, 1e-12);
        Assert.Equal(4, Epochs.DifferenceFrom(-1, 0).Window(0, 1)[0].Value, 1e-15);
        Assert.Equal(6, Epochs.Window(0, 1)[0].Value, 1e-15);
    }

    [Fact]
    public void Peaks_and_areas_are_counted_too()
    {
        Assert.Equal(Math.Log(3.5), Epochs.LogRatioTo(-1, 0).Window(0, 1, WindowSummary.Peak)[0].Value, 1e-15);
        Assert.Equal(2, Epochs.DifferenceFrom(-1, 0).Window(0, 0.5, WindowSummary.Area)[0].Value, 1e-15);
        Assert.Equal("area over 0 to 0.5 s, difference from baseline (-1 to 0 s) (mV) x s", Epochs.DifferenceFrom(-1, 0).Window(0, 0.5, WindowSummary.Area).Measure);
        Assert.Throws<ArgumentException>(() => Epochs.LogRatioTo(-1, 0).Window(0, 1, WindowSummary.Area));
    }

    [Fact]
    public void Z_values_are_within_the_participant_over_all_epochs()
    {
        Epochs epochs = Signals.Set(
            Signals.Of([1, 2, 3, 4, 5, 6], 1, (1, "A"), (4, "B")),
            Signals.Of([10, 20, 30, 40, 50, 60], 1, (1, "A"), (4, "B")) with { Participant = "02" }).Epochs("A B", -1, 2).ZScored();

        double[] values = [.. epochs.Window(1, 2).Select(trial => trial.Value)];

        double deviation = Math.Sqrt(3.5);
        Assert.All(((double[])[-0.5 / deviation, 2.5 / deviation, -0.5 / deviation, 2.5 / deviation]).Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void Ratios_of_raw_signals_are_an_error_that_says_to_rectify()
    {
        Epochs raw = (Signals.Of(s_samples, 4, (1, "A")) with { IsAmplitude = false }).Epochs("A", -1, 1);

        Assert.Contains("Rectify", Signals.Message<ArgumentException>(() => raw.LogRatioTo(-1, 0)), StringComparison.Ordinal);
        Assert.Contains("Rectify", Signals.Message<ArgumentException>(() => raw.PercentOf(-1, 0)), StringComparison.Ordinal);
        Assert.Equal(4, raw.DifferenceFrom(-1, 0).Window(0, 1)[0].Value, 1e-15);
    }

    [Fact]
    public void A_second_correction_is_an_error() =>
        Assert.Contains("counted already as log ratio to baseline (-1 to 0 s)", Signals.Message<ArgumentException>(() => Epochs.LogRatioTo(-1, 0).ZScored()), StringComparison.Ordinal);

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(0, 2)]
    [InlineData(0, 0)]
    [InlineData(-0.9, -0.8)]
    public void A_baseline_that_epochs_do_not_hold_is_an_error(double from, double to) => Assert.Throws<ArgumentException>(() => Epochs.LogRatioTo(from, to));

    [Theory]
    [InlineData(new double[] { 0, 0, 0, 0, 1, 1, 1, 1 }, ExclusionKind.Uncountable, "the baseline is 0, a ratio needs one above 0")]
    [InlineData(new double[] { -1, -1, -1, -1, 1, 1, 1, 1 }, ExclusionKind.Uncountable, "the baseline is -1, a ratio needs one above 0")]
    [InlineData(new double[] { 1, 1, 1, 1, 0, 0, 0, 0 }, ExclusionKind.Uncountable, "the amplitude of the window 0 to 1 s is 0 over a baseline of 1, which has no finite log ratio to baseline (-1 to 0 s)")]
    [InlineData(new double[] { 1, double.NaN, 1, 1, 1, 1, 1, 1 }, ExclusionKind.Gap, "samples are missing in the baseline")]
    [InlineData(new double[] { 1, 1, 1, 1, 1, 1, double.NaN, 1 }, ExclusionKind.Gap, "samples are missing in the window 0 to 1 s")]
    [InlineData(new double[] { 1, 1, 1, 1, 1, 1, double.PositiveInfinity, 1 }, ExclusionKind.Gap, "samples are missing in the window 0 to 1 s")]
    public void Trials_that_cannot_be_counted_are_left_out_with_the_reason(double[] samples, ExclusionKind kind, string reason)
    {
        TrialTable table = Signals.Of(samples, 4, (1, "A")).Epochs("A", -1, 1).LogRatioTo(-1, 0).Window(0, 1);

        Assert.Empty(table);
        Exclusion exclusion = Assert.Single(table.Exclusions);
        Assert.Equal((kind, reason, "zygomaticus", 1), (exclusion.Kind, exclusion.Reason, exclusion.Muscle, exclusion.Trial));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Ratios_hold_at_any_scale(double scale) =>
        Assert.Equal(Math.Log(3), Signals.Of([.. s_samples.Select(sample => sample * scale)], 4, (1, "A")).Epochs("A", -1, 1).LogRatioTo(-1, 0).Window(0, 1)[0].Value, 1e-14);

    [Fact]
    public void Z_values_of_a_signal_that_does_not_vary_are_left_out()
    {
        TrialTable table = Signals.Of([2, 2, 2, 2], 1, (1, "A")).Epochs("A", -1, 2).ZScored().Window(0, 2);

        Assert.Equal("the participant's samples do not vary, so that there is no z", Assert.Single(table.Exclusions).Reason);
    }
}
