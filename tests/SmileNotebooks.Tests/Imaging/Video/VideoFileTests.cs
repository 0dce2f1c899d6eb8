// Reading what ffmpeg wrote: sizes, times, rotation, colours.
using System.Globalization;

namespace SmileNotebooks.Tests.Imaging.Video;

public sealed class VideoFileTests
{
    private const string H264 = "-c:v libx264 -preset veryfast -pix_fmt yuv420p";

    [Theory]
    [InlineData("25", 25.0)]
    [InlineData("30000/1001", 30000 / 1001.0)]
    [InlineData("30", 30.0)]
    [InlineData("60", 60.0)]
    public void Times_of_a_constant_rate_are_exact(string rate, double expected)
    {
        VideoFile video = VideoFile.Open(TestClips.Card($"rate{rate.Replace('/', '-')}.mp4", H264, rate: rate));
        VideoFrame[] frames = [.. video.Frames(Ct)];

        Assert.Equal(40, frames.Length);
        Assert.Equal(40, video.FrameCount);
        Assert.Equal(expected, video.FrameRate!.Value, 1e-9);
        Assert.False(video.HasVariableFrameRate);
        Assert.Equal(40 / expected, video.Duration!.Value, 0.002);
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.Equal(i, frames[i].Index);
            Assert.Equal(i / expected, frames[i].Time, 1e-9);
        }
    }

    [Theory]
    [InlineData("vfr.mp4", 1e-9)]
    [InlineData("vfr.mkv", 0.0011)] // Matroska's tick is a millisecond.
    public void Times_of_a_variable_rate_are_those_of_the_file(string name, double tolerance)
    {
        // Frame i is shown at (i + floor(i / 3)) / 25 s: every third step is twice as long.
        string path = TestClips.Make(name, $"-f lavfi -i testsrc2=s=160x120:r=25 -frames:v 30 -vf setpts=round((N+floor(N/3))/25/TB) -fps_mode passthrough -enc_time_base 1/25 {H264}");
        VideoFile video = VideoFile.Open(path);
        VideoFrame[] frames = [.. video.Frames(Ct)];

        Assert.Equal(30, frames.Length);
        Assert.Equal(name.EndsWith(".mp4", StringComparison.Ordinal), video.HasVariableFrameRate); // A Matroska header does not tell.
        Assert.All(frames, frame => Assert.Equal((frame.Index + (frame.Index / 3)) / 25.0, frame.Time, tolerance));
    }

    [Theory]
    [InlineData("b.mkv", H264 + " -bf 3", "h264")]
    [InlineData("b.mov", H264 + " -bf 3", "h264")]
    [InlineData("b.avi", H264 + " -bf 2", "h264")]
    [InlineData("b.ts", H264 + " -bf 3", "h264")]
    [InlineData("v.webm", "-c:v libvpx-vp9 -b:v 300k -deadline realtime", "vp9")]
    [InlineData("m.avi", "-c:v mjpeg -q:v 3", "mjpeg")]
    [InlineData("g.gif", "", "gif")]
    [InlineData("p.mp4", "-c:v mpeg4 -q:v 3 -bf 2", "mpeg4")]
    [InlineData("2.mpg", "-c:v mpeg2video -q:v 3 -bf 2", "mpeg2video")]
    public void Every_frame_of_a_format_comes_once_in_its_order(string name, string encoding, string codec)
    {
        VideoFile video = VideoFile.Open(TestClips.Card(name, encoding));
        VideoFrame[] frames = [.. video.Frames(Ct)];

        Assert.Equal(codec, video.Codec);
        Assert.Equal((160, 120), (video.Width, video.Height));
        Assert.Equal(40, frames.Length);
        Assert.All(frames, frame => Assert.Equal(frame.Index / 25.0, frame.Time, 0.0011));
        Picture[] card = Cards.Value;
        Assert.All(frames, frame => Assert.Equal(frame.Index, Nearest(card, frame.Picture)));
    }

    [Theory]
    [InlineData(90, 120, 160)]
    [InlineData(180, 160, 120)]
    [InlineData(270, 120, 160)]
    public void Frames_stand_upright(int clockwise, int width, int height)
    {
        string flat = TestClips.Card("flat.mp4", H264);

        // ffmpeg 5 writes the display matrix from this tag.
        string path = TestClips.Make($"turned{clockwise}.mp4", $"-i {flat} -c copy -metadata:s:v:0 rotate={clockwise}");
        VideoFile video = VideoFile.Open(path);
        Assert.SkipWhen(video.Rotation == 0, "This ffmpeg writes no rotation of this tag.");
        Picture turned = video.Frames(Ct).First().Picture;
        Picture stored = VideoFile.Open(flat).Frames(Ct).First().Picture;

        Assert.Equal((width, height), (video.Width, video.Height));
        Assert.Equal((width, height), (turned.Width, turned.Height));
        Assert.Equal(clockwise % 180, (int)video.Rotation % 180);
        for (int i = 0; i < 20; i++)
        {
            int x = (37 * i) % 160, y = (23 * i) % 120;
            (int toX, int toY) = video.Rotation switch { 90 => (119 - y, x), 180 => (159 - x, 119 - y), _ => (y, 159 - x) };
            Assert.InRange(Math.Abs(stored.At(x, y).Green - turned.At(toX, toY).Green), 0, 40);
        }
    }

    [Fact]
    public void Pixels_that_are_not_square_are_made_square()
    {
        string path = TestClips.Make("wide.mp4", $"-f lavfi -i testsrc2=s=144x120:r=25 -frames:v 3 -vf setsar=4/3 {H264}");
        VideoFile video = VideoFile.Open(path);

        Assert.Equal((192, 120), (video.Width, video.Height));
        Assert.All(video.Frames(Ct), frame => Assert.Equal((192, 120), (frame.Picture.Width, frame.Picture.Height)));
    }

    [Theory]
    [InlineData("bt709", "tv")]
    [InlineData("bt709", "pc")]
    [InlineData("smpte170m", "tv")]
    [InlineData("smpte170m", "pc")]
    public void Colours_follow_the_matrix_and_range_of_the_file(string matrix, string range)
    {
        string name = $"colour-{matrix}-{range}";
        string path = TestClips.Make(
            name + ".mkv",
            $"-f lavfi -i color=c=0xC86432:s=64x48:r=25,format=rgb24 -frames:v 2 -vf scale=out_color_matrix={matrix}:out_range={range} -c:v ffv1 -pix_fmt yuv420p -colorspace {matrix} -color_range {range}");
        string png = TestClips.Make(name + ".png", $"-i {path} -frames:v 1 -pix_fmt rgb24");
        Picture frame = VideoFile.Open(path).Frames(Ct).First().Picture;

        TestPictures.AssertAlike(Picture.Load(png).Pixels.Span, frame, 0);
        (byte red, byte green, byte blue) = frame.At(32, 24);
        Assert.InRange(red, 0xC8 - 3, 0xC8 + 3);
        Assert.InRange(green, 0x64 - 3, 0x64 + 3);
        Assert.InRange(blue, 0x32 - 3, 0x32 + 3);
    }

    [Fact]
    public void Reading_into_a_pool_gives_the_same_pixels()
    {
        VideoFile video = VideoFile.Open(TestClips.Card("flat.mp4", H264));
        FramePool pool = new();
        HashSet<byte[]> buffers = new(ReferenceEqualityComparer.Instance);
        using IEnumerator<VideoFrame> fresh = video.Frames(Ct).GetEnumerator();
        foreach (VideoFrame frame in video.Frames(pool, Ct))
        {
            Assert.True(fresh.MoveNext());
            Assert.True(frame.Picture.Pixels.Span.SequenceEqual(fresh.Current.Picture.Pixels.Span));
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(frame.Picture.Pixels, out ArraySegment<byte> pixels);
            buffers.Add(pixels.Array!);
            pool.Return(frame.Picture);
        }

        Assert.False(fresh.MoveNext());
        Assert.Single(buffers);
    }

    [Theory]
    [InlineData("-first.mp4")]
    [InlineData("100%03d of it.mp4")]
    [InlineData("with 'quotes' and \"more\".mp4")]
    [InlineData("Lächeln 笑顔.mp4")]
    [InlineData("pipe:0.mp4")]
    [InlineData("a%03d.gif")]
    public void A_file_may_have_any_name(string name)
    {
        using TemporaryFolder folder = new();
        string path = folder.File(name);
        File.Copy(name.EndsWith(".gif", StringComparison.Ordinal) ? TestClips.Card("g.gif", "") : TestClips.Card("flat.mp4", H264), path);

        Assert.Equal(40, VideoFile.Open(path).Frames(Ct).Count());
    }

    [Fact]
    public void A_relative_name_may_begin_with_a_dash()
    {
        string name = $"-video-{Guid.NewGuid():N}.mp4";
        File.Copy(TestClips.Card("flat.mp4", H264), name);
        try
        {
            Assert.Equal(40, VideoFile.Open(name).Frames(Ct).Count());
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Fact]
    public void A_stream_without_time_stamps_still_ascends()
    {
        VideoFrame[] frames = [.. VideoFile.Open(TestClips.Card("raw.h264", H264 + " -bf 2")).Frames(Ct)];

        Assert.Equal(40, frames.Length);
        Assert.All(frames.Zip(frames.Skip(1)), pair => Assert.True(pair.First.Time < pair.Second.Time, string.Create(CultureInfo.InvariantCulture, $"{pair}")));
    }

    [Fact]
    public void A_clock_fills_in_stamps_that_are_missing_equal_or_backward()
    {
        FrameClock clock = new(0.001, 25);

        Assert.Equal([0, 0.040, 0.050, 0.090, 0.130, 0.170, 0.5], new long?[] { 7, null, 57, 57, 20, null, 507 }.Select(stamp => Math.Round(clock.Next(stamp), 9)));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The test card without loss.</summary>
    private static Lazy<Picture[]> Cards { get; } = new(() => [.. VideoFile.Open(TestClips.Card("card.mkv", "-c:v ffv1 -pix_fmt bgr0")).Frames().Select(frame => frame.Picture)]);

    private static int Nearest(Picture[] card, Picture picture) =>
        Enumerable.Range(0, card.Length).MinBy(i => TestPictures.MeanDifference(card[i], picture));
}
