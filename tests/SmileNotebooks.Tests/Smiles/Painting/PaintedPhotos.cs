using SmileNotebooks.Tests.Faces;

namespace SmileNotebooks.Tests.Smiles.Painting;

/// <summary>The astronaut, cut to head and shoulders: 384 pixels wide, a face of 157 pixels, whose own smile is strong.</summary>
internal static class PaintedPhotos
{
    private static readonly Lazy<FaceLandmarker> s_faces = new(() => FaceLandmarker.Open(new() { Blendshapes = false }));
    private static readonly Lazy<SmilePainter> s_painter = new(() => PainterOf(384));

    /// <summary>One set of models for all tests of this folder.</summary>
    public static FaceLandmarker Faces => s_faces.Value;

    public static SmilePainter Painter => s_painter.Value;

    /// <summary>The same photo at another size.</summary>
    public static SmilePainter PainterOf(int side)
    {
        Picture photo = Golden.Astronaut().Crop(112, 0, 224, 224).Resize(side, side);
        return SmilePainter.Create(photo, Assert.Single(Faces.Detect(photo)));
    }

    /// <summary>The only face of a painted picture, looked at until its landmarks have settled.</summary>
    public static Face Seen(Picture picture)
    {
        using FaceTracker tracker = Faces.Track();
        return Assert.Single(tracker.Update(picture));
    }

    /// <summary>Largest difference of two pictures in any channel of any pixel.</summary>
    public static int LargestDifference(Picture a, Picture b)
    {
        int largest = 0;
        ReadOnlySpan<byte> first = a.Pixels.Span, second = b.Pixels.Span;
        Assert.Equal(first.Length, second.Length);
        for (int i = 0; i < first.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(first[i] - second[i]));
        }

        return largest;
    }
}
