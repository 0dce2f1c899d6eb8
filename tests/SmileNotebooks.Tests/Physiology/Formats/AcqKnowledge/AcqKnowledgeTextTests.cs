using System.Text;

namespace SmileNotebooks.Tests;

public sealed class AcqKnowledgeTextTests : IDisposable
{
    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Recording Read(string text, AcqKnowledgeText? format = null) => Recording.Load(_folder.Write("12_x.txt", text), format);

    private static string Header(string interval, string line = "CH1,CH2,") => $"x.acq\r\n{interval}\r\n2 channels\r\nZyg Raw\r\nmV\r\nECG\r\nVolts\r\n{line}\r\n";

    [Fact]
    public void The_shared_export_is_read_with_its_events()
    {
        Recording recording = Recording.Load(SharedData.PathOf("data", "countenance", "femg_raw_exported_sample.txt"));

        Assert.Equal(15, recording.Channels.Length);
        Assert.All(recording.Channels, channel => Assert.Equal((1000, 13150), (channel.SamplingRate, channel.SampleCount)));
        Assert.Equal(["Corr Raw", "Zyg Raw", "Lev Raw", "Digital input", "Digital input (2)"], recording.Channels.Take(5).Select(one => one.Name));
        Assert.Equal("Digital input (8)", recording.Channels[10].Name);
        Assert.Equal((ChannelKind.Emg, "mV"), (recording["Corr Raw"].Kind, recording["Corr Raw"].Unit));
        Assert.Equal((ChannelKind.EmgAmplitude, "V"), (recording["Zyg Processed"].Kind, recording["Zyg Processed"].Unit));
        Assert.Equal(9, recording.Channels.Count(one => one.Kind == ChannelKind.Trigger));
        Assert.Equal([-0.00384521, -0.0043335], recording["Corr Raw"].Read(0, 2));
        Assert.Equal(0.0667316, recording["Lev Processed"].Read(13148, 1)[0]);
        Assert.Equal(6, recording.Events.Length);
        Assert.Equal(new RecordingEvent(13.117, "Digital input", 0.008), recording.Events[^1]);
        Assert.Contains("The header counts 2,054,992 samples of a channel; the file has 13,150 rows.", recording.Remarks);
    }

    [Fact]
    public void The_digital_inputs_of_the_shared_export_make_numbers()
    {
        TriggerRule rule = new() { Coding = TriggerCoding.BinaryCode, Channels = ["Digital input", .. Enumerable.Range(2, 7).Select(bit => $"Digital input ({bit})")] };
        Recording recording = Recording.Load(SharedData.PathOf("data", "countenance", "femg_raw_exported_sample.txt"), new AcqKnowledgeText { Triggers = rule });
        Assert.Equal([new(0.15, "54", 0.008), new(13.117, "1", 0.008)], recording.Events);
    }

    [Theory]
    [InlineData("1 msec/sample", 1000)]
    [InlineData("0.5 msec/sample\tSample rate =\t2000Hz", 2000)]
    [InlineData("0,5 msec/sample", 2000)]
    [InlineData(".5 msec/sample", 2000)]
    [InlineData("500 usec/sample", 2000)]
    [InlineData("0.01 sec/sample", 100)]
    [InlineData("1000 samples/second", 1000)]
    [InlineData("1000 samples/sec", 1000)]
    [InlineData("2 ksamples/sec", 2000)]
    [InlineData("6000 samples/minute", 100)]
    public void The_rate_is_read_however_it_is_written(string interval, double rate)
    {
        Recording recording = Read($"{Header(interval)}3,3,\r\n1,2,\r\n3,4,\r\n5,6,\r\n");
        Assert.Equal(rate, recording["ECG"].SamplingRate, 1e-9);
        Assert.Equal([2, 4, 6], recording["ECG"].Read());
        Assert.Equal((ChannelKind.Ecg, "V", "12"), (recording["ECG"].Kind, recording["ECG"].Unit, recording.Participant));
        Assert.Empty(recording.Remarks);
    }

    [Theory]
    [InlineData("CH1\tCH4\t", "2\t2\t\r\n0.5\t2\t\r\n1.5\t4\t\r\n")]
    [InlineData("CH1\tCH4", "2\t2\r\n0,5\t2\r\n1,5\t4\r\n")]
    [InlineData("CH1 CH4", "2 2\r\n0.5 2\r\n1.5 4\r\n")]
    [InlineData("CH1,CH4,", "0.5,2,\r\n1.5,4,\r\n")]
    [InlineData("min,CH1,CH4,", ",2,2,\r\n0,0.5,2,\r\n0.0000166667,1.5,4,\r\n")]
    [InlineData("milliSec\tCH1\tCH4", "\t2\t2\r\n0\t0.5\t2\r\n1\t1.5\t4\r\n")]
    [InlineData("HH:MM:SS\tCH1\tCH4", "\t2\t2\r\n00:00:00\t0.5\t2\r\n00:00:01\t1.5\t4\r\n")]
    public void Delimiters_times_and_missing_counts_are_told(string line, string rows)
    {
        Recording recording = Read(Header("1 msec/sample", line) + rows);
        Assert.Equal([0.5, 1.5], recording["Zyg Raw"].Read());
        Assert.Equal([2, 4], recording["ECG"].Read());
    }

    [Fact]
    public void Times_of_six_digits_are_regular_and_a_lost_stretch_is_none()
    {
        // At 20 kHz the times of two neighbours are the same from 10 s on.
        string[] rows = [.. Enumerable.Range(0, 202_000).Select(row => FormattableString.Invariant($"{row / 20_000.0:G6},1,2,"))];
        string header = Header("0.05 msec/sample", "sec,CH1,CH2,") + ",202000,202000,\r\n";
        Recording recording = Read(header + string.Join('\n', rows));
        Assert.Equal((20_000, 202_000), (recording.Channels[0].SamplingRate, recording.Channels[0].SampleCount));
        Assert.Empty(recording.Remarks);
        RecordingException lost = Assert.Throws<RecordingException>(() => Read(header + string.Join('\n', [.. rows[..201_000], .. rows[201_005..]])));
        Assert.StartsWith("row 2010", lost.Place);
    }

    [Fact]
    public void A_slower_channel_is_read_at_its_own_rate()
    {
        Recording recording = Read($"{Header("1 msec/sample")}5,3,\r\n1,10,\r\n2,,\r\n3,20,\r\n4,,\r\n5,30,\r\n");
        Assert.Equal([1, 2, 3, 4, 5], recording["Zyg Raw"].Read());
        Assert.Equal(500, recording["ECG"].SamplingRate);
        Assert.Equal([10, 20, 30], recording["ECG"].Read());
    }

    [Fact]
    public void The_date_and_signs_of_other_encodings_are_read()
    {
        byte[] text = Encoding.Latin1.GetBytes("x.acq\rRecording on: 2025-02-21 11:05:38.634\r1 msec/sample\r1 channels\rEDA\rµS\rCH1\r2\r0.5\r1.5\r");
        Recording recording = Recording.Load(_folder.Write("x.txt", text));
        Assert.Equal(new DateTime(2025, 2, 21, 11, 5, 38, 634), recording.Start);
        Assert.Equal(("µS", ChannelKind.SkinConductance), (recording["EDA"].Unit, recording["EDA"].Kind));
        Assert.Equal([0.5, 1.5], recording["EDA"].Read());
    }

    [Theory]
    [InlineData("x\n1 msec/sample\n", "the first lines: no number of channels; expected the header of an AcqKnowledge export: \"1 msec/sample\", then \"2 channels\".")]
    [InlineData("x\n1 msec/sample\n2 channels\na\nmV\nb\n", "line 6: the end before the unit of channel 2 of 2; expected a name and a unit of each channel, in lines of their own.")]
    [InlineData("x\n1 msec/sample\n1 channels\na\nmV\nCH1,CH2\n", "line 6: \"CH1,CH2\"; expected the numbers of 1 channels, as in CH1, CH2; 1 is what the header says.")]
    [InlineData("x\n1 msec/sample\n1 channels\na\nmV\nCH1\n", "line 6: the end of the file after the header; expected rows of numbers.")]
    [InlineData("x\n1 msec/sample\n99999 channels\n", "line 3: 99999 channels; expected 1 to 10000.")]
    [InlineData("x\n1 msec/sample\n1 channels\na\nmV\nCH1\n2\n0.5\nx\n", "line 9, column 1 (a): \"x\"; expected a number, n/a or nothing.")]
    public void A_damaged_header_is_named(string text, string message) =>
        Assert.Equal($"{_folder.At("12_x.txt")}, {message}", Assert.Throws<RecordingException>(() => Read(text)).Message);

    [Fact]
    public void Fmov_with_ten_columns_has_times_and_an_electrocardiogram()
    {
        string rows = string.Concat(Enumerable.Range(0, 5).Select(row => FormattableString.Invariant($"{row / 6000.0:F8}\t1\t2\t3\t4\t5\t6\t0\t{(row < 3 ? 5 : 0)}\t0\t\r\n")));
        Recording recording = Recording.Load(_folder.Write("05_x.txt", rows), AcqKnowledgeText.Fmov);
        Assert.Equal(9, recording.Channels.Length);
        Assert.Equal([3, 3, 3, 3, 3], recording["ECG"].Read());
        Assert.Equal([new(0.03, "Happy")], recording.Events);
    }
}
