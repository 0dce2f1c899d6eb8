// What counts as damage in ffmpeg's log, and what does not.
namespace SmileNotebooks.Tests.Imaging.Video;

public sealed class FfmpegLogTests
{
    private const string Opened = "[info] Stream mapping:\n";
    private const string Frame = "[Parsed_showinfo_0 @ 0x55] [info] n:   1 pts:    512 pts_time:0.04    pos:     6031 fmt:yuv420p sar:1/1 s:160x120 i:P iskey:0 type:B \n";

    [Fact]
    public void Frames_and_ticks_are_read()
    {
        LogEntry[] entries = Read(Opened + "[Parsed_showinfo_0 @ 0x55] [info] config in time_base: 1/12800, frame_rate: 25/1\n" + Frame + Frame.Replace("512", "NOPTS", StringComparison.Ordinal));

        Assert.Equal([new LogEntry.Tick(1 / 12800.0), new LogEntry.Shown(512, "160x120"), new LogEntry.Shown(null, "160x120")], entries);
    }

    [Theory]
    [InlineData("[h264 @ 0x55] [error] error while decoding MB 9 1, bytestream -8")]
    [InlineData("[h264 @ 0x55] [info] concealing 80 DC, 80 AC, 80 MV errors in B frame")]
    [InlineData("[warning] file:a.ts: corrupt decoded frame in stream 0")]
    [InlineData("[mov,mp4 @ 0x55] [warning] Packet corrupt (stream = 0, dts = 29696).")]
    [InlineData("[mov,mp4 @ 0x55] [error] stream 0, offset 0xae3f: partial file")]
    [InlineData("[error] Error while decoding stream #0:0: Invalid data found when processing input")]
    public void Damage_is_told_after_the_frames_before_it(string line)
    {
        LogEntry[] entries = Read(Opened + Frame + line + "\n");

        Assert.Equal(2, entries.Length);
        Assert.False(Assert.IsType<LogEntry.Damage>(entries[1]).BeforeFrames);
        Assert.EndsWith(((LogEntry.Damage)entries[1]).Text, line);
    }

    [Theory]
    [InlineData("[swscaler @ 0x55] [swscaler @ 0x66] [warning] deprecated pixel format used, make sure you did set range correctly")]
    [InlineData("[NULL @ 0x55] [error] Invalid NAL unit size (857 > 465).")]
    [InlineData("[mov,mp4 @ 0x55] [warning] Packet corrupt (stream = 1, dts = 29696).")]
    [InlineData("[warning] file:a.mp4: corrupt input packet in stream 12")]
    [InlineData("[info]     title           : error, corrupt")]
    public void What_does_not_touch_the_pixels_is_no_damage(string line)
    {
        Assert.Single(Read(Opened + Frame + line + "\n"));
    }

    [Fact]
    public void While_the_file_is_opened_only_its_reader_counts()
    {
        LogEntry[] entries = Read("[aac @ 0x55] [error] channel element 2.3 is not allocated\n[mov,mp4 @ 0x55] [error] stream 0, offset 0xae3f: partial file\n" + Opened + Frame);

        Assert.Equal(2, entries.Length);
        Assert.True(Assert.IsType<LogEntry.Damage>(entries[0]).BeforeFrames);
    }

    private static LogEntry[] Read(string text)
    {
        using StringReader lines = new(text);
        FfmpegLog log = new(lines, "mov,mp4", 0);
        log.Join();
        List<LogEntry> entries = [];
        while (log.Next(TestContext.Current.CancellationToken) is { } entry)
        {
            entries.Add(entry);
        }

        return [.. entries];
    }
}
