// Made clips of photographed people who move about: who is who is known in every frame.
namespace SmileNotebooks.Tests.Faces;

/// <summary>Where a person's picture is pasted into a frame.</summary>
/// <param name="X">Centre in pixels.</param>
/// <param name="Y">Centre in pixels.</param>
/// <param name="Height">Height of the pasted picture in pixels.</param>
internal readonly record struct Placed(double X, double Y, int Height);

/// <summary>A picture of a person, and where it is in each frame; null where it is not. Later actors stand before earlier ones.</summary>
internal sealed record Actor(Picture Portrait, Func<int, Placed?> Place);

internal sealed class FaceClip(int width, int height, params Actor[] actors)
{
    private readonly Dictionary<(Picture, int), Picture> _sizes = [];

    /// <summary>The astronaut's head and shoulders, the face in the middle.</summary>
    public static Picture Astronaut { get; } = Golden.Astronaut().Crop(124, 10, 200, 200);

    public Picture Frame(int index)
    {
        byte[] pixels = new byte[3 * width * height];
        Array.Fill(pixels, (byte)110);
        foreach (Actor actor in actors)
        {
            if (actor.Place(index) is { } place)
            {
                Paste(pixels, Sized(actor.Portrait, place.Height), place);
            }
        }

        return new Picture(width, height, pixels);
    }

    /// <summary>Follows the clip and gives, for each frame, the number found for each actor: 0 where no face is near.</summary>
    public int[][] Follow(FaceLandmarker faces, int frames, FaceTrackerOptions options, double frameRate = 25)
    {
        using FaceTracker tracker = faces.Track(options);
        int[][] numbers = new int[frames][];
        for (int i = 0; i < frames; i++)
        {
            Face[] found = [.. tracker.Update(Frame(i), i / frameRate)];
            Assert.Equal(found.Length, found.Select(face => face.Track).Distinct().Count());
            numbers[i] = [.. actors.Select(actor => actor.Place(i) is { } place ? found.Where(face => IsNear(face, place)).MinBy(face => Math.Abs(Centre(face) - place.X))?.Track ?? 0 : 0)];
        }

        return numbers;
    }

    private static double Centre(Face face) => face.Box.X + (face.Box.Width / 2);

    private static bool IsNear(Face face, Placed place) => Math.Abs(Centre(face) - place.X) < place.Height / 5.0;

    private Picture Sized(Picture portrait, int to)
    {
        if (!_sizes.TryGetValue((portrait, to), out Picture? sized))
        {
            sized = portrait.Resize(Math.Max(1, portrait.Width * to / portrait.Height), to);
            _sizes[(portrait, to)] = sized;
        }

        return sized;
    }

    /// <summary>An oval of the portrait with a soft edge of a tenth.</summary>
    private void Paste(byte[] pixels, Picture portrait, Placed place)
    {
        int left = (int)Math.Round(place.X - (portrait.Width / 2.0)), top = (int)Math.Round(place.Y - (portrait.Height / 2.0));
        for (int y = Math.Max(0, -top); y < portrait.Height && top + y < height; y++)
        {
            for (int x = Math.Max(0, -left); x < portrait.Width && left + x < width; x++)
            {
                double u = ((2 * (x + 0.5)) / portrait.Width) - 1, v = ((2 * (y + 0.5)) / portrait.Height) - 1;
                double opacity = Math.Clamp((1 - Math.Sqrt((u * u) + (v * v))) * 10, 0, 1);
                int to = 3 * (((top + y) * width) + left + x), from = 3 * ((y * portrait.Width) + x);
                for (int channel = 0; opacity > 0 && channel < 3; channel++)
                {
                    pixels[to + channel] = (byte)(pixels[to + channel] + (opacity * (portrait.Pixels.Span[from + channel] - pixels[to + channel])) + 0.5);
                }
            }
        }
    }
}
