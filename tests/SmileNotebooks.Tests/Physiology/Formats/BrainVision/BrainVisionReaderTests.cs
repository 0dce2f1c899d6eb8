// What the files of a BrainVision recording may say.
using System.Text;

namespace SmileNotebooks.Tests.Physiology.Formats.BrainVision;

public sealed class BrainVisionReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Samples_markers_and_start_are_read()
    {
        Recording recording = Recording.Load(new BrainVisionLines().Write(_folder));
        Assert.Equal(["EMG zyg: 3 samples at 1,000 Hz, µV", "b: 3 samples at 1,000 Hz, mV"], recording.Channels.Select(channel => channel.ToString()));
        Assert.Equal([ChannelKind.Emg, ChannelKind.Other], recording.Channels.Select(channel => channel.Kind));
        Assert.Equal([0.5, 1, 1.5], recording.Channels[0].Read());
        Assert.Equal([20, 30], recording.Channels[1].Read(1, 2));
        Assert.Equal(["New Segment at 0 s", "Happy at 0.002 s"], recording.Events.Select(one => one.ToString()));
        Assert.Equal(new DateTime(2021, 3, 2, 14, 5, 6, 250), recording.Start);
        Assert.Empty(recording.Remarks);
    }

    [Fact]
    public void A_code_page_of_Windows_and_none_at_all_are_read()
    {
        BrainVisionLines lines = new() { Encoding = Encoding.Latin1, Channels = ["Ch1=Zähne,,,µS", "Ch2=b"] };
        Assert.Equal(("Zähne", "µS", "µV"), Names(lines));
        Assert.Equal(("Zähne", "µS", "µV"), Names(lines with { DataFile = "Codepage=ANSI\r\nDataFile=a.eeg" }));
        Assert.Equal(("Zähne", "µS", "µV"), Names(lines with { Encoding = new UTF8Encoding(true), FirstLine = "\ufeffBrain Vision Data Exchange Header File Version 1.0" }));
    }

    [Fact]
    public void Only_line_feeds_and_returns_end_lines()
    {
        // Byte 0x85 is an ellipsis of Windows; as a character of Latin-1 it is a line end of Unicode.
        BrainVisionLines windows = new() { Encoding = Encoding.Latin1, DataFile = "Codepage=ANSI\r\nDataFile=a.eeg", Markers = ["Mk1=Comment,wait\u0085 é,2,1,0"] };
        Assert.Equal("wait\u0085 é", Assert.Single(Recording.Load(windows.Write(_folder)).Events).Label);
        Assert.Equal("a\u2028b", Assert.Single(Recording.Load(new BrainVisionLines { Markers = ["Mk1=Comment,a\u2028b,2,1,0"] }.Write(_folder)).Events).Label);
        string path = new BrainVisionLines().Write(_folder);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\r\n", "\r"));
        Assert.Equal(2, Recording.Load(path).Channels.Length);
    }

    [Fact]
    public void Files_are_found_by_placeholder_by_case_and_without_the_folder_that_they_were_in()
    {
        string path = new BrainVisionLines { DataFile = "DataFile=$b.eeg", MarkerFile = "MarkerFile=$b.vmrk" }.Write(_folder);
        Assert.Equal(2, Recording.Load(path).Events.Length);
        Assert.Equal(3, Recording.Load(new BrainVisionLines { DataFile = @"DataFile=C:\data\A.EEG" }.Write(_folder)).Channels[0].SampleCount);
        _folder.Write("A.eeG", [1, 0, 2, 0]);
        RecordingException exception = Assert.Throws<RecordingException>(() => Recording.Load(new BrainVisionLines { DataFile = "DataFile=A.EEG" }.Write(_folder)));
        Assert.Equal(("line 3", "a file beside the header"), (exception.Place, exception.Expected));
    }

    [Fact]
    public void A_missing_marker_file_is_remarked()
    {
        Recording recording = Recording.Load(new BrainVisionLines { MarkerFile = "MarkerFile=lost.vmrk" }.Write(_folder));
        Assert.Equal("The marker file lost.vmrk is missing: the recording has no events.", Assert.Single(recording.Remarks));
        Assert.Empty(Recording.Load(new BrainVisionLines { MarkerFile = "" }.Write(_folder)).Remarks);
    }

    [Fact]
    public void A_file_that_ends_within_a_sample_or_has_another_length_than_it_says_is_remarked()
    {
        BrainVisionLines lines = new() { Samples = [1, 0, 10, 0, 2, 0] };
        Recording recording = Recording.Load((lines with { Common = [.. lines.Common, "DataPoints=7"] }).Write(_folder));
        Assert.Equal(["The header says that there are 7 samples a channel, and the file holds 1; the 1 of the file are read.", "The file ends within a sample, after 2 of the 4 bytes of all channels; these are left out."], recording.Remarks);
        Assert.Equal([10], recording.Channels[1].Read());
        Assert.Equal(0, Recording.Load((lines with { Samples = [] }).Write(_folder)).Channels[0].SampleCount);
    }

    [Fact]
    public void A_vectorized_file_that_is_too_short_is_an_error()
    {
        BrainVisionLines lines = new() { Common = ["DataOrientation=VECTORIZED", "NumberOfChannels=2", "SamplingInterval=1000", "DataPoints=4"] };
        Assert.Equal("12 bytes", Assert.Throws<RecordingException>(() => Recording.Load(lines.Write(_folder))).Found);
        Recording longer = Recording.Load((lines with { Common = [.. lines.Common[..3], "DataPoints=2"] }).Write(_folder));
        Assert.Equal([2, 20], longer.Channels[1].Read());
        Assert.Equal("The header says that there are 2 samples a channel, and the file holds 3; those that it says are read.", Assert.Single(longer.Remarks));
    }

    [Fact]
    public void A_later_segment_is_remarked_and_a_date_is_that_of_the_first_sample()
    {
        Recording recording = Recording.Load(new BrainVisionLines { Markers = ["Mk1=New Segment,,1,1,0,0", "Mk2=New Segment,,3,1,0,20210302140506250000"] }.Write(_folder));
        Assert.Contains("A new segment begins at 0.002 s", Assert.Single(recording.Remarks));
        Assert.Equal(new DateTime(2021, 3, 2, 14, 5, 6, 248), recording.Start);
    }

    public static TheoryData<string, string, string> Lines => new()
    {
        { "DataFormat=BINARY", "DataFormat=ASCII", "line 5" },
        { "DataOrientation=MULTIPLEXED", "DataOrientation=SIDEWAYS", "line 6" },
        { "NumberOfChannels=2", "NumberOfChannels=3", "line 7" },
        { "NumberOfChannels=2", "NumberOfChannels=-1", "line 7" },
        { "SamplingInterval=1000", "SamplingInterval=0", "line 8" },
        { "SamplingInterval=1000", "SamplingInterval=fast", "line 8" },
        { "BinaryFormat=INT_16", "BinaryFormat=UINT_16", "line 10" },
        { "BinaryFormat=INT_16", "BinaryFormat=INT_16\r\nUseBigEndianOrder=YES", "line 11" },
        { "Ch1=EMG zyg,,0.5,µV", "Ch1=EMG zyg,,half,µV", "line 12" },
        { "Ch2=b,,1,mV", "Ch3=b,,1,mV", "line 13" },
        { "Ch2=b,,1,mV", "Ch1=b,,1,mV", "line 13" },
        { "Ch2=b,,1,mV", "nonsense", "line 13" },
        { "Mk2=Stimulus,Happy,3,1,0", "Mk2=Stimulus,Happy", "line 4" },
        { "Mk2=Stimulus,Happy,3,1,0", "Mk2=Stimulus,Happy,third,1,0", "line 4" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_that_cannot_be_is_named(string sound, string damaged, string place)
    {
        string path = new BrainVisionLines().Write(_folder);
        foreach (string file in new[] { path, _folder.PathOf("a.vmrk") })
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(sound, damaged));
        }

        Assert.Equal(place, Assert.Throws<RecordingException>(() => Recording.Load(path)).Place);
    }

    [Fact]
    public void Whatever_bytes_are_changed_or_lost_only_a_RecordingException_comes_out()
    {
        string path = new BrainVisionLines().Write(_folder);
        int read = Corruption.Survivors([File.ReadAllBytes(path)], bytes => _folder.Write("a.vhdr", bytes), SmileNotebooks.BrainVision.Format, 3000);
        Assert.InRange(read, 100, 2999);
        _folder.Write("a.vhdr", new BrainVisionLines().Header);
        read = Corruption.Survivors([File.ReadAllBytes(_folder.PathOf("a.vmrk"))], bytes => { _folder.Write("a.vmrk", bytes); return path; }, SmileNotebooks.BrainVision.Format, 1000);
        Assert.InRange(read, 100, 999);
    }

    private (string Name, string Unit, string Default) Names(BrainVisionLines lines)
    {
        Recording recording = Recording.Load(lines.Write(_folder));
        return (recording.Channels[0].Name, recording.Channels[0].Unit, recording.Channels[1].Unit);
    }
}
