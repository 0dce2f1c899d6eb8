// Folders of pictures as clips.
namespace SmileNotebooks.Tests.Imaging.Video;

public sealed class FrameFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pictures_come_in_natural_order_at_even_times()
    {
        foreach (int number in (int[])[10, 1, 100, 2, 9])
        {
            TestClips.Numbered(number).Save(_folder.File($"frame{number}.png"));
        }

        _folder.File("notes.txt", [1]);
        FrameFolder clip = FrameFolder.Open(_folder.Path, 12.5);

        Assert.Equal([1, 2, 9, 10, 100], clip.Frames(TestContext.Current.CancellationToken).Select(frame => TestClips.NumberOf(frame.Picture)));
        Assert.Equal([0, 0.08, 0.16, 0.24, 0.32], clip.Frames(TestContext.Current.CancellationToken).Select(frame => frame.Time));
        Assert.Equal((64, 48, 12.5, 5), (clip.Width, clip.Height, clip.FrameRate!.Value, clip.FrameCount!.Value));
    }

    [Fact]
    public void A_picture_of_another_size_is_named()
    {
        TestClips.Numbered(1).Save(_folder.File("a1.png"));
        TestClips.Numbered(2, 60).Save(_folder.File("a2.png"));
        List<int> given = [];
        VideoException exception = Assert.Throws<VideoException>(() =>
        {
            foreach (VideoFrame frame in FrameFolder.Open(_folder.Path, 25).Frames(TestContext.Current.CancellationToken))
            {
                given.Add(frame.Index);
            }
        });

        Assert.Equal([0], given);
        Assert.Equal($"{_folder.Path}, frame 1 (a2.png): a picture of 60 x 48 pixels; expected 64 x 48, the size of the first (a1.png).", exception.Message);
    }

    [Fact]
    public void What_is_no_folder_of_pictures_is_named()
    {
        Assert.Equal(
            $"{_folder.Path}: an empty folder; expected pictures (.png, .jpg, .jpeg, .webp, .gif, .tif or .tiff).",
            Assert.Throws<VideoException>(() => FrameSources.Open(_folder.Path)).Message);
        string file = _folder.File("notes.txt", [1]);
        Assert.Contains("1 file, but no pictures", Assert.Throws<VideoException>(() => FrameFolder.Open(_folder.Path, 25)).Message);
        Assert.Contains("a file; expected a folder", Assert.Throws<VideoException>(() => FrameFolder.Open(file, 25)).Message);
        Assert.Contains("no such folder", Assert.Throws<VideoException>(() => FrameFolder.Open(_folder.File("none"), 25)).Message);
        string bad = _folder.File("bad.png", [1, 2, 3]);
        Assert.Contains("frame 0 (bad.png)", Assert.Throws<VideoException>(() => FrameFolder.Open(_folder.Path, 25)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => FrameFolder.Open(_folder.Path, 0));
        Assert.Throws<ArgumentException>(() => FrameSources.Open(TestClips.Card("flat.mp4", "-c:v libx264 -preset veryfast -pix_fmt yuv420p"), 30));
        File.Delete(bad);
    }

    [Theory]
    [InlineData("frame2", "frame10")]
    [InlineData("a", "B")]
    [InlineData("a09", "a10")]
    [InlineData("01", "1")]
    [InlineData("", "a")]
    [InlineData("12345678901234567890123", "12345678901234567890124")]
    public void Names_are_ordered_as_people_count(string first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, NaturalOrder.Instance.Compare(first, first));
    }

    [Fact]
    public void A_file_or_a_folder_opens_by_one_door()
    {
        Assert.IsType<VideoFile>(FrameSources.Open(TestClips.Card("flat.mp4", "-c:v libx264 -preset veryfast -pix_fmt yuv420p")));
        TestClips.Numbered(1).Save(_folder.File("a.png"));
        Assert.Equal(25, Assert.IsType<FrameFolder>(FrameSources.Open(_folder.Path)).FrameRate);
        Assert.Equal(50, FrameSources.Open(_folder.Path, 50).FrameRate);
    }
}
