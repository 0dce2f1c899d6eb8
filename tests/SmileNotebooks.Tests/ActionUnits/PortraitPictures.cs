// The portraits and the astronaut as pictures: decoded, turned, mirrored, made small, and measured with the built-in landmarks.
namespace SmileNotebooks.Tests;

/// <summary>A portrait whose landmarks were found in its JPEG by this library, upright and in other positions.</summary>
/// <param name="Upright">As it is in the file; the official figures are those of Google's FaceLandmarker.</param>
/// <param name="Clockwise">Turned by 30 degrees in its plane, on a black ground large enough that nothing is cut.</param>
/// <param name="Anticlockwise">Turned by -30 degrees.</param>
/// <param name="Mirrored">Left and right exchanged.</param>
internal sealed record PortraitPicture(Portrait Upright, Face Clockwise, Face Anticlockwise, Face Mirrored)
{
    /// <summary>What AU12 should change by less than when the picture is turned by 30 degrees.</summary>
    public const double TurnLimit = 0.25;

    /// <summary>What each side of AU12 should differ by less than from the other side in the mirror.</summary>
    public const double MirrorLimit = 0.1;

    public double ChangeClockwise => Change(Upright.Face, Clockwise);

    public double ChangeAnticlockwise => Change(Upright.Face, Anticlockwise);

    public double SwapError => SwapErrorOf(Upright.Face, Mirrored);

    public static ActionUnit AU12(Face face) => ActionUnits.Measure(face)[12];

    public static double Change(Face before, Face after) => AU12(after).Intensity - AU12(before).Intensity;

    /// <summary>How far a side is from the opposite side in the mirror, the larger of both.</summary>
    public static double SwapErrorOf(Face face, Face mirrored)
    {
        ActionUnit original = AU12(face), swapped = AU12(mirrored);
        return Math.Max(Math.Abs(original.Left!.Value - swapped.Right!.Value), Math.Abs(original.Right!.Value - swapped.Left!.Value));
    }
}

internal static class PortraitPictures
{
    private static readonly Lazy<IReadOnlyList<PortraitPicture>> s_once = new(() => Measure(steady: false));
    private static readonly Lazy<IReadOnlyList<PortraitPicture>> s_steadily = new(() => Measure(steady: true));

    /// <summary>The 60 portraits; skips the running test where the reference data are absent.</summary>
    /// <param name="steady">See <see cref="FaceLandmarkerOptions.Steady"/>.</param>
    public static IReadOnlyList<PortraitPicture> All(bool steady)
    {
        SharedData.PathOf("data", "congress", "photos");
        return (steady ? s_steadily : s_once).Value;
    }

    /// <summary>The 60 portraits upright; skips as <see cref="All"/> does.</summary>
    public static IReadOnlyList<Portrait> Upright(bool steady) => [.. All(steady).Select(portrait => portrait.Upright)];

    public static Picture Astronaut() => Picture.Load(Repository.PathOf("data-samples", "photos", "astronaut.png"));

    public static FaceLandmarker Landmarker(bool steady) =>
        FaceLandmarker.Open(new() { Blendshapes = false, MaximumFaces = 1, Steady = steady });

    /// <summary>The picture turned about its centre on a black ground that holds all of it.</summary>
    public static Picture Turned(this Picture picture, double degrees)
    {
        int side = (int)Math.Ceiling(Math.Sqrt(((double)picture.Width * picture.Width) + ((double)picture.Height * picture.Height)));
        return picture.OnGround(side, side).Rotate(degrees);
    }

    private static Picture OnGround(this Picture picture, int width, int height)
    {
        byte[] pixels = new byte[3 * width * height];
        int left = (width - picture.Width) / 2, top = (height - picture.Height) / 2;
        for (int row = 0; row < picture.Height; row++)
        {
            picture.Pixels.Span.Slice(3 * picture.Width * row, 3 * picture.Width).CopyTo(pixels.AsSpan(3 * (((top + row) * width) + left)));
        }

        return new Picture(width, height, pixels);
    }

    private static List<PortraitPicture> Measure(bool steady)
    {
        using FaceLandmarker faces = Landmarker(steady);
        List<PortraitPicture> result = [];
        foreach (Portrait portrait in ReferenceFaces.Portraits())
        {
            Picture picture = Picture.Load(SharedData.PathOf("data", "congress", "photos", portrait.Image));
            Face Found(Picture p) => faces.Detect(p) is [Face face, ..] ? face : throw new InvalidOperationException($"No face in {portrait.Image}.");
            result.Add(new PortraitPicture(
                portrait with { Face = Found(picture) }, Found(picture.Turned(30)), Found(picture.Turned(-30)), Found(picture.FlipHorizontally())));
        }

        return result;
    }
}
