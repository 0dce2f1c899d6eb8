using System.Collections.Immutable;

namespace SmileNotebooks.Tests;

public sealed class SavedRecordingTests : IDisposable
{
    private static readonly double[] Edges = [0, -0.0, 1.0 / 3, double.NaN, 1e-300, -4.9e-324, 9.999999999999999e29, 123456789.123456789, 0.1, -1e22, 5e-324, double.Epsilon * 3];

    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Recording Sample(string? simulated = null) => new(
        new Channel("zygomaticus, left", "mV", 1000, Edges) { Kind = ChannelKind.EmgAmplitude },
        new Channel("GSR", "µS", 1000, Edges.Reverse().ToArray()) { Kind = ChannelKind.SkinConductance },
        new Channel("Digital", "", 1000, Edges) { Kind = ChannelKind.Trigger })
    {
        Participant = "09",
        PowerLineFrequency = 50,
        Simulated = simulated,
        Events =
        [
            new(1.0 / 3, "Happy", 0.1) { Fields = ImmutableSortedDictionary<string, string>.Empty.Add("response", "a b").Add("trial_type", "Happy") },
            new(-0.5, "Angry") { Fields = ImmutableSortedDictionary<string, string>.Empty.Add("trial_type", "Angry") },
        ],
    };

    private static void HasSameSamples(Recording expected, Recording actual)
    {
        Assert.Equal(expected.Channels.Select(one => (one.Name, one.Unit, one.SamplingRate)), actual.Channels.Select(one => (one.Name, one.Unit, one.SamplingRate)));
        foreach ((Channel one, Channel other) in expected.Channels.Zip(actual.Channels))
        {
            Assert.Equal(one.Read().Select(BitConverter.DoubleToInt64Bits), other.Read().Select(BitConverter.DoubleToInt64Bits));
        }

        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Simulated, actual.Simulated);
        Assert.Empty(actual.Remarks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("simulated, seed 1")]
    public void A_saved_dataset_is_read_as_it_was(string? simulated)
    {
        Recording recording = Sample(simulated);
        string path = recording.SaveBids(_folder.At("study"), "faces");
        Recording read = Recording.Load(path);

        HasSameSamples(recording, read);
        Assert.Equal(recording.Channels.Select(one => one.Kind), read.Channels.Select(one => one.Kind));
        Assert.Equal((recording.Participant, recording.PowerLineFrequency), (read.Participant, read.PowerLineFrequency));
        Assert.Equal(
            [
                "study", "study/dataset_description.json", "study/sub-09", "study/sub-09/emg", "study/sub-09/emg/sub-09_task-faces_channels.tsv", "study/sub-09/emg/sub-09_task-faces_emg.json",
                "study/sub-09/emg/sub-09_task-faces_emg.tsv.gz", "study/sub-09/emg/sub-09_task-faces_events.tsv",
            ],
            _folder.Files);
        Assert.Single(Recording.LoadAll(_folder.At("study")));
    }

    [Fact]
    public void The_same_recording_gives_the_same_bytes()
    {
        byte[] first = File.ReadAllBytes(Sample().SaveBids(_folder.At("a"), "faces"));
        Assert.Equal(first, File.ReadAllBytes(Sample().SaveBids(_folder.At("b"), "faces")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("simulated, seed 1")]
    public void A_saved_CSV_is_read_as_it_was(string? simulated)
    {
        Recording recording = Sample(simulated);
        recording.SaveCsv(_folder.At("09_x.csv"));
        HasSameSamples(recording, Recording.Load(_folder.At("09_x.csv")));
        Assert.StartsWith("time [s],\"zygomaticus, left [mV]\",GSR [µS],Digital\n0,0,1.5E-323,0\n0.001,-0,", File.ReadAllText(_folder.At("09_x.csv")));
        Assert.Single(Recording.LoadAll(_folder.At()));
    }

    [Fact]
    public void Events_of_an_earlier_file_do_not_stay()
    {
        Sample().SaveCsv(_folder.At("09_x.csv"));
        (Sample() with { Events = [] }).SaveCsv(_folder.At("09_x.csv"));
        Assert.Empty(Recording.Load(_folder.At("09_x.csv")).Events);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "the value Infinity; expected values up to 1e30, or NaN.")]
    [InlineData(-1e300, "the value -1E+300; expected values up to 1e30, or NaN.")]
    public void Values_that_no_reader_takes_are_refused_and_nothing_is_left(double value, string message)
    {
        Recording recording = new(new Channel("a", "V", 10, new[] { 1, value })) { Participant = "09" };
        Assert.EndsWith($"channel a, sample 1: {message}", Assert.Throws<RecordingException>(() => recording.SaveCsv(_folder.At("x.csv"))).Message);
        Assert.EndsWith($"channel a, sample 1: {message}", Assert.Throws<RecordingException>(() => recording.SaveBids(_folder.At("study"), "faces")).Message);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Channels_of_different_rates_are_refused()
    {
        Recording recording = new(new Channel("a", "V", 10, new double[] { 1 }), new Channel("b", "V", 20, new double[] { 1, 2 })) { Participant = "09" };
        Assert.Contains("channels of one rate and length", Assert.Throws<RecordingException>(() => recording.SaveCsv(_folder.At("x.csv"))).Message);
        Assert.Contains("channels of one rate and length", Assert.Throws<RecordingException>(() => recording.SaveBids(_folder.At("study"), "faces")).Message);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Names_that_BIDS_does_not_allow_are_refused()
    {
        Assert.Contains("The participant of the recording is called \"\"", Assert.Throws<ArgumentException>(() => (Sample() with { Participant = "" }).SaveBids(_folder.At(), "faces")).Message);
        Assert.Contains("The task of the recording is called \"a_b\"", Assert.Throws<ArgumentException>(() => Sample().SaveBids(_folder.At(), "a_b")).Message);
        Assert.Throws<ArgumentException>(() => Sample().SaveBidsSidecars(_folder.At("x.edf")));
        Recording tab = Sample() with { Events = [new(0, "a\tb")] };
        Assert.Contains("\"a?b\" among its names and labels", Assert.Throws<RecordingException>(() => tab.SaveBids(_folder.At("study"), "faces")).Message);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Simulated_and_recorded_data_do_not_mix_in_a_dataset()
    {
        Sample("simulated, seed 1").SaveBids(_folder.At("study"), "faces");
        string message = Assert.Throws<RecordingException>(() => (Sample() with { Participant = "10" }).SaveBids(_folder.At("study"), "faces")).Message;
        Assert.EndsWith("dataset_description.json, Simulated: a dataset that is simulated, seed 1; expected one like the recording to be added, which was recorded.", message);
        Assert.False(Directory.Exists(_folder.At("study", "sub-10")));
    }

    [Fact]
    public void Sidecars_can_stand_beside_another_file()
    {
        Sample().SaveBidsSidecars(_folder.At("sub-09_task-faces_emg.edf"));
        Assert.Equal(["sub-09_task-faces_channels.tsv", "sub-09_task-faces_emg.json", "sub-09_task-faces_events.tsv"], _folder.Files);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named() =>
        Assert.Contains("an error while writing", Assert.Throws<RecordingException>(() => Sample().SaveCsv(_folder.At("none", "x.csv"))).Message);
}
