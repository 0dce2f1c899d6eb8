// Pictures next to each other, to be compared or measured together.
namespace SmileNotebooks;

public sealed partial class Picture
{
    /// <summary>Pictures in a row from left to right, their top edges level. What lies below a lower picture is black.</summary>
    /// <param name="pictures">At least one.</param>
    /// <exception cref="ArgumentException">No picture, or a row of more bytes than an array can hold.</exception>
    public static Picture SideBySide(params ReadOnlySpan<Picture> pictures)
    {
        if (pictures.IsEmpty)
        {
            throw new ArgumentException("Side by side stands at least one picture, found none.", nameof(pictures));
        }

        long width = 0;
        int height = 0;
        foreach (Picture picture in pictures)
        {
            width += picture.Width;
            height = Math.Max(height, picture.Height);
        }

        if (3 * width * height > Array.MaxLength)
        {
            throw new ArgumentException($"The row would have {width} x {height} pixels, more than an array holds.", nameof(pictures));
        }

        byte[] row = new byte[3 * width * height];
        int left = 0;
        foreach (Picture picture in pictures)
        {
            picture.CopyTo(row, (int)width, left);
            left += picture.Width;
        }

        return new Picture((int)width, height, row);
    }

    private void CopyTo(Span<byte> target, int targetWidth, int left)
    {
        for (int y = 0; y < Height; y++)
        {
            Pixels.Span.Slice(3 * y * Width, 3 * Width).CopyTo(target[(3 * ((y * targetWidth) + left))..]);
        }
    }
}
