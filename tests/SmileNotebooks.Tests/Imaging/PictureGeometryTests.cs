using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class PictureGeometryTests
{
    private static readonly Picture Rectangular = TestPictures.Noise(41, 23, seed: 3);

    [Fact]
    public void Flipping_mirrors_columns_and_twice_is_nothing()
    {
        Picture flipped = Rectangular.FlipHorizontally();

        Assert.Equal(Rectangular.At(0, 5), flipped.At(40, 5));
        Assert.Equal(Rectangular.Pixels.Span, flipped.FlipHorizontally().Pixels.Span);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(360)]
    [InlineData(-720)]
    public void Whole_turns_change_nothing(double degrees)
    {
        Assert.Equal(Rectangular.Pixels.Span, Rectangular.Rotate(degrees).Pixels.Span);
    }

    [Fact]
    public void A_half_turn_reverses_the_pixels()
    {
        Picture turned = Rectangular.Rotate(180);

        for (int i = 0; i < 41 * 23; i++)
        {
            Assert.Equal(Rectangular.At(i % 41, i / 41), turned.At(40 - (i % 41), 22 - (i / 41)));
        }
    }

    [Fact]
    public void A_positive_quarter_turn_is_clockwise()
    {
        Picture square = TestPictures.Noise(32, 32, seed: 5);
        Picture turned = square.Rotate(90);

        for (int i = 0; i < 32 * 32; i++)
        {
            // The top-left corner comes to the top right.
            Assert.Equal(square.At(i % 32, i / 32), turned.At(31 - (i / 32), i % 32));
        }

        Assert.Equal(turned.Pixels.Span, square.Rotate(-270).Pixels.Span);
    }

    [Fact]
    public void Turning_there_and_back_keeps_the_middle_and_blackens_the_corners()
    {
        Picture waves = TestPictures.Waves(200, 160);
        Picture turned = waves.Rotate(30);
        Picture back = turned.Rotate(-30);

        Assert.Equal((0, 0, 0), turned.At(0, 0));
        Assert.InRange(TestPictures.MeanDifference(waves.Crop(70, 50, 60, 60), back.Crop(70, 50, 60, 60)), 0, 1);
    }

    [Fact]
    public void An_angle_that_is_not_finite_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Rectangular.Rotate(double.NaN));
    }

    [Fact]
    public void A_crop_has_the_pixels_of_its_place()
    {
        Picture part = Rectangular.Crop(5, 7, 10, 3);

        Assert.Equal((10, 3), (part.Width, part.Height));
        Assert.Equal(Rectangular.At(5, 7), part.At(0, 0));
        Assert.Equal(Rectangular.At(14, 9), part.At(9, 2));
        Assert.Equal(Rectangular.Pixels.Span, Rectangular.Crop(0, 0, 41, 23).Pixels.Span);
    }

    [Theory]
    [InlineData(-1, 0, 5, 5)]
    [InlineData(0, -1, 5, 5)]
    [InlineData(0, 0, 42, 5)]
    [InlineData(0, 0, 5, 24)]
    [InlineData(40, 0, 2, 1)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(0, 0, 5, 0)]
    [InlineData(5, 5, int.MaxValue, 1)]
    public void A_crop_that_is_not_within_the_picture_is_an_error_that_says_both(int x, int y, int width, int height)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Rectangular.Crop(x, y, width, height));

        Assert.Contains("41 x 23", error.Message);
        Assert.Contains($"{width} x {height} pixels at ({x}, {y})", error.Message);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(30, 20)]
    [InlineData(6, 16)]
    [InlineData(1, 1)]
    public void Resizing_agrees_with_Pillow_s_Lanczos(int width, int height)
    {
        Picture picture = Picture.Load(TestPictures.Oracle("calm.png"));

        PillowOracle.AssertAlike($"resized to {width} x {height}", picture.Resize(width, height));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 60)]
    [InlineData(200, 3)]
    [InlineData(77, 33)]
    public void Resizing_gives_exactly_the_size(int width, int height)
    {
        Picture resized = Rectangular.Resize(width, height);

        Assert.Equal((width, height), (resized.Width, resized.Height));
    }

    [Fact]
    public void Resizing_keeps_what_is_smooth()
    {
        Picture waves = TestPictures.Waves(160, 120);

        Assert.Equal(waves.Pixels.Span, waves.Resize(160, 120).Pixels.Span);
        Assert.InRange(TestPictures.MeanDifference(waves, waves.Resize(80, 60).Resize(160, 120)), 0, 0.5);
        Assert.All(new Picture(9, 9, Enumerable.Repeat((byte)93, 243).ToArray()).Resize(31, 4).Pixels.ToArray(), value => Assert.Equal(93, value));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(1_000_000, 1_000_000)]
    public void A_size_that_no_picture_has_is_an_error(int width, int height)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rectangular.Resize(width, height));
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(4, -1, 12)]
    public void A_picture_has_positive_sides(int width, int height, int bytes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Picture(width, height, new byte[bytes]));
    }

    [Fact]
    public void A_picture_has_three_bytes_a_pixel()
    {
        Assert.Contains("12 bytes (RGB), found 16", Assert.Throws<ArgumentException>(() => new Picture(2, 2, new byte[16])).Message);
    }
}
