namespace SmileNotebooks.Tests.Faces;

public class SteadyLookTests(ITestOutputHelper output)
{
    [Fact]
    public void Steady_landmarks_lie_near_those_of_one_look()
    {
        using FaceLandmarker once = FaceLandmarker.Open(new() { Blendshapes = false });
        using FaceLandmarker steady = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        Picture photo = Golden.Astronaut();

        Face expected = Assert.Single(once.Detect(photo)), face = Assert.Single(steady.Detect(photo));

        (double mean, double max) = Golden.Distance(face.Landmarks, expected.Landmarks);
        output.WriteLine($"mean {mean:0.00} px, largest {max:0.00} px of a face {face.Box.Width:0} px wide; confidence {face.Confidence:0.000}");
        Assert.InRange(mean, 0.01, 1.5);
        Assert.InRange(max, 0, 6);
        Assert.InRange(face.Confidence, 0.9, 1);
    }

    [Fact]
    public void Steady_landmarks_of_a_mirrored_picture_are_the_mirrored_landmarks()
    {
        double ofOne = MirrorError(new()), ofMany = MirrorError(new() { Steady = true });

        output.WriteLine($"mean distance to the mirrored landmarks: one look {ofOne:0.000} px, steady {ofMany:0.000} px");
        Assert.InRange(ofMany, 0, 0.1);
        Assert.True(ofMany < ofOne / 4);
    }

    [Fact]
    public void Landmarks_of_the_bundle_are_steadied_too()
    {
        FaceLandmarkerOptions bundle = new() { Model = FaceModel.TaskBundle, ModelFolder = SharedData.PathOf("models") };
        double ofOne = MirrorError(bundle), ofMany = MirrorError(bundle with { Steady = true });

        output.WriteLine($"mean distance to the mirrored landmarks: one look {ofOne:0.000} px, steady {ofMany:0.000} px");
        Assert.True(ofMany < ofOne / 2);
    }

    [Fact]
    public void Several_faces_are_each_steadied()
    {
        using FaceLandmarker steady = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        Picture photo = Golden.Astronaut();
        byte[] pixels = new byte[2 * photo.Pixels.Length];
        for (int row = 0; row < photo.Height; row++)
        {
            ReadOnlySpan<byte> line = photo.Pixels.Span.Slice(3 * photo.Width * row, 3 * photo.Width);
            line.CopyTo(pixels.AsSpan(6 * photo.Width * row));
            line.CopyTo(pixels.AsSpan((6 * photo.Width * row) + (3 * photo.Width)));
        }

        Face[] faces = [.. steady.Detect(new Picture(2 * photo.Width, photo.Height, pixels)).OrderBy(face => face.Box.X)];

        Assert.Equal(2, faces.Length);
        (double mean, _) = Golden.Distance(faces[1].Landmarks, [.. faces[0].Landmarks.Select(p => p with { X = p.X + photo.Width })]);
        Assert.InRange(mean, 0, 0.2);
    }

    [Fact]
    public void Picture_without_a_face_has_none_when_steady_too()
    {
        using FaceLandmarker steady = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });

        Assert.Empty(steady.Detect(new Picture(64, 64, new byte[64 * 64 * 3])));
    }

    private static double MirrorError(FaceLandmarkerOptions options)
    {
        using FaceLandmarker faces = FaceLandmarker.Open(options with { Blendshapes = false });
        Picture photo = Golden.Astronaut();
        Face face = Assert.Single(faces.Detect(photo)), mirrored = Assert.Single(faces.Detect(photo.FlipHorizontally()));
        return Golden.Distance(
            [.. Enumerable.Range(0, FaceTopology.PointCount).Select(i => mirrored.Landmarks[CanonicalFace.Default.Mirror[i]])],
            [.. face.Landmarks.Select(p => p with { X = photo.Width - p.X })]).Mean;
    }
}
