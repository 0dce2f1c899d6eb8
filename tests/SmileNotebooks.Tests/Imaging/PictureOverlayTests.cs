using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class PictureOverlayTests
{
    private static readonly Picture Grey = new(80, 60, Enumerable.Repeat((byte)100, 80 * 60 * 3).ToArray());

    [Fact]
    public void Shapes_are_drawn_in_place_and_the_rest_stays()
    {
        Picture drawn = Grey.WithSvgOverlay(Svg("<rect x='10' y='20' width='30' height='10' fill='#ff0000'/>"));

        Assert.Equal((255, 0, 0), drawn.At(10, 20));
        Assert.Equal((255, 0, 0), drawn.At(39, 29));
        Assert.Equal((100, 100, 100), drawn.At(9, 20));
        Assert.Equal((100, 100, 100), drawn.At(40, 29));
        Assert.All(Grey.Pixels.ToArray(), value => Assert.Equal(100, value));
    }

    [Fact]
    public void Half_transparent_shapes_are_mixed()
    {
        (byte red, byte green, byte blue) = Grey.WithSvgOverlay(Svg("<rect width='80' height='60' fill='#0000ff' fill-opacity='0.5'/>")).At(40, 30);

        Assert.InRange(red, 49, 51);
        Assert.InRange(green, 49, 51);
        Assert.InRange(blue, 176, 179);
    }

    [Fact]
    public void Text_is_drawn()
    {
        Picture drawn = Grey.WithSvgOverlay(Svg("<text x='5' y='40' font-size='30' font-family='sans-serif' fill='white'>AU12</text>"));

        Assert.True(TestPictures.MeanDifference(Grey, drawn) > 1);
    }

    [Fact]
    public void A_drawing_reads_no_file()
    {
        string photo = TestPictures.Oracle("rgb.png");

        Picture drawn = Grey.WithSvgOverlay(Svg($"<image href='file://{photo}' width='80' height='60'/><image href='{photo}' width='80' height='60'/>"));

        Assert.Equal(Grey.Pixels.Span, drawn.Pixels.Span);
    }

    [Fact]
    public void A_drawing_of_another_size_is_an_error_that_says_both_sizes()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Grey.WithSvgOverlay("<svg xmlns='http://www.w3.org/2000/svg' width='81' height='60'/>"));

        Assert.Contains("81 x 60 pixels, expected the picture's 80 x 60", error.Message);
    }

    [Theory]
    [InlineData("not a drawing")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'><rect></svg>")]
    [InlineData("<html/>")]
    public void What_is_no_SVG_is_an_error(string svg)
    {
        Assert.Contains("An SVG document was expected", Assert.Throws<ArgumentException>(() => Grey.WithSvgOverlay(svg)).Message);
    }

    private static string Svg(string content) => $"<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'>{content}</svg>";
}
