namespace SmileNotebooks.Tests.Charts;

/// <summary>What is drawn of a long channel.</summary>
public sealed class ThinnedSignalTests
{
    [Fact]
    public void A_short_signal_is_drawn_sample_by_sample()
    {
        ThinnedSignal signal = ThinnedSignal.Of(ChannelOf([1, 2, double.NaN, 4]), 1, 3, 10);

        Assert.Equal([2, double.NaN, 4], signal.Values);
        Assert.Equal(1, signal.Stretch);
        Assert.Equal(0.01, signal.Start);
        Assert.Equal(0.01, signal.Step);
        Assert.Equal((2, 4), (signal.Least, signal.Greatest));
        Assert.Equal([(0.02, 0.03)], signal.Gaps);
    }

    [Fact]
    public void A_stretch_keeps_its_least_and_greatest_sample_in_their_order()
    {
        ThinnedSignal signal = ThinnedSignal.Of(ChannelOf([3, 1, 2, 5, 5, 9, 0, 5]), 0, 8, 4);

        Assert.Equal(4, signal.Stretch);
        Assert.Equal([1, 5, 9, 0], signal.Values);
        Assert.Equal(0.01, signal.Start);
        Assert.Equal(0.02, signal.Step);
    }

    [Fact]
    public void The_only_peak_of_a_long_signal_is_drawn()
    {
        double[] samples = new double[300_001];
        samples[123_457] = 7;
        samples[200_003] = -7;

        ThinnedSignal signal = ThinnedSignal.Of(ChannelOf(samples), 0, samples.Length, 1000);

        Assert.InRange(signal.Values.Length, 900, 1000);
        int peak = Array.IndexOf(signal.Values, 7);
        Assert.InRange(signal.Start + (peak * signal.Step), 1234.57 - (signal.Stretch / 100.0), 1234.57 + (signal.Stretch / 100.0));
        Assert.Contains(-7, signal.Values);
    }

    [Fact]
    public void Gaps_are_counted_and_kept_and_those_that_cannot_be_told_apart_are_one()
    {
        double[] samples = new double[10_000];
        Array.Fill(samples, double.NaN, 1000, 2000);
        samples[5000] = double.NaN;
        samples[5002] = double.PositiveInfinity;

        ThinnedSignal signal = ThinnedSignal.Of(ChannelOf(samples), 0, samples.Length, 200);

        Assert.Equal((3, 2002), (signal.GapCount, signal.Missing));
        Assert.Equal([(10.0, 30.0), (50.0, 50.03)], signal.Gaps);
        Assert.Equal(40, signal.Values.Count(double.IsNaN));
    }

    [Fact]
    public void Many_gaps_are_joined_until_they_can_be_drawn()
    {
        double[] samples = [.. Enumerable.Range(0, 100_000).Select(i => i % 100 == 0 ? double.NaN : 1)];

        ThinnedSignal signal = ThinnedSignal.Of(ChannelOf(samples), 0, samples.Length, 4000);

        Assert.Equal(1000, signal.GapCount);
        Assert.InRange(signal.Gaps.Length, 1, 100);
    }

    [Fact]
    public void A_signal_without_a_value_or_without_a_sample_has_no_bounds()
    {
        Assert.True(double.IsNaN(ThinnedSignal.Of(ChannelOf([double.NaN, double.NaN]), 0, 2, 10).Least));
        Assert.Empty(ThinnedSignal.Of(ChannelOf([]), 0, 0, 10).Values);
    }

    [Fact]
    public void Samples_are_read_block_by_block()
    {
        Counting source = new(50_000_000);

        ThinnedSignal signal = ThinnedSignal.Of(new Channel("long", "mV", 2000, source), 0, source.Count, 4000);

        Assert.InRange(source.Longest, 1, 1 << 16);
        Assert.InRange(signal.Values.Length, 3900, 4000);
        Assert.Equal((0, 999), (signal.Least, signal.Greatest));
    }

    [Fact]
    public void Bounds_do_not_depend_on_how_stretches_fall_into_blocks()
    {
        RandomStream random = new(1);
        double[] samples = [.. Enumerable.Range(0, 200_000).Select(i => i % 777 == 0 ? double.NaN : random.NextGaussian())];

        ThinnedSignal signal = ThinnedSignal.Of(ChannelOf(samples), 0, samples.Length, 300);

        double[] expected =
        [
            .. samples.Chunk((int)signal.Stretch).Select(chunk => chunk.Index().Where(one => double.IsFinite(one.Item)).ToArray())
                .SelectMany(chunk => new[] { chunk.MinBy(one => one.Item), chunk.MaxBy(one => one.Item) }.OrderBy(one => one.Index).Select(one => one.Item)),
        ];
        Assert.Equal(expected, signal.Values);
    }

    private static Channel ChannelOf(double[] samples) => new("c", "mV", 100, samples);

    /// <summary>Samples that are nowhere.</summary>
    private sealed class Counting(long count) : SampleSource
    {
        public int Longest { get; private set; }

        public override long Count => count;

        public override void Read(long start, Span<double> destination)
        {
            Longest = Math.Max(Longest, destination.Length);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = (start + i) % 1000;
            }
        }
    }
}
