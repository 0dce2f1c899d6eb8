using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Faces;

public sealed class FaceLandmarkerTests : IDisposable
{
    private readonly FaceLandmarker _faces = FaceLandmarker.Open(new() { Blendshapes = false });

    public void Dispose() => _faces.Dispose();

    [Fact]
    public void A_picture_without_a_face_gives_an_empty_list()
    {
        Assert.Empty(_faces.Detect(new Picture(64, 48, new byte[64 * 48 * 3])));
        Assert.Empty(_faces.Detect(new Picture(1, 1, new byte[3])));
    }

    [Fact]
    public void Several_faces_are_found_and_each_has_its_own_landmarks()
    {
        Picture portrait = Golden.Astronaut().Crop(96, 0, 256, 256);
        Face alone = Assert.Single(_faces.Detect(portrait));

        ImmutableArray<Face> found = _faces.Detect(Picture.SideBySide(portrait, portrait));

        Assert.Equal(2, found.Length);
        foreach ((Face face, int shift) in found.OrderBy(face => face.Box.X).Zip([0, portrait.Width]))
        {
            Point3[] shifted = [.. alone.Landmarks.Select(point => point with { X = point.X + shift })];
            Assert.InRange(Golden.Distance(face.Landmarks, shifted).Mean, 0, 1.0);
        }
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2600)]
    public void Small_faces_are_found_by_looking_closer_and_not_without(int side)
    {
        Picture picture = InCorner(Golden.Astronaut(), side);
        Face expected = Assert.Single(_faces.Detect(Golden.Astronaut()));
        using FaceLandmarker asMediaPipe = FaceLandmarker.Open(new() { Blendshapes = false, SmallestFace = 1.0 / 8 });

        Face found = Assert.Single(_faces.Detect(picture));

        Point3[] shifted = [.. expected.Landmarks.Select(point => point with { X = point.X + side - 512, Y = point.Y + side - 512 })];
        Assert.InRange(Golden.Distance(found.Landmarks, shifted).Mean, 0, 1.0);
        Assert.Empty(asMediaPipe.Detect(picture));
    }

    [Fact]
    public void MaximumFaces_keeps_the_most_certain()
    {
        using FaceLandmarker one = FaceLandmarker.Open(new() { Blendshapes = false, MaximumFaces = 1 });
        Picture portrait = Golden.Astronaut().Crop(96, 0, 256, 256);
        Picture two = Picture.SideBySide(portrait, portrait);

        Assert.Equal(_faces.Detect(two)[0].Landmarks, Assert.Single(one.Detect(two)).Landmarks);
    }

    [Fact]
    public void Parallel_use_gives_the_same_numbers()
    {
        Picture photo = Golden.Astronaut();
        ImmutableArray<Point3> expected = _faces.Detect(photo)[0].Landmarks;

        ImmutableArray<Point3>[] found = new ImmutableArray<Point3>[24];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => found[i] = _faces.Detect(photo)[0].Landmarks);

        Assert.All(found, landmarks => Assert.Equal(expected, landmarks));
    }

    [Fact]
    public void The_subjects_right_eye_is_left_in_a_photo_that_is_not_mirrored()
    {
        Face face = _faces.Detect(Golden.Astronaut())[0];

        float right = face.Landmarks[FaceTopology.NamedPoints["right eye outer corner"]].X;
        float left = face.Landmarks[FaceTopology.NamedPoints["left eye outer corner"]].X;

        Assert.True(right < left);
        Assert.InRange(face.Landmarks[FaceTopology.NamedPoints["right iris centre"]].X, right, left);
        Assert.InRange(face.Confidence, 0.9, 1.0);
    }

    [Fact]
    public void A_disposed_landmarker_says_so()
    {
        FaceLandmarker disposed = FaceLandmarker.Open(new() { Blendshapes = false });
        disposed.Dispose();

        Assert.Throws<ObjectDisposedException>(() => disposed.Detect(Golden.Astronaut()));
        Assert.Throws<ObjectDisposedException>(() => disposed.Track());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_score_outside_0_to_1_is_refused(double score)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => FaceLandmarker.Open(new() { MinimumDetectionScore = score }));

        Assert.Contains("from 0 to 1", error.Message);
    }

    /// <summary>A photo in the lower right corner of a grey square.</summary>
    private static Picture InCorner(Picture photo, int side)
    {
        byte[] pixels = new byte[side * side * 3];
        Array.Fill(pixels, (byte)128);
        for (int y = 0; y < photo.Height; y++)
        {
            int first = (((side - photo.Height + y) * side) + side - photo.Width) * 3;
            photo.Pixels.Span.Slice(y * photo.Width * 3, photo.Width * 3).CopyTo(pixels.AsSpan(first));
        }

        return new Picture(side, side, pixels);
    }
}
