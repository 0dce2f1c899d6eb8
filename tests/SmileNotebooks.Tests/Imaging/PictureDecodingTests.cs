using System.Security.Cryptography;
using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class PictureDecodingTests
{
    public static TheoryData<string> Files => [.. FileNames];

    private static IEnumerable<string> FileNames => PillowOracle.All.Keys.Where(name => !name.StartsWith("resized", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_format_decodes_to_the_pixels_that_Pillow_decodes(string name)
    {
        PillowOracle.AssertAlike(name, Picture.Load(TestPictures.Oracle(name)));
    }

    [Fact]
    public void The_astronaut_has_the_checksum_of_Pillow_s_pixels()
    {
        Picture picture = Picture.Load(Repository.PathOf("data-samples", "photos", "astronaut.png"));

        // python3 -c "import hashlib, PIL.Image as I; print(hashlib.sha256(I.open('data-samples/photos/astronaut.png').convert('RGB').tobytes()).hexdigest())"
        Assert.Equal("a8c429c18afa7b0fd5673e598d73a21225d94c864a71bbb3885126fdecb41071", Convert.ToHexStringLower(SHA256.HashData(picture.Pixels.Span)));
    }

    [Fact]
    public void A_loaded_picture_knows_its_file_and_a_decoded_one_has_none()
    {
        string path = TestPictures.Oracle("rgb.png");

        Assert.Equal(path, Picture.Load(path).Path);
        Assert.Null(Picture.Decode(File.ReadAllBytes(path), "a name").Path);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 11, 0)]
    [InlineData(3, 11, 7)]
    [InlineData(4, 0, 7)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 7, 0)]
    [InlineData(7, 7, 11)]
    [InlineData(8, 0, 11)]
    public void EXIF_orientation_brings_the_first_stored_pixel_to_its_corner(int orientation, int x, int y)
    {
        Picture upright = Picture.Load(TestPictures.Oracle($"orientation-{orientation}.jpg"));

        Assert.Equal(Picture.Load(TestPictures.Oracle("orientation-1.jpg")).At(0, 0), upright.At(x, y));
    }

    [Fact]
    public void CMYK_without_a_profile_looks_like_its_inks()
    {
        Picture patches = Picture.Load(TestPictures.Oracle("cmyk.jpg"));

        Assert.Equal((255, 255, 255), patches.At(4, 4));
        AssertIsColour(patches.At(12, 4), low: "R", high: "B");
        AssertIsColour(patches.At(20, 4), low: "G", high: "R");
        AssertIsColour(patches.At(28, 4), low: "B", high: "R");
        (byte red, byte green, byte blue) = patches.At(36, 4);
        Assert.InRange(Math.Max(red, Math.Max(green, blue)), 0, 60);
    }

    [Fact]
    public void A_wide_gamut_profile_changes_colours_and_an_sRGB_profile_changes_none()
    {
        Picture plain = Picture.Load(TestPictures.Oracle("rgb.png"));

        Assert.Equal(plain.Pixels.Span, Picture.Load(TestPictures.Oracle("srgb-profile.png")).Pixels.Span);
        Assert.True(TestPictures.MeanDifference(plain, Picture.Load(TestPictures.Oracle("adobe-rgb.png"))) > 3);
    }

    [Fact]
    public void A_broken_profile_is_ignored()
    {
        byte[] bytes = File.ReadAllBytes(TestPictures.Oracle("full-colour.jpg"));
        byte[] chunk = [0xFF, 0xE2, 0, 2 + 14 + 8, .. "ICC_PROFILE\0"u8, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8];

        Picture picture = Picture.Decode([.. bytes[..2], .. chunk, .. bytes[2..]]);

        Assert.Equal(Picture.Decode(bytes).Pixels.Span, picture.Pixels.Span);
    }

    [Fact]
    public void Only_the_first_frame_or_page_is_read()
    {
        byte[] still = Picture.Load(TestPictures.Oracle("palette.png")).Pixels.ToArray();

        TestPictures.AssertAlike(still, Picture.Load(TestPictures.Oracle("two-frames.gif")), 0);
        Assert.Equal(8, Picture.Load(TestPictures.Oracle("two-pages.tif")).Height);
    }

    [Fact]
    public void Pictures_decode_alike_in_parallel()
    {
        string[] files = [.. FileNames];
        byte[][] alone = [.. files.Select(name => Picture.Load(TestPictures.Oracle(name)).Pixels.ToArray())];

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            Picture picture = Picture.Load(TestPictures.Oracle(files[i % files.Length]));
            Assert.True(picture.Pixels.Span.SequenceEqual(alone[i % files.Length]), files[i % files.Length]);
        });
    }

    private static void AssertIsColour((byte R, byte G, byte B) colour, string low, string high)
    {
        byte Channel(string name) => name == "R" ? colour.R : name == "G" ? colour.G : colour.B;
        Assert.True(Channel(high) - Channel(low) > 80, $"{high} far above {low}, found {colour}");
    }
}
