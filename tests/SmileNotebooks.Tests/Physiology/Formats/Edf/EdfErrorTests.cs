// Damaged and hostile EDF files.
namespace SmileNotebooks.Tests.Physiology.Formats.Edf;

public sealed class EdfErrorTests : IDisposable
{
    private static readonly EdfBytes Sound = new(SignalBytes.Of("a", 2, 1, 2, 3, 4), SignalBytes.Annotations("+0\u0014\u0014\0", "+1\u0014\u0014\0")) { Reserved = "EDF+D" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(100, "byte 100")]
    [InlineData(255, "byte 255")]
    [InlineData(300, "byte 300")]
    [InlineData(767, "byte 767")]
    public void A_header_that_is_cut_is_named_by_its_last_byte(int length, string place)
    {
        RecordingException exception = Fails(Sound.ToArray()[..length]);
        Assert.Equal(place, exception.Place);
        Assert.Equal("the end of the file within the header", exception.Found);
    }

    [Fact]
    public void A_header_without_records_is_an_error_unless_it_says_so()
    {
        Assert.Equal("byte 768", Fails(Sound.ToArray()[..768]).Place);
        Recording recording = Recording.Load(_folder.Write("b.edf", (Sound with { Records = "0" }).ToArray()[..768]));
        Assert.Equal(0, recording.Channels[0].SampleCount);
        Assert.Empty(recording.Channels[0].Read());
        Assert.Empty(recording.Read()[0]);
    }

    public static TheoryData<string, string, string> Fields => new()
    {
        { "signals", "-3", "byte 252" },
        { "signals", "0", "byte 252" },
        { "signals", "9999", "byte 184" },
        { "signals", "", "byte 252" },
        { "header", "100", "byte 184" },
        { "header", "512", "byte 184" },
        { "records", "-2", "byte 236" },
        { "records", "many", "byte 236" },
        { "duration", "0", "byte 244" },
        { "duration", "-1", "byte 244" },
        { "duration", "1e999", "byte 244" },
        { "minimum", "x", "byte 464" },
        { "samples", "-5", "byte 688" },
        { "samples", "99999999", "byte 768" },
        { "samples", "1.5", "byte 688" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_cannot_be_is_named_by_its_byte(string field, string text, string place)
    {
        EdfBytes bytes = field switch
        {
            "signals" => Sound with { SignalCount = text },
            "header" => Sound with { HeaderBytes = text },
            "records" => Sound with { Records = text },
            "duration" => Sound with { Duration = text },
            "minimum" => Sound with { Signals = [Sound.Signals[0] with { PhysicalMinimum = text }, Sound.Signals[1]] },
            _ => Sound with { Signals = [Sound.Signals[0] with { SamplesPerRecord = text }, Sound.Signals[1]] },
        };
        RecordingException exception = Fails(bytes.ToArray());
        Assert.Equal(place, exception.Place);
        Assert.StartsWith(_folder.PathOf("a.edf"), exception.Message);
    }

    [Fact]
    public void Annotations_without_samples_are_no_recording() =>
        Assert.Equal("annotations and no samples", Fails(new EdfBytes(Sound.Signals[1]).ToArray()).Found);

    [Fact]
    public void A_file_of_another_kind_is_named_with_what_it_begins_with()
    {
        RecordingException exception = Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("a.edf", "RIFFxxxxWAVE"u8.ToArray()), SmileNotebooks.Edf.Format));
        Assert.Equal(("byte 0", "\"RIFFxxxx\""), (exception.Place, exception.Found));
        Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("empty.edf", []), SmileNotebooks.Edf.Format));
        Assert.Equal("a folder", Assert.Throws<RecordingException>(() => Recording.Load(_folder.Path, SmileNotebooks.Edf.Format)).Found);
    }

    [Fact]
    public void Whatever_bytes_are_changed_or_lost_only_a_RecordingException_comes_out()
    {
        byte[][] sources = [.. new[] { "plus.edf", "unclosed.edf", "status.bdf", "paused.edf", "plus.bdf" }.Select(name => File.ReadAllBytes(MneOracle.PathOf("edf", name)))];
        Assert.InRange(Corruption.Survivors(sources, bytes => _folder.Write("a.edf", bytes), SmileNotebooks.Edf.Format, 4000), 500, 3999);
    }

    private RecordingException Fails(byte[] bytes) => Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("a.edf", bytes), SmileNotebooks.Edf.Format));
}
