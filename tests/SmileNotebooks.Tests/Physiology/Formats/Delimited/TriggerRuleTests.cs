using System.Collections.Immutable;

namespace SmileNotebooks.Tests;

public sealed class TriggerRuleTests
{
    private static Channel Trigger(string name, params double[] samples) => new(name, "V", 10, samples) { Kind = ChannelKind.Trigger };

    private static List<RecordingEvent> Events(TriggerRule rule, params Channel[] channels) => TriggerEvents.Of("x.txt", channels, rule);

    [Fact]
    public void A_rising_edge_begins_an_event_that_lasts_until_the_marker_falls() =>
        Assert.Equal([new(0.1, "A", 0.2), new(0.4, "A", 0.1)], Events(new(), Trigger("A", 0, 5, 5, 0, 5)));

    [Fact]
    public void A_falling_edge_begins_an_event_at_the_first_low_sample() =>
        Assert.Equal([new(0.1, "A"), new(0.4, "A")], Events(new() { Edge = TriggerEdge.Falling }, Trigger("A", 5, 0, 0, 5, 0)));

    [Fact]
    public void Channels_without_a_change_or_an_edge_give_no_event()
    {
        Assert.Empty(Events(new(), Trigger("A", 5, 5, 5), Trigger("B", 0, 0, 0), Trigger("C", double.NaN, double.NaN), Trigger("D", 5, 5, 0), Trigger("E")));
        Assert.Empty(Events(new(), new Channel("EMG", "mV", 10, new double[] { 0, 5 }) { Kind = ChannelKind.Emg }));
    }

    [Fact]
    public void NaN_keeps_the_state_before() => Assert.Equal([new(0.1, "A", 0.3)], Events(new(), Trigger("A", 0, 5, double.NaN, 5, 0)));

    [Fact]
    public void The_threshold_can_be_set() => Assert.Equal([new(0.2, "A", 0.1)], Events(new() { Threshold = 4 }, Trigger("A", 0, 3, 5, 3)));

    [Fact]
    public void Several_channels_make_a_number_the_first_its_lowest_bit()
    {
        TriggerRule rule = new() { Coding = TriggerCoding.BinaryCode, Labels = ImmutableSortedDictionary<string, string>.Empty.Add("3", "Happy") };
        Assert.Equal([new(0.1, "Happy", 0.1), new(0.2, "2", 0.1)], Events(rule, Trigger("bit 0", 0, 5, 0, 0), Trigger("bit 1", 0, 5, 5, 0)));
        Assert.Equal([new(0.1, "Happy", 0.1), new(0.2, "1", 0.1)], Events(rule with { Channels = ["bit 1", "bit 0"] }, Trigger("bit 0", 0, 5, 0, 0), Trigger("bit 1", 0, 5, 5, 0)));
    }

    [Fact]
    public void Lines_that_change_a_sample_apart_make_one_number()
    {
        TriggerRule rule = new() { Coding = TriggerCoding.BinaryCode };
        Channel[] channels = [Trigger("bit 0", 0, 5, 5, 5, 0, 0), Trigger("bit 1", 0, 0, 5, 5, 5, 0)];
        Assert.Equal(["1", "3", "2"], Events(rule, channels).Select(one => one.Label));
        Assert.Equal([new(0.1, "3", 0.3)], Events(rule with { Shortest = 0.15 }, channels));
    }

    [Fact]
    public void A_rule_about_other_channels_is_named() => Assert.Equal(
        "x.txt: the channels A; expected a channel called B, which the trigger rule names.",
        Assert.Throws<RecordingException>(() => Events(new() { Channels = ["B"] }, Trigger("A", 0, 5))).Message);
}
