// Damaged, truncated and wrong files: what is good is kept, and the rest is told.
namespace SmileNotebooks.Tests.Imaging.Video;

public sealed class VideoDamageTests : IDisposable
{
    private const string H264 = "-c:v libx264 -preset veryfast -pix_fmt yuv420p";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cut.mp4", H264 + " -g 10 -bf 2 -movflags +faststart")]
    [InlineData("cut.mkv", H264 + " -g 10 -bf 2")]
    [InlineData("cut.ts", H264 + " -g 10 -bf 2")]
    [InlineData("cut.avi", "-c:v mjpeg")]
    [InlineData("cut.webm", "-c:v libvpx-vp9 -b:v 300k -deadline realtime")]
    public void Frames_before_a_cut_are_kept(string name, string encoding)
    {
        byte[] whole = File.ReadAllBytes(TestClips.Card(name, encoding));
        Picture[] expected = Read(_folder.File("whole" + name, whole)).Frames;
        Assert.Equal(40, expected.Length);
        int most = 0;
        for (int part = 0; part <= 8; part++)
        {
            string path = _folder.File(part + name, whole[..(whole.Length * part / 9)]);
            (Picture[] frames, string? problem) = Read(path);

            // A transport stream states no length: a cut between two frames cannot be seen, nor one near the end of a frame.
            Assert.True(problem is not null || name.EndsWith(".ts", StringComparison.Ordinal), $"{path}: {frames.Length} frames and no word.");
            Assert.StartsWith(path, problem ?? path);
            Assert.True(frames.Length >= most - 2, $"{path}: {frames.Length} frames, {most} of a shorter part.");
            most = Math.Max(most, frames.Length);
            AssertSame(expected, problem is null ? frames[..^1] : frames, path);
        }

        Assert.InRange(most, 25, 40);
    }

    [Fact]
    public void Frames_before_damage_are_kept_and_those_after_are_not_given()
    {
        byte[] whole = File.ReadAllBytes(TestClips.Card("damage.mp4", H264 + " -g 100 -bf 2 -movflags +faststart"));
        Picture[] expected = Read(_folder.File("whole.mp4", whole)).Frames;
        int told = 0;
        for (int part = 3; part <= 8; part++)
        {
            byte[] damaged = [.. whole];
            new Random(part).NextBytes(damaged.AsSpan(whole.Length * part / 9, 200));
            string path = _folder.File(part + ".mp4", damaged);
            (Picture[] frames, string? problem) = Read(path);
            if (problem is not null)
            {
                told++;
                AssertSame(expected, frames, path);
                Assert.Contains($"after frame {frames.Length - 1} (", problem);
                Assert.Contains("expected an undamaged video", problem);
            }
        }

        // A decoder need not notice every wrong bit.
        Assert.InRange(told, 3, 6);
    }

    [Fact]
    public void Damage_is_told_at_the_same_frame_every_time()
    {
        byte[] damaged = File.ReadAllBytes(TestClips.Card("damage.mp4", H264 + " -g 100 -bf 2 -movflags +faststart"));
        new Random(1).NextBytes(damaged.AsSpan(damaged.Length / 2, 200));
        string path = _folder.File("a.mp4", damaged);
        (Picture[] first, string? problem) = Read(path);
        for (int i = 0; i < 4; i++)
        {
            (Picture[] frames, string? again) = Read(path);
            Assert.Equal((first.Length, problem), (frames.Length, again));
        }
    }

    [Fact]
    public void Bytes_of_any_kind_neither_crash_nor_hang()
    {
        byte[] whole = File.ReadAllBytes(TestClips.Card("fuzz.mp4", H264 + " -movflags +faststart", frames: 10));
        for (int seed = 0; seed < 12; seed++)
        {
            Random random = new(seed);
            byte[] bytes = [.. whole];
            for (int i = 0; i < 1 + (seed * 4); i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            (Picture[] frames, _) = Read(_folder.File($"{seed}.mp4", bytes));
            Assert.InRange(frames.Length, 0, 20);
        }
    }

    [Fact]
    public void What_is_no_video_is_named()
    {
        AssertOpen("no such file; expected a video that ffmpeg reads.", _folder.File("none.mp4"));
        AssertOpen("a folder; expected a video file (FrameFolder reads a folder of pictures).", _folder.Path);
        AssertOpen("a file of 0 bytes; expected a video that ffmpeg reads.", _folder.File("empty.mp4", []));
        AssertOpen("a file of no kind that ffmpeg knows, or one whose beginning is damaged; expected a video that ffmpeg reads.", _folder.File("noise.mp4", [.. Enumerable.Repeat((byte)7, 5000)]));
        AssertOpen("a file of no kind that ffmpeg knows, or one whose beginning is damaged; expected a video that ffmpeg reads.", _folder.File("words.txt", "Some words, no frames.\n"u8.ToArray()));
        AssertOpen("sound, but no video stream; expected a video that ffmpeg reads.", TestClips.Make("tone.m4a", "-f lavfi -i sine=d=1"));
        TestClips.WriteNumbered(_folder.File("n.mp4"), 1);
        TestClips.Ffmpeg("-i", _folder.File("n.mp4"), "-frames:v", "1", _folder.File("picture.png"));
        AssertOpen("a single picture (png); expected a video that ffmpeg reads.", _folder.File("picture.png"));
        TestClips.Ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-i", _folder.File("picture.png"), "-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v", "attached_pic", _folder.File("cover.mp3"));
        AssertOpen("sound with a cover picture, but no video stream; expected a video that ffmpeg reads.", _folder.File("cover.mp3"));
        byte[] noIndex = File.ReadAllBytes(TestClips.Card("noindex.mp4", H264));
        AssertOpen(
            "an MP4 or MOV file without its index (\"moov\"), as a recording that was cut short leaves it; expected a video that ffmpeg reads.",
            _folder.File("cut.mp4", noIndex[..(noIndex.Length / 2)]));
    }

    [Fact]
    public void A_change_of_size_within_a_video_is_told()
    {
        string small = TestClips.Card("small.h264", H264, frames: 10);
        string large = TestClips.Card("large.h264", H264, "192x144", frames: 10);
        string path = _folder.File("both.h264", [.. File.ReadAllBytes(small), .. File.ReadAllBytes(large)]);
        (Picture[] frames, string? problem) = Read(path);

        Assert.InRange(frames.Length, 8, 10);
        Assert.All(frames, frame => Assert.Equal((160, 120), (frame.Width, frame.Height)));
        Assert.Contains("change their size to 192x144 pixels", problem);
    }

    private static void AssertOpen(string expected, string path)
    {
        VideoException exception = Assert.Throws<VideoException>(() => VideoFile.Open(path));
        Assert.Equal($"{path}: {expected}", exception.Message);
    }

    private static void AssertSame(Picture[] expected, Picture[] frames, string path)
    {
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.True(i < expected.Length && frames[i].Pixels.Span.SequenceEqual(expected[i].Pixels.Span), $"{path}: frame {i} is not as it was.");
        }
    }

    private static (Picture[] Frames, string? Problem) Read(string path)
    {
        List<Picture> frames = [];
        try
        {
            foreach (VideoFrame frame in VideoFile.Open(path).Frames(TestContext.Current.CancellationToken))
            {
                frames.Add(frame.Picture);
            }

            return ([.. frames], null);
        }
        catch (VideoException exception)
        {
            return ([.. frames], exception.Message);
        }
    }
}
