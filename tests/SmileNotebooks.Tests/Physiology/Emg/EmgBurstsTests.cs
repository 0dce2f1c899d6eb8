namespace SmileNotebooks.Tests.Physiology;

public class EmgBurstsTests
{
    /// <summary>At 1,000 Hz: no smoothing, rest from 0 to .1 s.</summary>
    private static readonly DoubleThresholdOnsets Plain = new() { Smoothing = 0, Baseline = (0, 0.1), MinimumDuration = 0.02, MinimumGap = 0.02 };

    [Fact]
    public void A_burst_has_its_onset_offset_peak_and_mean()
    {
        double[] x = Amplitude((200, 300, 5));
        x[250] = 9;
        EmgBursts bursts = Signal(x).Onsets(Plain);
        EmgBurst burst = Assert.Single(bursts);
        Assert.Equal((200, 300), (burst.OnsetSample, burst.OffsetSample));
        Assert.Equal((0.2, 0.3, 0.1), (burst.Onset, burst.Offset, burst.Duration));
        Assert.Equal((9, 0.25, 5.04), (burst.Peak, burst.PeakTime, burst.MeanAmplitude));
        Assert.Equal((false, false), (burst.HadBegun, burst.GoesOn));
        Assert.Equal("0.2 to 0.3 s, peak 9 at 0.25 s", burst.ToString());
        Assert.Equal([0.2], bursts.Onsets);
        Assert.Equal([0.3], bursts.Offsets);
        Assert.Equal("EMG: 1 burst; double threshold, begins 5 SD and ends 2 SD above the baseline; 0 too short, 0 pauses bridged\n0.2 to 0.3 s, peak 9 at 0.25 s", bursts.ToString());
    }

    [Fact]
    public void A_burst_that_is_cut_says_so_and_is_no_onset_or_offset()
    {
        EmgBursts bursts = Signal(Amplitude((0, 60, 5), (500, 600, 5), (950, 1000, 5))).Onsets(Plain with { Baseline = (0.2, 0.4) });
        Assert.Equal([(true, false), (false, false), (false, true)], bursts.Select(burst => (burst.HadBegun, burst.GoesOn)));
        Assert.Equal([0.5, 0.95], bursts.Onsets);
        Assert.Equal([0.06, 0.6], bursts.Offsets);
        Assert.Equal(0.5, bursts.FirstIn(0, 1)?.Onset);
        Assert.Null(bursts.FirstIn(0, 0.5));
        Assert.Equal("before 0 to 0.06 s, peak 5 at 0 s", bursts[0].ToString());
    }

    [Fact]
    public void A_gap_cuts_a_burst()
    {
        double[] x = Amplitude((400, 600, 5));
        x.AsSpan(500, 5).Fill(double.NaN);
        EmgBursts bursts = Signal(x).Onsets(Plain);
        Assert.Equal([(400, 500, false, true), (505, 600, true, false)], bursts.Select(burst => (burst.OnsetSample, burst.OffsetSample, burst.HadBegun, burst.GoesOn)));
        Assert.Equal(0, bursts.Bridged);
    }

    [Fact]
    public void Hysteresis_keeps_a_burst_whole_down_to_the_lower_threshold()
    {
        double[] x = Amplitude((300, 400, 5));
        double between = 1 + (3 * 0.0100504);
        x.AsSpan(400, 50).Fill(between);
        x.AsSpan(700, 50).Fill(between);
        Assert.Equal([(300, 450)], Signal(x).Onsets(Plain).Select(burst => (burst.OnsetSample, burst.OffsetSample)));
        Assert.Equal([(300, 400)], Signal(x).Onsets(Plain with { OffsetThreshold = 5 }).Select(burst => (burst.OnsetSample, burst.OffsetSample)));
    }

    [Fact]
    public void Short_pauses_are_bridged_and_short_bursts_left_out_and_both_are_counted()
    {
        EmgBursts bursts = Signal(Amplitude((300, 315, 5), (330, 360, 5), (500, 510, 5))).Onsets(Plain);
        Assert.Equal([(300, 360)], bursts.Select(burst => (burst.OnsetSample, burst.OffsetSample)));
        Assert.Equal((1, 1), (bursts.TooShort, bursts.Bridged));
        Assert.Equal(3, Signal(Amplitude((300, 315, 5), (330, 360, 5), (500, 510, 5))).Onsets(Plain with { MinimumDuration = 0, MinimumGap = 0 }).Count);
    }

    [Fact]
    public void An_offset_of_the_signal_is_no_activity()
    {
        EmgSignal signal = SimulatedEmg.Bursts(6, 1000, 20, 1, (2, 3));
        EmgSignal shifted = new(signal.Samples.ToArray().Select(value => value + 0.5).ToArray(), 1000, "zygomaticus");
        foreach (OnsetMethod method in new OnsetMethod[] { new DoubleThresholdOnsets(), new TeagerKaiserOnsets(), new BonatoOnsets() })
        {
            Assert.Equal(signal.Onsets(method).Select(burst => burst.OnsetSample), shifted.Onsets(method).Select(burst => burst.OnsetSample));
        }
    }

    [Fact]
    public void One_artefact_moves_no_onset_away_from_it()
    {
        EmgSignal signal = SimulatedEmg.Bursts(6, 1000, 20, 1, (2, 3));
        double[] hit = signal.Samples.ToArray();
        hit[5000] = 1e12;
        EmgBursts bursts = new EmgSignal(hit, 1000).Onsets();
        Assert.Equal(signal.Onsets()[0].OnsetSample, bursts[0].OnsetSample);
        Assert.Equal(signal.Onsets()[0].OffsetSample, bursts[0].OffsetSample);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_signal_without_variance_or_samples_holds_no_burst(int count)
    {
        double[] constant = new double[count];
        Array.Fill(constant, 0.1);
        double[] missing = new double[count];
        Array.Fill(missing, double.NaN);
        foreach (OnsetMethod method in new OnsetMethod[] { new DoubleThresholdOnsets(), new TeagerKaiserOnsets(), new BonatoOnsets() })
        {
            Assert.Empty(new EmgSignal(constant, 1000).Onsets(method));
            Assert.Empty(new EmgSignal(missing, 1000).Onsets(method));
        }

        Assert.Empty(new EmgSignal(constant, 1000) { IsAmplitude = true }.Onsets());
    }

    [Theory]
    [InlineData(1e-140)]
    [InlineData(1e100)]
    public void Units_do_not_matter(double scale)
    {
        EmgSignal signal = SimulatedEmg.Bursts(6, 1000, 14, 1, (2, 3));
        EmgSignal scaled = new(signal.Samples.ToArray().Select(value => value * scale).ToArray(), 1000);
        Assert.Equal(signal.Onsets().Select(burst => (burst.OnsetSample, burst.OffsetSample)), scaled.Onsets().Select(burst => (burst.OnsetSample, burst.OffsetSample)));
    }

    [Fact]
    public void Settings_out_of_their_range_are_named()
    {
        EmgSignal signal = Signal(new double[1000]);
        Assert.Equal("The baseline of EMG is from 0.5 to 1.5 s, expected a stretch within 0 to 1 s.", Message(() => signal.Onsets(Plain with { Baseline = (0.5, 1.5) })));
        Assert.StartsWith("The threshold for offsets, 7, is above that for onsets, 5", Message(() => signal.Onsets(Plain with { OffsetThreshold = 7 })), StringComparison.Ordinal);
        Assert.StartsWith("The minimum duration of a burst is NaN", Message(() => signal.Onsets(Plain with { MinimumDuration = double.NaN })), StringComparison.Ordinal);
        Assert.Equal("6 of 5 sums were asked to exceed the threshold, expected from 1 of 1 to 5 of 5.", Message(() => signal.Onsets(new BonatoOnsets { Exceedances = 6 })));
        Assert.StartsWith("The probability of a false alarm is 1, expected", Message(() => signal.Onsets(new BonatoOnsets { FalseAlarm = 1 })), StringComparison.Ordinal);
        Assert.Contains("Bonato's detector needs positive and negative samples", Message(() => signal.Onsets(new BonatoOnsets())), StringComparison.Ordinal);
        double[] gap = new double[1000];
        gap.AsSpan(0, 100).Fill(double.NaN);
        Assert.Equal("The baseline of EMG from 0 to 0.1 s has 0 samples that are no gap, expected at least two.", Message(() => Signal(gap).Onsets(Plain)));
    }

    private static string Message(Func<object> work) => Assert.ThrowsAny<ArgumentException>(work).Message;

    private static EmgSignal Signal(double[] samples) => new(samples, 1000) { IsAmplitude = true };

    // A second of rest that alternates between .99 and 1.01, with bursts of a constant amplitude.
    private static double[] Amplitude(params (int Start, int End, double Value)[] bursts)
    {
        double[] samples = [.. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? 0.99 : 1.01)];
        foreach ((int start, int end, double value) in bursts)
        {
            samples.AsSpan(start..end).Fill(value);
        }

        return samples;
    }
}
