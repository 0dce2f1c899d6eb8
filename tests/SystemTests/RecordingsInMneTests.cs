// What we write as EDF, MNE reads.
using System.Globalization;
using SmileNotebooks;

namespace SystemTests;

public sealed class RecordingsInMneTests : IDisposable
{
    // One channel at a time: MNE resamples channels of different rates to the greatest. MNE takes a channel called trigger for one of bits, so none is.
    private const string Script = """
        import sys, warnings, mne
        mne.set_log_level("error")
        warnings.simplefilter("error")
        raw = mne.io.read_raw_edf(sys.argv[1])
        print("start", raw.info["meas_date"].isoformat())
        for one in raw.annotations:
            print("event", repr(float(one["onset"])), repr(float(one["duration"])), one["description"], sep="\t")
        for name in raw.ch_names:
            channel = mne.io.read_raw_edf(sys.argv[1], include=[name])
            print("channel", name, repr(channel.info["sfreq"]), " ".join(repr(float(v)) for v in channel.get_data()[0]), sep="\t")
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smile-mne-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Mne_reads_what_we_write_sample_for_sample()
    {
        Recording recording = new(
            new Channel("EMG zyg", "µV", 1000, Course(2500, 37)) { Kind = ChannelKind.Emg },
            new Channel("EMG corr", "mV", 250, Course(625, 0.4)) { Kind = ChannelKind.Emg },
            new Channel("stimulus", "", 100, Enumerable.Range(0, 250).Select(i => i % 100 < 50 ? 5.0 : 0).ToArray()))
        {
            Start = new DateTime(2024, 2, 29, 12, 34, 56, 500),
            Participant = "09",
            Events = [new(0.25, "Happy", 1.5), new(0.75, "Ärger, 2 words"), new(2.4, "end")],
        };
        await RequireSameAsync(recording, [.. recording.Events], recording.Channels.Select(channel => channel.SampleCount));
    }

    [Fact]
    public async Task Mne_reads_a_filled_last_record_with_a_note_of_where_the_recording_ends()
    {
        Recording recording = new(new Channel("EMG zyg", "µV", 100, Course(1009, 37))) { Simulated = "simulated, seed 1" };
        await RequireSameAsync(recording, [new(0, "Simulated data: simulated, seed 1"), new(10.09, "Recording ends")], [1100]);
    }

    private static double[] Course(int count, double scale) => [.. Enumerable.Range(0, count).Select(i => scale * (Math.Sin(i * 0.37) + (0.3 * Math.Cos(i * 1.7))))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private async Task RequireSameAsync(Recording recording, RecordingEvent[] events, IEnumerable<long> counts)
    {
        string python = await Python.WithAsync("python3-mne", "mne");
        string path = Path.Combine(_folder.FullName, "ours.edf");
        recording.SaveEdf(path);
        Recording read = Recording.Load(path);
        string[] lines = (await Python.RunAsync(python, [], "-c", Script, path)).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[][] annotations = [.. lines.Where(line => line.StartsWith("event\t", StringComparison.Ordinal)).Select(line => line.Split('\t'))];
        Assert.Equal(events, annotations.Select(parts => new RecordingEvent(Number(parts[1]), parts[3], Number(parts[2]))));
        string[][] channels = [.. lines.Where(line => line.StartsWith("channel\t", StringComparison.Ordinal)).Select(line => line.Split('\t'))];
        Assert.Equal(counts, channels.Select(parts => parts[3].Split(' ').LongLength));
        foreach ((string[] parts, Channel channel) in channels.Zip(read.Channels))
        {
            double volts = channel.Unit switch { "µV" => 1e-6, "mV" => 1e-3, _ => 1 };
            Assert.Equal((parts[1], Number(parts[2])), (channel.Name, channel.SamplingRate));
            Assert.Equal(channel.Read().Select(sample => sample * volts), parts[3].Split(' ').Select(Number).Take((int)channel.SampleCount));
        }

        // MNE keeps whole seconds of the start.
        DateTime start = recording.Start ?? new DateTime(1985, 1, 1);
        Assert.Equal($"start {start:yyyy-MM-ddTHH:mm:ss}+00:00", lines[0]);
    }
}
