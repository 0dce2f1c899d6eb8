// What is written as EDF+ and read again.
namespace SmileNotebooks.Tests.Physiology.Formats.Edf;

public sealed class EdfWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_comes_back_with_its_rates_units_kinds_events_participant_and_start()
    {
        Recording recording = new(
            new Channel("zygomaticus", "µV", 1000, Noise(2500, 40, 1)) { Kind = ChannelKind.Emg },
            new Channel("corrugator AR", "mV", 100, Noise(250, 2, 2).Select(Math.Abs).ToArray()) { Kind = ChannelKind.EmgAmplitude },
            new Channel("hand", "µS", 10, Noise(25, 1, 3)) { Kind = ChannelKind.SkinConductance },
            new Channel("Happy", "", 100, Enumerable.Range(0, 250).Select(i => i % 100 < 50 ? 5.0 : 0).ToArray()) { Kind = ChannelKind.Trigger })
        {
            Participant = "09",
            Start = new DateTime(2024, 2, 29, 23, 59, 59).AddTicks(1_234_567),
            Simulated = "simulated from published parameters, seed 1",
            Events = [new(0.1, "Happy", 0.3), new(1.0 / 3, "Ärger, 2 words"), new(-0.5, "before"), new(2.4999, "end")],
        };
        Recording read = SavedAndRead(recording);
        Assert.Equal(recording.Channels.Select(Facts), read.Channels.Select(Facts));
        Assert.Equal(recording.Events, read.Events);
        Assert.Equal((recording.Participant, recording.Start, recording.Simulated), (read.Participant, read.Start, read.Simulated));
        Assert.Empty(read.Remarks);
        RequireWithinQuantum(recording, read);
        Assert.Equal(recording["Happy"].Read(), read["Happy"].Read());
    }

    [Theory]
    [InlineData("plus.edf")]
    [InlineData("unclosed.edf")]
    [InlineData("longer.edf")]
    [InlineData("paused.edf")]
    public void What_was_read_from_EDF_is_the_same_after_writing_it(string file)
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", file));
        recording = new Recording(recording.Channels.Select((channel, index) => channel with { Name = $"c{index}" })) { Events = recording.Events, Start = recording.Start };
        Recording read = SavedAndRead(recording);
        Assert.Equal(recording.Read(), read.Read());
        Assert.Equal(recording.Events, read.Events);
        Assert.Equal(recording.Start, read.Start);
        Assert.Equal(recording.Channels.Select(Facts), read.Channels.Select(Facts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(1009)]
    public void A_last_record_that_is_filled_is_cut_where_the_recording_ends(int samples)
    {
        Recording recording = new(new Channel("a", "mV", 100, Noise(samples, 1, 4)), new Channel("slow", "mV", 10, Noise((samples + 5) / 10 is 0 ? 1 : (samples + 5) / 10, 1, 5)));
        if (samples == 1)
        {
            // One sample of each ends at 0.01 s and at 0.1 s.
            Assert.Contains("expected channels that end together", Assert.Throws<ArgumentException>(() => recording.SaveEdf(_folder.PathOf("a.edf"))).Message);
            return;
        }

        Recording read = SavedAndRead(recording);
        Assert.Equal(recording.Channels.Select(Facts), read.Channels.Select(Facts));
        Assert.Empty(read.Events);
        RequireWithinQuantum(recording, read);
    }

    [Theory]
    [InlineData(512.0327700972862, 3000)]
    [InlineData(33.333333333333336, 100)]
    [InlineData(0.1, 7)]
    [InlineData(44100, 50000)]
    public void Odd_rates_get_records_of_their_own_duration(double rate, int samples)
    {
        Recording recording = new(new Channel("a", "mV", rate, Noise(samples, 1, 6)));
        Recording read = SavedAndRead(recording);
        Assert.Equal(samples, read.Channels[0].SampleCount);
        Assert.Equal(rate, read.Channels[0].SamplingRate, rate * 1e-12);
        RequireWithinQuantum(recording, read);
    }

    [Fact]
    public void Rates_that_fit_no_record_are_named()
    {
        Recording recording = new(new Channel("a", "mV", Math.PI, Noise(10, 1, 7)), new Channel("b", "mV", Math.E, Noise(9, 1, 7)));
        Assert.Contains("At rates of 3.141592653589793, 2.718281828459045 Hz", Refused(recording).Message);
        Assert.Contains("records of 0.015 s do not hold whole numbers", Refused(new Recording(new Channel("a", "mV", 100, Noise(100, 1, 7))), new EdfOptions { RecordDuration = 0.015 }).Message);
    }

    [Fact]
    public void A_pause_of_all_channels_makes_a_discontinuous_file()
    {
        double[] fast = Noise(1000, 1, 8), slow = Noise(100, 1, 9);
        Array.Fill(fast, double.NaN, 300, 170);
        Array.Fill(slow, double.NaN, 30, 17);
        Recording recording = new(new Channel("a", "mV", 100, fast), new Channel("b", "mV", 10, slow)) { Events = [new(4.8, "Happy")] };
        Recording read = SavedAndRead(recording);
        Assert.Equal(recording.Channels.Select(Facts), read.Channels.Select(Facts));
        Assert.Equal(recording.Events, read.Events);
        RequireWithinQuantum(recording, read);
        Assert.Equal("EDF+D", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(_folder.PathOf("a.edf")), 192, 5));
    }

    [Theory]
    [InlineData(0, 5, "has a gap (samples of NaN) at its beginning or end")]
    [InlineData(995, 1000, "has a gap (samples of NaN) at its beginning or end")]
    [InlineData(0, 1000, "has no sample that is a number")]
    [InlineData(500, 600, "where another channel has none")]
    [InlineData(337, 338, "where another channel has none")]
    public void Other_gaps_are_refused(int start, int end, string message)
    {
        double[] gaps = Noise(1000, 1, 10);
        Array.Fill(gaps, double.NaN, start, end - start);
        Assert.Contains(message, Refused(new Recording(new Channel("sound", "mV", 100, Noise(1000, 1, 11)), new Channel("gaps", "mV", 100, gaps))).Message);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(12.3456789, 12.3456789)]
    [InlineData(-1e-9, 3e-9)]
    [InlineData(-1e300, 1e299)]
    [InlineData(1e-300, 3e-300)]
    [InlineData(123456.789, 123456.7891)]
    [InlineData(-99999999.5, 1)]
    public void The_physical_range_reaches_outward_and_the_error_is_half_a_step(double least, double greatest)
    {
        Recording recording = new(new Channel("a", "mV", 100, Enumerable.Range(0, 100).Select(i => least + ((greatest - least) * i / 99)).ToArray()));
        RequireWithinQuantum(recording, SavedAndRead(recording));
    }

    [Fact]
    public void Samples_that_16_bits_cannot_divide_are_refused()
    {
        Assert.Contains("Sample 1 of channel a is Infinity", Refused(new Recording(new Channel("a", "mV", 1, new[] { 0, double.PositiveInfinity }))).Message);
        Assert.Contains("expected a range that 65,535 steps can divide", Refused(new Recording(new Channel("a", "mV", 1, new[] { 0, double.MaxValue }))).Message);
        Assert.Contains("expected a range that 65,535 steps can divide", Refused(new Recording(new Channel("a", "mV", 1, new[] { 0, double.Epsilon }))).Message);
    }

    [Fact]
    public void Physical_limits_can_be_given_and_must_hold_the_samples()
    {
        Recording recording = new(new Channel("a", "mV", 100, Noise(100, 0.1, 12)));
        EdfOptions options = new() { PhysicalLimits = new EdfOptions().PhysicalLimits.Add("a", (-5, 5)) };
        double[] read = SavedAndRead(recording, options).Channels[0].Read();
        Assert.All(read, sample => Assert.Equal(0, Math.IEEERemainder(sample + 5, 10 / 65535.0), 12));
        Assert.Contains("expected limits around its samples", Refused(recording, options with { PhysicalLimits = options.PhysicalLimits.SetItem("a", (0, 1e-3)) }).Message);
        Assert.Contains("expected a channel: a", Refused(recording, options with { PhysicalLimits = options.PhysicalLimits.Add("b", (0, 1)) }).Message);
    }

    [Theory]
    [InlineData("a name of 17 chars", "mV", "", "expected a name of 1 to 16 printable ASCII characters")]
    [InlineData("Zähne", "mV", "", "expected a name of 1 to 16 printable ASCII characters")]
    [InlineData("EDF Annotations", "mV", "", "expected a name of 1 to 16 printable ASCII characters")]
    [InlineData("a", "millivolt", "", "expected at most 8 printable ASCII characters")]
    [InlineData("a", "mV", "Jürgen", "The participant is \"Jürgen\"")]
    public void Texts_that_the_header_cannot_hold_are_refused(string name, string unit, string participant, string message) =>
        Assert.Contains(message, Refused(new Recording(new Channel(name, unit, 1, new[] { 1.0, 2.5 })) { Participant = participant }).Message);

    [Theory]
    [InlineData(double.NaN, "x", 0)]
    [InlineData(1, "", 0)]
    [InlineData(1, "a\u0014b", 0)]
    [InlineData(1, "x", -1)]
    [InlineData(1e300, "x", 0)]
    public void Events_that_annotations_cannot_hold_are_refused(double onset, string label, double duration) =>
        Assert.Contains("vent", Refused(new Recording(new Channel("a", "", 1, new[] { 1.0, 2.5 })) { Events = [new(onset, label, duration)] }).Message);

    [Fact]
    public void Many_events_in_few_records_all_come_back()
    {
        RecordingEvent[] events = [.. Enumerable.Range(0, 1000).Select(i => new RecordingEvent(i / 500.0, $"event {new string('x', i % 37)} {i}"))];
        Recording recording = new(new Channel("a", "mV", 100, Noise(300, 1, 13))) { Events = [.. events] };
        Assert.Equal(events, SavedAndRead(recording).Events);
    }

    [Fact]
    public void Nothing_is_left_behind_where_writing_fails_and_the_file_that_was_read_can_be_replaced()
    {
        Recording recording = new(new Channel("a", "mV", 100, Noise(300, 1, 14)));
        Assert.Contains("an error while writing", Assert.Throws<RecordingException>(() => recording.SaveEdf(_folder.PathOf("no/such/folder.edf"))).Found);
        Recording read = SavedAndRead(recording);
        read.SaveEdf(read.Path!);
        Assert.Equal(["a.edf"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        Assert.Contains("changed", Assert.Throws<RecordingException>(() => read.SaveEdf(_folder.PathOf("b.edf"))).Found);
        Assert.Equal(["a.edf"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void The_same_recording_gives_the_same_bytes()
    {
        Recording recording = new(new Channel("a", "mV", 100, Noise(300, 1, 15))) { Events = [new(1, "x")] };
        recording.SaveEdf(_folder.PathOf("a.edf"));
        recording.SaveEdf(_folder.PathOf("b.edf"));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.edf")), File.ReadAllBytes(_folder.PathOf("b.edf")));
    }

    private static double[] Noise(int count, double scale, ulong seed)
    {
        double[] samples = new double[count];
        new RandomStream(seed).FillGaussian(samples, 0, scale);
        return samples;
    }

    private static (string, string, double, long, ChannelKind) Facts(Channel channel) => (channel.Name, channel.Unit, channel.SamplingRate, channel.SampleCount, channel.Kind);

    // Half a step of what the header says, and the rounding of doubles.
    private static void RequireWithinQuantum(Recording recording, Recording read)
    {
        foreach ((Channel expected, Channel actual) in recording.Channels.Zip(read.Channels))
        {
            EdfSignal signal = ((EdfSamples)actual.Source).Signal;
            double largest = Math.Max(Math.Abs(signal.PhysicalMinimum), Math.Abs(signal.PhysicalMaximum));
            Assert.All(
                expected.Read().Zip(actual.Read()),
                pair => Assert.True(pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= (signal.Gain / 2) + (4e-16 * largest), $"{expected.Name}: {pair}"));
        }
    }

    private static ArgumentException Refused(Recording recording, EdfOptions? options = null)
    {
        using TemporaryFolder folder = new();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => recording.SaveEdf(folder.PathOf("a.edf"), options));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        return exception;
    }

    private Recording SavedAndRead(Recording recording, EdfOptions? options = null)
    {
        recording.SaveEdf(_folder.PathOf("a.edf"), options);
        return Recording.Load(_folder.PathOf("a.edf"));
    }
}
