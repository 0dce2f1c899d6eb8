// A clip that was taken apart into pictures.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A folder of pictures as a clip: in the natural order of their names (<c>frame2</c> before <c>frame10</c>), evenly spaced in time, all of one size.
/// Files that are no pictures are passed over by their extension; folders within it are not looked into.</summary>
public sealed class FrameFolder : IFrameSource
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff"];

    private FrameFolder(string folder, ImmutableArray<string> files, double frameRate, Picture first)
    {
        Name = folder;
        Files = files;
        FrameRate = frameRate;
        Width = first.Width;
        Height = first.Height;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The pictures, in their order.</summary>
    public ImmutableArray<string> Files { get; }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Height { get; }

    /// <inheritdoc/>
    public double? FrameRate { get; }

    /// <inheritdoc/>
    public int? FrameCount => Files.Length;

    /// <summary>Opens a folder; the first picture gives the size.</summary>
    /// <param name="folder">A folder with .png, .jpg, .jpeg, .webp, .gif, .tif or .tiff files.</param>
    /// <param name="frameRate">Frames per second, above 0: the time of a frame is its index over this.</param>
    /// <exception cref="VideoException">No such folder, no pictures in it, or the first cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The frame rate is not a positive number.</exception>
    public static FrameFolder Open(string folder, double frameRate)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        FrameRates.ThrowIfNotPositive(frameRate);
        string[] files;
        try
        {
            files = Directory.GetFiles(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string found = File.Exists(folder) ? "a file" : Directory.Exists(folder) ? $"an error while reading ({exception.Message.TrimEnd('.')})" : "no such folder";
            throw new VideoException(folder, null, found, "a folder of pictures", exception);
        }

        ImmutableArray<string> pictures =
        [
            .. files.Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).OrderBy(file => Path.GetFileName(file), NaturalOrder.Instance),
        ];
        return pictures.IsEmpty
            ? throw new VideoException(
                folder, null, files.Length == 0 ? "an empty folder" : $"{Plural.Of(files.Length, "file")}, but no pictures", "pictures (.png, .jpg, .jpeg, .webp, .gif, .tif or .tiff)")
            : new FrameFolder(folder, pictures, frameRate, Load(folder, pictures[0], 0));
    }

    /// <inheritdoc/>
    public IEnumerable<VideoFrame> Frames(CancellationToken cancellation = default)
    {
        for (int i = 0; i < Files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Picture picture = Load(Name, Files[i], i);
            if (picture.Width != Width || picture.Height != Height)
            {
                throw new VideoException(
                    Name,
                    $"frame {i} ({Path.GetFileName(Files[i])})",
                    $"a picture of {picture.Width} x {picture.Height} pixels",
                    $"{Width} x {Height}, the size of the first ({Path.GetFileName(Files[0])})");
            }

            yield return new VideoFrame(i, i / FrameRate!.Value, picture);
        }
    }

    private static Picture Load(string folder, string file, int index)
    {
        try
        {
            return Picture.Load(file);
        }
        catch (PictureException exception)
        {
            throw new VideoException(folder, $"frame {index} ({Path.GetFileName(file)})", exception.Found, exception.Expected, exception);
        }
    }
}
