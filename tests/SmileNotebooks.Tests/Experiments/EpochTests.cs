namespace SmileNotebooks.Tests.Experiments;

public sealed class EpochTests
{
    [Fact]
    public void Windows_are_half_open()
    {
        Epochs epochs = Signals.Ramp(100, 10, (5, "Happy")).Epochs("Happy", -2, 3);

        Epoch epoch = Assert.Single(epochs.Items);
        Assert.Equal(50, epochs.Samples);
        Assert.Equal(-2, epochs.From);
        Assert.Equal([31, 80], new[] { epoch.Samples.Span[0], epoch.Samples.Span[^1] });
        Assert.Equal(5, epoch.EventTime);
    }

    [Theory]
    [InlineData(1.04, 11)]
    [InlineData(1.05, 11)]
    [InlineData(1.06, 12)]
    [InlineData(1.15, 13)]
    public void The_sample_of_an_event_is_the_nearest_and_of_two_the_even_one(double onset, double expected) =>
        Assert.Equal(expected, Signals.Ramp(100, 10, (onset, "A")).Epochs("A", 0, 1).Items[0].Samples.Span[0]);

    [Theory]
    [InlineData(1.9, 2.1, 2)]
    [InlineData(-0.1, 0.2, 3)]
    [InlineData(0.05, 0.15, 1)]
    [InlineData(0.3, 0.6, 3)]
    public void Times_that_binary_numbers_cannot_hold_choose_the_samples_that_decimals_do(double from, double to, int samples) =>
        Assert.Equal(samples, Signals.Ramp(100, 10, (3, "A")).Epochs("A", from, to).Samples);

    [Theory]
    [InlineData(1000, 0.001)]
    [InlineData(2048, 1)]
    [InlineData(512.0321, 0.5)]
    public void Epochs_have_the_asked_for_length_at_any_rate(double rate, double to)
    {
        Epochs epochs = Signals.Ramp(8000, rate, (2, "A")).Epochs("A", 0, to);

        Assert.InRange(epochs.Samples, (to * rate) - 1e-6, (to * rate) + 1);
    }

    [Fact]
    public void Events_whose_window_does_not_fit_are_left_out_with_the_reason()
    {
        Epochs epochs = Signals.Ramp(100, 10, (1, "A"), (2, "A"), (7, "A"), (7.1, "A"), (50, "A"), (double.NaN, "A")).Epochs("A", -2, 3);

        // The event without an onset sorts first and counts as a trial.
        Assert.Equal([3, 4], epochs.Items.Select(epoch => epoch.Trial));
        Assert.All(epochs.Exclusions, exclusion => Assert.Equal(ExclusionKind.Edge, exclusion.Kind));
        Assert.Equal(
            [
                "01, zygomaticus, A 1: the event has no onset",
                "01, zygomaticus, A 2: the epoch -2 to 3 s of the event at 1 s begins 1 s before the recording",
                "01, zygomaticus, A 5: the epoch -2 to 3 s of the event at 7.1 s ends 0.1 s after the recording",
                "01, zygomaticus, A 6: the epoch -2 to 3 s of the event at 50 s ends 43 s after the recording",
            ],
            epochs.Exclusions.Select(exclusion => exclusion.ToString()));
    }

    [Fact]
    public void Trials_are_counted_by_condition_and_positions_over_all()
    {
        Epochs epochs = Signals.Ramp(100, 10, (1, "A"), (2, "B"), (3, "other"), (4, "A"), (5, "B")).Epochs("B A", 0, 1);

        Assert.Equal([("A", 1, 1), ("B", 1, 2), ("A", 2, 3), ("B", 2, 4)], epochs.Items.Select(epoch => (epoch.Condition, epoch.Trial, epoch.Position)));
        Assert.Equal(["B", "A"], epochs.Conditions);
    }

    [Fact]
    public void A_label_without_an_event_is_an_error_that_names_the_labels()
    {
        EmgSignal signal = Signals.Ramp(100, 10, (1, "Happy"), (2, "Sad"), (3, "Happy"));

        Assert.StartsWith("No event is labelled Angry; labels are Happy (2), Sad (1).", Signals.Message<ArgumentException>(() => signal.Epochs("Happy Angry", 0, 1)), StringComparison.Ordinal);
        Assert.Contains("there are no events at all", Signals.Message<ArgumentException>(() => Signals.Ramp(100, 10).Epochs("A", 0, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_with_blanks_are_given_as_a_list() =>
        Assert.Single(Signals.Ramp(100, 10, (1, "happy face")).Epochs(["happy face"], 0, 1).Items);

    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("A A", 0, 1)]
    [InlineData("A", 1, 1)]
    [InlineData("A", 2, 1)]
    [InlineData("A", double.NaN, 1)]
    [InlineData("A", 0, double.PositiveInfinity)]
    [InlineData("A", 0.01, 0.05)]
    public void Requests_without_sense_are_errors(string events, double from, double to) =>
        Assert.Throws<ArgumentException>(() => Signals.Ramp(100, 10, (1, "A")).Epochs(events, from, to));

    [Fact]
    public void Overlapping_epochs_are_kept_and_remarked()
    {
        Epochs epochs = Signals.Ramp(100, 10, (1, "A"), (1.5, "A"), (3, "A"), (4, "A")).Epochs("A", 0, 1);

        Assert.Equal(4, epochs.Items.Length);
        Assert.Equal(["01: 1 of 4 epochs overlap the one before"], epochs.Remarks);
    }

    [Fact]
    public void Several_recordings_of_a_participant_are_counted_on()
    {
        EmgSignal first = Signals.Ramp(50, 10, (0.5, "A"), (2, "A"), (3, "B"));
        EmgSignal second = Signals.Ramp(50, 10, (1, "A"), (2, "B"), (4.5, "A"));

        Epochs epochs = Signals.Set(first, second).Epochs("A B", -1, 1);

        Assert.Equal([("A", 2, 2), ("B", 1, 3), ("A", 3, 4), ("B", 2, 5)], epochs.Items.Select(epoch => (epoch.Condition, epoch.Trial, epoch.Position)));
        Assert.Equal([1, 4], epochs.Exclusions.Select(exclusion => exclusion.Trial));
    }

    [Fact]
    public void A_condition_that_a_participant_has_not_is_reported()
    {
        Epochs epochs = Signals.Set(
            Signals.Ramp(50, 10, (1, "A"), (2, "B")),
            Signals.Ramp(50, 10, (1, "A")) with { Participant = "02" }).Epochs("A B", 0, 1);

        Exclusion exclusion = Assert.Single(epochs.Exclusions);
        Assert.Equal(("02", "B", null, ExclusionKind.MissingCondition), (exclusion.Participant, exclusion.Condition, exclusion.Trial, exclusion.Kind));
    }

    [Fact]
    public void Recordings_that_do_not_fit_together_are_errors_that_say_which()
    {
        EmgSignal signal = Signals.Ramp(50, 10, (1, "A"));

        Assert.Contains(
            "Recording 2 (of 02) has 20 Hz, the first has 10 Hz",
            Signals.Message<ArgumentException>(() => Signals.Set(signal, Signals.Ramp(100, 20, (1, "A")) with { Participant = "02" }).Epochs("A", 0, 1)),
            StringComparison.Ordinal);
        Assert.Contains(
            "Recording 2 of 2 does not say whose it is",
            Signals.Message<ArgumentException>(() => Signals.Set(signal, signal with { Participant = "" }).Epochs("A", 0, 1)),
            StringComparison.Ordinal);
        Assert.Contains("There is no recording", Signals.Message<ArgumentException>(() => Signals.Set().Epochs("A", 0, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_recording_that_fails_gives_the_error_whatever_the_threads_do()
    {
        for (int run = 0; run < 20; run++)
        {
            int[] failing = [7, 3, 30];
            EmgSignalSet signals = Signals.Set([.. Enumerable.Range(0, 40).Select(index => Signals.Ramp(50, 10, (1, "A")) with { Participant = $"{index}" })])
                .Process(signal => failing.Contains(int.Parse(signal.Participant, System.Globalization.CultureInfo.InvariantCulture)) ? throw new InvalidOperationException(signal.Participant) : signal);

            Assert.Equal("3", Signals.Message<InvalidOperationException>(() => signals.Epochs("A", 0, 1)));
        }
    }

    [Fact]
    public void Recordings_keep_their_order_and_are_let_go()
    {
        WeakReference[] signals = new WeakReference[200];
        EmgSignalSet set = Signals.Set([.. Enumerable.Range(0, 200).Select(index => Signals.Ramp(50, 10, (1, "A")) with { Participant = $"{index}" })])
            .Process(signal => Watched(signal, signals));

        Epochs epochs = set.Epochs("A", 0, 1, each: one => one.Bins(0.5));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(Enumerable.Range(0, 200).Select(index => $"{index}"), epochs.Items.Select(epoch => epoch.Participant));
        Assert.Equal(2, epochs.Samples);

        // A stack slot may still hold one or another.
        Assert.True(signals.Count(signal => signal.IsAlive) < 20, $"{signals.Count(signal => signal.IsAlive)} of 200 recordings are still in memory.");
        GC.KeepAlive(epochs);
    }

    [Fact]
    public void Simulated_data_stay_labelled() =>
        Assert.Contains("simulated, seed 1", (Signals.Ramp(50, 10, (1, "A")) with { Simulated = "simulated, seed 1" }).Epochs("A", 0, 1).ToString(), StringComparison.Ordinal);

    private static EmgSignal Watched(EmgSignal signal, WeakReference[] signals)
    {
        EmgSignal copy = signal with { };
        signals[int.Parse(signal.Participant, System.Globalization.CultureInfo.InvariantCulture)] = new WeakReference(copy);
        return copy;
    }

    [Fact]
    public void Labels_with_blanks_are_asked_for_in_a_list()
    {
        EmgSignal signal = Signals.Ramp(50, 10, (1, "Happy face"));

        Assert.Contains("Labels with blanks are asked for in a list", Signals.Message<ArgumentException>(() => signal.Epochs("Happy face", 0, 1)), StringComparison.Ordinal);
        Assert.DoesNotContain("blanks", Signals.Message<ArgumentException>(() => Signals.Ramp(50, 10, (1, "Happy")).Epochs("Sad", 0, 1)), StringComparison.Ordinal);
        Assert.Single(signal.Epochs(["Happy face"], 0, 1).Items);
    }
}
