using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class PictureEncodingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(640, 11)]
    public void PNG_is_exact(int width, int height)
    {
        Picture picture = TestPictures.Noise(width, height, seed: width);

        Picture back = Picture.Decode(picture.Encode(PictureFormat.Png));

        Assert.Equal((width, height), (back.Width, back.Height));
        Assert.Equal(picture.Pixels.Span, back.Pixels.Span);
    }

    [Theory]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.WebP)]
    public void Lossy_formats_stay_close_and_quality_decides_how_close(PictureFormat format)
    {
        Picture picture = TestPictures.Waves(96, 64);
        byte[] fine = picture.Encode(format, 95), coarse = picture.Encode(format, 30);

        double fineError = TestPictures.MeanDifference(picture, Picture.Decode(fine));
        Assert.InRange(fineError, 0, 2);
        Assert.True(fineError < TestPictures.MeanDifference(picture, Picture.Decode(coarse)));
        Assert.True(coarse.Length < fine.Length);
    }

    [Theory]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.WebP)]
    public void The_same_picture_gives_the_same_bytes(PictureFormat format)
    {
        Picture picture = TestPictures.Waves(50, 40);

        Assert.Equal(picture.Encode(format), picture.Encode(format));
    }

    [Theory]
    [InlineData("picture.png")]
    [InlineData("picture.JPG")]
    [InlineData("picture.jpeg")]
    [InlineData("a picture \u00e9\u4e2d.webp")]
    public void Saving_writes_the_format_of_the_extension_and_leaves_no_other_file(string name)
    {
        using TemporaryFolder folder = new();
        Picture picture = TestPictures.Waves(32, 24);
        File.WriteAllText(folder.File(name), "an older file");

        picture.Save(folder.File(name));

        Assert.InRange(TestPictures.MeanDifference(picture, Picture.Load(folder.File(name))), 0, 3);
        Assert.Equal([folder.File(name)], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("picture.bmp", "the extension .bmp")]
    [InlineData("picture", "without extension")]
    public void Another_extension_is_an_error_that_lists_those_that_work(string name, string found)
    {
        PictureException error = Assert.Throws<PictureException>(() => TestPictures.Waves(4, 4).Save(name));

        Assert.StartsWith(name, error.Message);
        Assert.Contains(found, error.Message);
        Assert.Contains(".png, .jpg, .jpeg or .webp", error.Message);
    }

    [Fact]
    public void A_folder_that_is_absent_is_an_error_that_names_the_file()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("absent/picture.png");

        Assert.StartsWith(path, Assert.Throws<PictureException>(() => TestPictures.Waves(4, 4).Save(path)).Message);
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_stays_and_nothing_else_is_left()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("folder.png");
        Directory.CreateDirectory(path);

        Assert.StartsWith(path, Assert.Throws<PictureException>(() => TestPictures.Waves(4, 4).Save(path)).Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_quality_outside_1_to_100_is_an_error(int quality)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TestPictures.Waves(4, 4).Encode(PictureFormat.Jpeg, quality));
    }

    [Fact]
    public void A_picture_that_the_format_cannot_hold_is_an_error_that_says_its_size()
    {
        Picture strip = new(16_400, 1, new byte[16_400 * 3]);

        Assert.Contains("16400 x 1", Assert.Throws<PictureException>(() => strip.Encode(PictureFormat.WebP)).Message);
        Assert.Equal(16_400, Picture.Decode(strip.Encode(PictureFormat.Png), limits: new() { MaxSide = 16_400 }).Width);
    }
}
