// What is written is read back: every frame, in order, at its time.
namespace SmileNotebooks.Tests.Imaging.Video;

public sealed class VideoWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(64, 48)]
    [InlineData(33, 17)]
    [InlineData(2, 2)]
    public void A_lossless_video_gives_back_every_pixel(int width, int height)
    {
        string path = TestClips.WriteNumbered(_folder.File("exact.mkv"), 300, 29.97, new() { Lossless = true }, width, height);
        int count = 0;
        foreach (VideoFrame frame in VideoFile.Open(path).Frames(Ct))
        {
            Assert.Equal(count, frame.Index);
            Assert.Equal(count * 1001 / 30000.0, frame.Time, 0.0011);
            Assert.True(frame.Picture.Pixels.Span.SequenceEqual(TestClips.Numbered(count, width, height).Pixels.Span), $"Frame {count} differs.");
            count++;
        }

        Assert.Equal(300, count);
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.mov")]
    [InlineData("a.mkv")]
    public void H264_keeps_every_frame_in_order(string name)
    {
        string path = TestClips.WriteNumbered(_folder.File(name), 200, 50, width: 160, height: 120);
        VideoFile video = VideoFile.Open(path);

        Assert.Equal("h264", video.Codec);
        Assert.Equal(50, video.FrameRate);
        Assert.Equal(Enumerable.Range(0, 200), video.Frames(Ct).Select(frame => TestClips.NumberOf(frame.Picture)));
        Assert.Equal([name], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_killed_program_left_is_written_over_and_gone()
    {
        _folder.File(".a.tmp.mp4", "the beginning of a video"u8.ToArray());

        string path = TestClips.WriteNumbered(_folder.File("a.mp4"), 12, width: 160, height: 120);

        Assert.Equal(Enumerable.Range(0, 12), VideoFile.Open(path).Frames(Ct).Select(frame => TestClips.NumberOf(frame.Picture)));
        Assert.Equal(["a.mp4"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Two_that_write_one_video_do_not_mix_their_frames_and_the_last_to_end_has_the_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Writers are told apart by locks of Unix.");
        string path = _folder.File("a.mp4");
        using VideoWriter first = VideoWriter.Create(path, 160, 120, 25);
        using VideoWriter second = VideoWriter.Create(path, 160, 120, 25);
        for (int i = 0; i < 20; i++)
        {
            first.Add(TestClips.Numbered(i, 160, 120));
            second.Add(TestClips.Numbered(100 + i, 160, 120));
        }

        second.Complete();
        Assert.Equal(Enumerable.Range(100, 20), VideoFile.Open(path).Frames(Ct).Select(frame => TestClips.NumberOf(frame.Picture)));
        first.Complete();
        Assert.Equal(Enumerable.Range(0, 20), VideoFile.Open(path).Frames(Ct).Select(frame => TestClips.NumberOf(frame.Picture)));
        Assert.Equal(["a.mp4"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void H264_pads_odd_sides_with_black()
    {
        VideoFile video = VideoFile.Open(TestClips.WriteNumbered(_folder.File("odd.mp4"), 5, width: 63, height: 47));

        Assert.Equal((64, 48), (video.Width, video.Height));
    }

    [Fact]
    public void Colours_survive_H264()
    {
        byte[] pixels = new byte[64 * 48 * 3];
        for (int i = 0; i < pixels.Length; i += 3)
        {
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (200, 100, 50);
        }

        using (VideoWriter writer = VideoWriter.Create(_folder.File("colour.mp4"), 64, 48, 25))
        {
            writer.Add(new Picture(64, 48, pixels));
            writer.Complete();
        }

        TestPictures.AssertAlike(pixels, VideoFile.Open(_folder.File("colour.mp4")).Frames(Ct).Single().Picture, 3);
    }

    [Fact]
    public void The_same_pictures_give_the_same_bytes()
    {
        byte[] a = File.ReadAllBytes(TestClips.WriteNumbered(_folder.File("a.mp4"), 30));
        byte[] b = File.ReadAllBytes(TestClips.WriteNumbered(_folder.File("b.mp4"), 30));

        Assert.Equal(a, b);
    }

    [Fact]
    public void What_is_not_complete_leaves_nothing()
    {
        File.WriteAllText(_folder.File("old.mp4"), "as it was");
        using (VideoWriter writer = VideoWriter.Create(_folder.File("old.mp4"), 64, 48, 25))
        {
            writer.Add(TestClips.Numbered(0));
        }

        Assert.Equal("as it was", File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Path))));
    }

    [Fact]
    public void Wrong_use_is_told()
    {
        Assert.Contains("'.txt'", Assert.Throws<VideoException>(() => VideoWriter.Create(_folder.File("a.txt"), 64, 48, 25)).Message);
        Assert.Contains(".mkv for a lossless", Assert.Throws<VideoException>(() => VideoWriter.Create(_folder.File("a.mp4"), 64, 48, 25, new() { Lossless = true })).Message);
        Assert.Contains("no such folder", Assert.Throws<VideoException>(() => VideoWriter.Create(_folder.File("no/a.mp4"), 64, 48, 25)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => VideoWriter.Create(_folder.File("a.mp4"), 64, 48, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => VideoWriter.Create(_folder.File("a.mp4"), 0, 48, 25));
        using VideoWriter writer = VideoWriter.Create(_folder.File("a.mp4"), 64, 48, 25);
        Assert.Contains("is 32 x 48 pixels", Assert.Throws<ArgumentException>(() => writer.Add(TestClips.Numbered(0, 32))).Message);
        Assert.Contains("0 frames", Assert.Throws<VideoException>(writer.Complete).Message);
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Add(TestClips.Numbered(0)));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
