// No ffmpeg is left behind, whatever the reader does.
namespace SmileNotebooks.Tests.Imaging.Video;

public sealed class VideoProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public VideoProcessTests()
    {
        _path = _folder.File("clip.mp4");
        File.Copy(TestClips.Card("long.mp4", "-c:v libx264 -preset veryfast -pix_fmt yuv420p", "320x240", frames: 200), _path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stopping_early_ends_the_program()
    {
        foreach (VideoFrame frame in VideoFile.Open(_path).Frames(Ct))
        {
            if (frame.Index == 3)
            {
                break;
            }
        }

        Assert.Equal(0, Running());
    }

    [Fact]
    public void An_error_of_the_reader_ends_the_program()
    {
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (VideoFrame _ in VideoFile.Open(_path).Frames(Ct))
            {
                throw new InvalidOperationException();
            }
        });
        Assert.Equal(0, Running());
    }

    [Fact]
    public void Cancelling_ends_the_program()
    {
        using CancellationTokenSource source = new();
        int count = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (VideoFrame _ in VideoFile.Open(_path).Frames(source.Token))
            {
                if (++count == 5)
                {
                    source.Cancel();
                }
            }
        });
        Assert.Equal(5, count);
        Assert.Equal(0, Running());
        Assert.ThrowsAny<OperationCanceledException>(() => VideoFile.Open(_path).Frames(new CancellationToken(true)).First());
        Assert.Equal(0, Running());
    }

    [Fact]
    public void Two_readers_do_not_disturb_each_other()
    {
        VideoFile video = VideoFile.Open(_path);
        using IEnumerator<VideoFrame> a = video.Frames(Ct).GetEnumerator();
        using IEnumerator<VideoFrame> b = video.Frames(Ct).GetEnumerator();
        int count = 0;
        while (a.MoveNext())
        {
            Assert.True(b.MoveNext());
            Assert.Equal(a.Current.Time, b.Current.Time);
            Assert.True(a.Current.Picture.Pixels.Span.SequenceEqual(b.Current.Picture.Pixels.Span));
            count++;
        }

        Assert.False(b.MoveNext());
        Assert.Equal(200, count);
        Assert.Equal(0, Running());
    }

    [Fact]
    public void A_missing_program_is_named_with_the_package_that_brings_it()
    {
        VideoException exception = Assert.Throws<VideoException>(() => FfmpegProgram.Start("ffprobe", [], "clip.mp4", _folder.Path));

        Assert.Equal(
            $"clip.mp4: no program {_folder.File("ffprobe")}, where SMILE_FFMPEG points; expected ffmpeg and ffprobe, as Debian's package ffmpeg brings them "
            + "(apt-get install ffmpeg), on the PATH or in the folder that the variable SMILE_FFMPEG names.",
            exception.Message);
    }

    [Fact]
    public void A_writer_that_is_left_ends_its_program()
    {
        string path = _folder.File("out.mp4");
        using (VideoWriter writer = VideoWriter.Create(path, 64, 48, 25))
        {
            writer.Add(TestClips.Numbered(0));
        }

        Assert.Equal(0, Running());
        Assert.Equal([_path], Directory.GetFiles(_folder.Path));
    }

    /// <summary>Programs whose command line names this test's folder.</summary>
    private int Running()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Programs are looked for in /proc.");
        int count = 0;
        foreach (string process in Directory.GetDirectories("/proc"))
        {
            try
            {
                count += File.ReadAllText(Path.Combine(process, "cmdline")).Contains(_folder.Path, StringComparison.Ordinal) ? 1 : 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // No process, or one that has ended.
            }
        }

        return count;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
