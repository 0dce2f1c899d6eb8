// Vector drawings over pictures.
using System.Text;

namespace SmileNotebooks;

public sealed unsafe partial class Picture
{
    /// <summary>The picture with an SVG drawing over it, rendered by librsvg inside libvips.</summary>
    /// <remarks>The drawing reads no other files. Its text is drawn in fonts of the system: where there are none,
    /// letters are empty boxes, and where fontconfig has no configuration either, it says so on stderr.</remarks>
    /// <param name="svg">An SVG document whose width and height are those of the picture, in pixels.</param>
    /// <exception cref="ArgumentException">Not an SVG document, or one of another size.</exception>
    public Picture WithSvgOverlay(string svg)
    {
        ArgumentException.ThrowIfNullOrEmpty(svg);
        byte[] drawing;
        try
        {
            drawing = RenderSvg(svg);
        }
        catch (VipsException exception)
        {
            throw new ArgumentException($"An SVG document was expected, found one that cannot be drawn ({exception.Message}).", nameof(svg), exception);
        }

        byte[] pixels = Pixels.ToArray();
        AlphaBlend.Over(drawing, pixels);
        return new Picture(Width, Height, pixels) { Path = Path };
    }

    private byte[] RenderSvg(string svg)
    {
        byte[] document = Encoding.UTF8.GetBytes(svg);
        fixed (byte* data = document)
        {
            using VipsOperation loader = new("svgload_buffer");
            using VipsImage drawing = loader.Set("buffer", data, document.Length).Image();
            return drawing.Width == Width && drawing.Height == Height
                ? drawing.ReadPixels<byte>()
                : throw new ArgumentException(
                    $"The SVG is {drawing.Width} x {drawing.Height} pixels, expected the picture's {Width} x {Height}.", nameof(svg));
        }
    }
}
