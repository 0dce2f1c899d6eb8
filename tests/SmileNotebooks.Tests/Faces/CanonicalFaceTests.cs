namespace SmileNotebooks.Tests;

public class CanonicalFaceTests
{
    [Fact]
    public void Canonical_face_has_468_vertices_898_triangles_and_33_weights()
    {
        CanonicalFace face = CanonicalFace.Default;

        Assert.Equal(468, face.Vertices.Length);
        Assert.Equal(898, face.Triangles.Length);
        Assert.Equal(33, face.Weights.Count(weight => weight > 0));
        Assert.All(face.Weights, weight => Assert.InRange(weight, 0, 1));
    }

    [Fact]
    public void Axes_point_to_the_subjects_left_up_and_to_the_viewer()
    {
        CanonicalFace face = CanonicalFace.Default;
        const int RightEyeOuter = 33, LeftEyeOuter = 263, NoseTip = 1, Chin = 152;

        Assert.True(face.Vertices[RightEyeOuter].X < 0 && face.Vertices[LeftEyeOuter].X > 0);
        Assert.True(face.Vertices[Chin].Y < face.Vertices[NoseTip].Y);
        Assert.True(face.Vertices[NoseTip].Z > face.Vertices[LeftEyeOuter].Z);
    }

    [Fact]
    public void Mirror_pairs_every_point_with_one_other_or_itself()
    {
        CanonicalFace face = CanonicalFace.Default;

        Assert.Equal(478, face.Mirror.Length);
        Assert.All(Enumerable.Range(0, 478), i => Assert.Equal(i, face.Mirror[face.Mirror[i]]));
        Assert.Equal(28, Enumerable.Range(0, 478).Count(i => face.Mirror[i] == i));
        Assert.Equal(291, face.Mirror[61]);
        Assert.Equal(473, face.Mirror[468]);
    }

    [Fact]
    public void Mirror_pairs_the_points_of_the_irises_by_their_direction()
    {
        Face face = ReferenceFaces.Astronaut();

        foreach (int point in new[] { 469, 470, 471, 472 })
        {
            int other = CanonicalFace.Default.Mirror[point];
            Point3 here = face.Landmarks[point], there = face.Landmarks[other], right = face.Landmarks[468], left = face.Landmarks[473];
            Assert.Equal(here.X - right.X, left.X - there.X, 2.0);
            Assert.Equal(here.Y - right.Y, there.Y - left.Y, 2.0);
        }
    }

    [Fact]
    public void Cut_metadata_are_an_error_at_every_length()
    {
        byte[] whole = MediaPipeAssets.GeometryPipelineMetadata();

        foreach (int length in Enumerable.Range(0, 200).Select(i => i * whole.Length / 200))
        {
            Assert.Throws<InvalidDataException>(() => CanonicalFace.Read(whole.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Damaged_metadata_are_an_error_or_a_face_and_nothing_else()
    {
        byte[] whole = MediaPipeAssets.GeometryPipelineMetadata();
        Random random = new(7);
        int errors = 0;
        for (int run = 0; run < 300; run++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => CanonicalFace.Read(damaged)) is { } error)
            {
                Assert.IsType<InvalidDataException>(error);
                errors++;
            }
        }

        Assert.InRange(errors, 1, 300);
    }
}
