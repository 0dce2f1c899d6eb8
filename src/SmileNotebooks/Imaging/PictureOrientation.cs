namespace SmileNotebooks;

/// <summary>The eight orientations of EXIF (tag 0x0112; Exif 2.32, section 4.6.4).</summary>
internal static class PictureOrientation
{
    /// <summary>The picture as it is meant to be seen; orientations outside 2 to 8 change nothing.</summary>
    public static Picture Apply(Picture picture, int orientation)
    {
        if (orientation is < 2 or > 8)
        {
            return picture;
        }

        bool swapsSides = orientation >= 5;
        bool mirrorsColumns = orientation is 2 or 3 or 7 or 8;
        bool mirrorsRows = orientation is 3 or 4 or 6 or 7;
        (int width, int height) = swapsSides ? (picture.Height, picture.Width) : (picture.Width, picture.Height);

        // In the stored picture: where the first seen pixel lies, and how far apart neighbours in a seen row and column are.
        int column = mirrorsColumns ? -3 : 3;
        int row = (mirrorsRows ? -3 : 3) * picture.Width;
        int first = (mirrorsColumns ? 3 * (picture.Width - 1) : 0) + (mirrorsRows ? 3 * picture.Width * (picture.Height - 1) : 0);
        (int alongRow, int alongColumn) = swapsSides ? (row, column) : (column, row);

        byte[] seen = GC.AllocateUninitializedArray<byte>(picture.Pixels.Length);
        ReadOnlySpan<byte> stored = picture.Pixels.Span;
        int to = 0;
        for (int y = 0; y < height; y++)
        {
            int from = first + (y * alongColumn);
            for (int x = 0; x < width; x++, from += alongRow, to += 3)
            {
                seen[to] = stored[from];
                seen[to + 1] = stored[from + 1];
                seen[to + 2] = stored[from + 2];
            }
        }

        return new Picture(width, height, seen);
    }
}
