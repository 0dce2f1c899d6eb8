// Reading and writing picture files.
namespace SmileNotebooks;

public sealed partial class Picture
{
    /// <summary>Reads a JPEG, PNG, WebP, GIF (first frame) or TIFF (first page) file. Safe to call from several threads.</summary>
    /// <remarks>
    /// The EXIF orientation is applied. An embedded colour profile is followed to sRGB unless it is sRGB already; CMYK without a
    /// profile is read as uncoated-press CMYK by libvips. Alpha lies over white, grey becomes RGB, 16 bit keeps its upper byte,
    /// floats are linear light with white at 1. A complete JPEG with a few wrong bytes inside decodes with wrong blocks, as in any viewer.
    /// </remarks>
    /// <param name="path">The file, whatever its extension: the format is told by its first bytes.</param>
    /// <param name="limits">How large it may be; null is the defaults of <see cref="PictureLimits"/>.</param>
    /// <exception cref="PictureException">No such file, a folder, not readable, empty, of an unknown format, cut short, damaged, or
    /// above the limits. The message names the file, what was found and what was expected.</exception>
    public static Picture Load(string path, PictureLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        limits ??= PictureLimits.Default;
        Picture picture = PictureDecoder.Decode(PictureFile.Read(path, limits.MaxFileBytes), path, limits);
        return new Picture(picture.Width, picture.Height, picture.Pixels) { Path = path };
    }

    /// <summary>Decodes the bytes of a picture file, as <see cref="Load"/> does.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it; default "picture in memory".</param>
    /// <param name="limits">How large it may be; null is the defaults of <see cref="PictureLimits"/>.</param>
    /// <exception cref="PictureException">As for <see cref="Load"/>.</exception>
    public static Picture Decode(ReadOnlySpan<byte> bytes, string? name = null, PictureLimits? limits = null) =>
        PictureDecoder.Decode(bytes, name ?? "picture in memory", limits ?? PictureLimits.Default);

    /// <summary>Writes the picture to a file; one that is there is replaced at once when the new one is complete.</summary>
    /// <param name="path">The file; its extension (.png, .jpg, .jpeg or .webp) is the format. Its folder exists.</param>
    /// <param name="quality">1 to 100, for JPEG and WebP; default 90.</param>
    /// <exception cref="PictureException">Another extension, or the file cannot be written.</exception>
    public void Save(string path, int quality = 90)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PictureFile.Write(path, Encode(PictureEncoder.FormatOf(path), quality));
    }

    /// <summary>The bytes of a picture file, without metadata. The same picture gives the same bytes.</summary>
    /// <param name="format">The format.</param>
    /// <param name="quality">1 to 100, for JPEG and WebP; default 90. From 90 on JPEG keeps colour at full resolution.</param>
    /// <exception cref="PictureException">The format cannot hold so large a picture.</exception>
    public byte[] Encode(PictureFormat format, int quality = 90) => PictureEncoder.Encode(this, format, quality);
}
