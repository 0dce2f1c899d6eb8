// What a header of EDF may say, and what is read from it.
namespace SmileNotebooks.Tests.Physiology.Formats.Edf;

public sealed class EdfReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_header_gives_names_units_rates_kinds_participant_and_start()
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", "plus.edf"));
        Assert.Equal(["EMG zyg: 300 samples at 100 Hz, µV", "EMG corr: 150 samples at 50 Hz, mV", "Resp: 30 samples at 10 Hz"], recording.Channels.Select(channel => channel.ToString()));
        Assert.Equal([ChannelKind.Emg, ChannelKind.Emg, ChannelKind.Respiration], recording.Channels.Select(channel => channel.Kind));
        Assert.Equal("P07", recording.Participant);
        Assert.Equal(new DateTime(2021, 3, 2, 14, 5, 6, 250), recording.Start);
        Assert.Empty(recording.Remarks);
    }

    [Fact]
    public void Pauses_are_gaps_on_the_time_line_and_a_shift_below_half_a_sample_is_none()
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", "paused.edf"));
        double[] fast = recording["EMG zyg"].Read();
        Assert.Equal([(300, 450), (550, 775)], Gaps(fast));
        Assert.Equal(875, fast.Length);
        Assert.Equal([(30, 45), (55, 78)], Gaps(recording["slow"].Read()));
        Assert.Equal(fast[440..560], recording["EMG zyg"].Read(440, 120));
        Assert.Equal(fast[774..776], recording["EMG zyg"].Read(774, 2));
        Assert.Equal(4.751, recording.Events.Single().Onset);
    }

    [Fact]
    public void A_record_that_begins_before_the_last_one_ended_is_named()
    {
        byte[] bytes = new EdfBytes(SignalBytes.Of("a", 4, 1, 2, 3, 4, 5, 6, 7, 8), SignalBytes.Annotations("+0\u0014\u0014\0", "+0.2\u0014\u0014\0")) { Reserved = "EDF+D" }.ToArray();
        RecordingException exception = Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("a.edf", bytes)));
        Assert.Equal("a record that begins 0.2 s after the first, where the one before it ends at 1 s", exception.Found);
        Assert.Equal("byte 792", exception.Place);
    }

    [Fact]
    public void An_overlap_by_rounding_is_followed_and_remarked()
    {
        byte[] bytes = new EdfBytes(SignalBytes.Of("a", 4, 1, 2, 3, 4, 5, 6, 7, 8), SignalBytes.Annotations("+0\u0014\u0014\0", "+0.75\u0014\u0014\0")) { Reserved = "EDF+D" }.ToArray();
        Recording recording = Recording.Load(_folder.Write("a.edf", bytes));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], recording.Channels[0].Read());
        Assert.Contains("1 records seem to begin", Assert.Single(recording.Remarks));
    }

    [Fact]
    public void A_discontinuous_file_must_tell_when_each_record_begins()
    {
        byte[] untold = new EdfBytes(SignalBytes.Of("a", 1, 1, 2), SignalBytes.Annotations("+0\u0014\u0014\0", "+1\u0014Happy\u0014\0")) { Reserved = "EDF+D" }.ToArray();
        Assert.Equal("no onset of record 1", Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("a.edf", untold))).Found);
        byte[] none = new EdfBytes(SignalBytes.Of("a", 1, 1, 2)) { Reserved = "EDF+D" }.ToArray();
        Assert.Equal("EDF+D without annotations", Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("b.edf", none))).Found);
    }

    [Fact]
    public void Bytes_that_are_no_annotation_are_counted()
    {
        byte[] bytes = new EdfBytes(SignalBytes.Of("a", 1, 1, 2), SignalBytes.Annotations("+0\u0014\u0014\0junk\0+0.5\u0014ok\u0014\0", "+1\u0014\u0014\0+x\u0014no\u0014\0")).ToArray();
        Recording recording = Recording.Load(_folder.Write("a.edf", bytes));
        Assert.Equal([new RecordingEvent(0.5, "ok")], recording.Events);
        Assert.Equal("2 annotations are no annotation of EDF+ and left out; the first is at byte 775.", Assert.Single(recording.Remarks));
    }

    [Theory]
    [InlineData("5", "5", "-10", "10")]
    [InlineData("-5", "5", "10", "10")]
    public void Limits_that_tell_no_scale_leave_the_stored_numbers(string physicalMinimum, string physicalMaximum, string digitalMinimum, string digitalMaximum)
    {
        SignalBytes signal = SignalBytes.Of("a", 3, -7, 0, 9) with
        {
            PhysicalMinimum = physicalMinimum, PhysicalMaximum = physicalMaximum, DigitalMinimum = digitalMinimum, DigitalMaximum = digitalMaximum,
        };
        Recording recording = Recording.Load(_folder.Write("a.edf", new EdfBytes(signal).ToArray()));
        Assert.Equal([-7, 0, 9], recording.Channels[0].Read());
        Assert.Equal("", recording.Channels[0].Unit);
        Assert.Contains("tell no scale", Assert.Single(recording.Remarks));
    }

    [Fact]
    public void Names_that_are_missing_or_occur_twice_are_mended()
    {
        byte[] bytes = new EdfBytes(SignalBytes.Of("EMG", 1, 1), SignalBytes.Of("", 1, 2), SignalBytes.Of("EMG", 1, 3), SignalBytes.Of("EMG (2)", 1, 4)).ToArray();
        Recording recording = Recording.Load(_folder.Write("a.edf", bytes));
        Assert.Equal(["EMG", "channel 2", "EMG (3)", "EMG (2)"], recording.Channels.Select(channel => channel.Name));
        Assert.Equal(2, recording.Remarks.Length);
    }

    [Fact]
    public void A_last_record_that_ends_early_is_left_out_and_remarked()
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", "unclosed.edf"));
        Assert.Equal(96, recording.Channels[0].SampleCount);
        Assert.Equal(["The header does not say how many records there are, as where a recording was not closed; the 3 of the file are read.", "The last record ends early, after 76 of 96 bytes; it is left out."], recording.Remarks);
        Assert.Equal(new DateTime(1999, 12, 31, 23, 59, 59), recording.Start);
        Assert.Equal("subject 7", recording.Participant);
    }

    [Fact]
    public void More_records_than_the_header_says_are_read_and_remarked()
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", "longer.edf"));
        Assert.Equal("The header says that there are 2 records; the 3 of the file are read.", Assert.Single(recording.Remarks));
        Assert.Equal(60, recording.Channels[0].SampleCount);
    }

    [Theory]
    [InlineData("X X X X", "Startdate X X X X", "01.01.85", "00.00.00", "", null)]
    [InlineData("X F X Anna_B", "Startdate 01-JAN-2090 X X X", "01.01.yy", "12.00.00", "Anna_B", "2090-01-01T12:00:00")]
    [InlineData("7 X X X", "Startdate X X X X", "05.06.07", "08.09.10", "7", "2007-06-05T08:09:10")]
    [InlineData("7 X X X", "Startdate X X X X", "31.02.07", "08.09.10", "7", null)]
    [InlineData("7 X X X", "Startdate X X X X", "05.06.07", "25.00.00", "7", null)]
    public void Dates_and_participants_follow_the_standard(string patient, string field, string date, string time, string participant, string? start)
    {
        byte[] bytes = new EdfBytes(SignalBytes.Of("a", 1, 1)) { Patient = patient, Recording = field, Date = date, Time = time, Reserved = "EDF+C" }.ToArray();
        Recording recording = Recording.Load(_folder.Write("a.edf", bytes));
        Assert.Equal(participant, recording.Participant);
        Assert.Equal(start is null ? null : DateTime.Parse(start), recording.Start);
        Assert.Equal(start is null && date != "01.01.85" ? 1 : 0, recording.Remarks.Length);
    }

    [Fact]
    public void A_file_that_changed_after_it_was_opened_is_not_read()
    {
        string path = _folder.Write("a.edf", new EdfBytes(SignalBytes.Of("a", 1, 1, 2)).ToArray());
        Recording recording = Recording.Load(path);
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("changed since it was opened", Assert.Throws<RecordingException>(() => recording.Channels[0].Read()).Found);
        Assert.Contains("changed since it was opened", Assert.Throws<RecordingException>(recording.Read).Found);
        File.Delete(path);
        Assert.Equal("no such file", Assert.Throws<RecordingException>(() => recording.Channels[0].Read()).Found);
    }

    [Fact]
    public void Files_of_a_folder_are_found_by_format_and_by_their_beginning()
    {
        byte[] bytes = new EdfBytes(SignalBytes.Of("a", 1, 1)).ToArray();
        _folder.Write("b.EDF", bytes);
        _folder.Write("a.rec", bytes);
        _folder.Write("notes.txt", "0       1\n"u8.ToArray());
        Assert.Single(Recording.LoadAll(_folder.Path, SmileNotebooks.Edf.Format));
        Assert.Equal(2, Recording.LoadAll(_folder.Path).Count);
    }

    private static IEnumerable<(int Start, int End)> Gaps(double[] samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            if (double.IsNaN(samples[i]) && (i == 0 || !double.IsNaN(samples[i - 1])))
            {
                int end = Array.FindIndex(samples, i, sample => !double.IsNaN(sample));
                yield return (i, end < 0 ? samples.Length : end);
            }
        }
    }
}
