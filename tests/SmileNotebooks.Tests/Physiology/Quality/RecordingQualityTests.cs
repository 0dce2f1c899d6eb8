namespace SmileNotebooks.Tests.Physiology;

public class RecordingQualityTests
{
    [Fact]
    public void Electromyograms_are_looked_at_and_other_channels_where_asked()
    {
        Recording recording = new(Emg("zygomaticus", 1), Emg("corrugator", 2), new Channel("Happy", "V", 100, new double[500])) { Participant = "09", Simulated = "simulated, seed 1" };
        RecordingQuality quality = recording.Quality();
        Assert.Equal(["zygomaticus", "corrugator"], quality.Channels.Select(channel => channel.Channel));
        Assert.Equal(3, recording.Quality(new() { Kinds = [] }).Channels.Length);
        Assert.Equal("good", quality["corrugator"].Verdict);
        string[] lines = quality.ToString().Split('\n');
        Assert.Equal("Recording of 09; simulated, seed 1", lines[0]);
        Assert.StartsWith("channel      line noise  clipped", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("zygomaticus  ", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("good", lines[3], StringComparison.Ordinal);
        Assert.Equal("Happy was not looked at; the channels that were are zygomaticus, corrugator. (Parameter 'channel')", Assert.Throws<ArgumentException>(() => quality["Happy"]).Message);
    }

    [Fact]
    public void A_recording_without_electromyogram_says_what_it_has()
    {
        Recording recording = new(new Channel("Happy", "V", 100, new double[500]));
        Assert.StartsWith(
            "The recording has no channel of kind Emg or EmgAmplitude; its channels are Happy (Other).", Assert.Throws<ArgumentException>(() => recording.Quality()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_channel_needs_no_more_memory_than_a_short_one()
    {
        _ = EmgQuality.Of(Repeated(200_000));
        long quarter = Allocated(() => EmgQuality.Of(Repeated(1_000_000)));
        long whole = Allocated(() => EmgQuality.Of(Repeated(4_000_000)));
        Assert.InRange(whole - quarter, 0, 500_000);
    }

    [Fact]
    public void The_real_recordings_of_FMOV_have_no_gap_and_no_flat_line()
    {
        string folder = SharedData.PathOf("data", "fmov", "raw");
        foreach (string path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            RecordingQuality quality = Fmov(path).Quality();
            Assert.All(quality.Channels, channel =>
            {
                Assert.Null(channel.LineNoise);
                Assert.Equal((0.0, 0), (channel.FlatShare, channel.GapCount));
                Assert.True(channel.BaselineNoise > 0 && channel.SignalToNoise > 0, $"{path}: {channel}");
                Assert.False(channel.IsUnusable);
            });
        }
    }

    [Fact]
    public void The_real_recording_of_countenance_has_hum_of_50_Hz_in_one_of_three_muscles()
    {
        double[][] rows = [.. File.ReadLines(SharedData.PathOf("data", "countenance", "femg_raw_exported_sample.txt"))
            .SkipWhile(line => !line.StartsWith("CH1,", StringComparison.Ordinal)).Skip(2).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Take(3).Select(double.Parse).ToArray())];
        string[] names = ["Corr Raw", "Zyg Raw", "Lev Raw"];
        RecordingQuality quality = new Recording(names.Select((name, column) =>
            new Channel(name, "mV", 1000, rows.Select(row => row[column]).ToArray()) { Kind = ChannelKind.Emg })).Quality();
        Assert.Equal(["look at: line noise", "good", "good"], quality.Channels.Select(channel => channel.Verdict.Split(" (")[0]));
        Assert.Equal(50, quality.Channels[0].LineNoise!.Frequency);
        Assert.All(quality.Channels, channel =>
        {
            Assert.Equal((0.0, 0.0, 0), (channel.ClippedShare, channel.FlatShare, channel.GapCount));
        });
    }

    private static long Allocated(Func<EmgQuality> measure)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        EmgQuality quality = measure();
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("good", quality.Verdict);
        return after - before;
    }

    private static Channel Repeated(long count) => new("zygomaticus", "mV", 2000, new RepeatedNoise(count)) { Kind = ChannelKind.Emg };

    private static Channel Emg(string name, ulong seed) =>
        new(name, "mV", 1000, SimulatedEmg.Bursts(20, 1000, 20, seed, (5, 6)).Samples) { Kind = ChannelKind.Emg };

    // Columns 2 to 5: raw zygomaticus and corrugator, and their average rectified amplitudes.
    private static Recording Fmov(string path)
    {
        double[][] rows = [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t').Take(5).Select(double.Parse).ToArray())];
        string[] names = ["zygomaticus raw", "corrugator raw", "zygomaticus", "corrugator"];
        return new Recording(names.Select((name, column) => new Channel(name, "mV", 100, rows.Select(row => row[column + 1]).ToArray())
        {
            Kind = column < 2 ? ChannelKind.Emg : ChannelKind.EmgAmplitude,
        }))
        { Path = path };
    }

    /// <summary>A hundred thousand samples of noise over and over: a file that is longer than the memory that it needs.</summary>
    private sealed class RepeatedNoise(long count) : SampleSource
    {
        private static readonly double[] Noise = SimulatedEmg.Noise(100_000, 2000, 1);

        public override long Count => count;

        public override void Read(long start, Span<double> destination)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Noise[(start + i) % Noise.Length];
            }
        }
    }
}
