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
            TestContext.Current.TestOutputHelper?.WriteLine(quality.ToString());
        }
    }

    [Fact]
    public void The_real_recording_of_countenance_has_hum_of_the_mains_or_none_but_no_defect_that_is_not_there()
    {
        double[][] rows = [.. File.ReadLines(SharedData.PathOf("data", "countenance", "femg_raw_exported_sample.txt"))
            .SkipWhile(line => !line.StartsWith("CH1,", StringComparison.Ordinal)).Skip(2).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Take(3).Select(double.Parse).ToArray())];
        string[] names = ["Corr Raw", "Zyg Raw", "Lev Raw"];
        RecordingQuality quality = new Recording(names.Select((name, column) =>
            new Channel(name, "mV", 1000, rows.Select(row => row[column]).ToArray()) { Kind = ChannelKind.Emg })).Quality();
        TestContext.Current.TestOutputHelper?.WriteLine(quality.ToString());
        Assert.All(quality.Channels, channel =>
        {
            Assert.NotNull(channel.LineNoise);
            Assert.Equal((0.0, 0.0, 0), (channel.ClippedShare, channel.FlatShare, channel.GapCount));
        });
    }

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
}
