namespace SmileNotebooks.Tests;

public class HeadPoseTests
{
    [Fact]
    public void Canonical_face_looks_straight_ahead()
    {
        HeadPose pose = ReferenceFaces.Canonical().Pose;

        Assert.Equal(0, pose.Yaw, 1e-6);
        Assert.Equal(0, pose.Pitch, 1e-6);
        Assert.Equal(0, pose.Roll, 1e-6);
    }

    [Theory]
    [InlineData(25, 0, 0)]
    [InlineData(0, 25, 0)]
    [InlineData(0, 0, 25)]
    [InlineData(-40, 12, 170)]
    [InlineData(60, -35, -80)]
    [InlineData(-80, 0, 0)]
    public void Turned_canonical_face_gives_the_angles_that_turned_it(double yaw, double pitch, double roll)
    {
        HeadPose pose = ReferenceFaces.Canonical().Turned(yaw, pitch, roll).Pose;

        Assert.Equal(yaw, pose.Yaw, 1e-4);
        Assert.Equal(pitch, pose.Pitch, 1e-4);
        Assert.Equal(roll, pose.Roll, 1e-4);
    }

    [Fact]
    public void Signs_are_those_of_the_documentation()
    {
        Face face = ReferenceFaces.Canonical();
        const int NoseTip = 1, Forehead = 10;

        Assert.True(face.Turned(yaw: 20).Landmarks[NoseTip].X > 0, "Positive yaw moves the nose to the viewer's right.");
        Assert.True(face.Turned(pitch: 20).Landmarks[NoseTip].Y < face.Landmarks[NoseTip].Y, "Positive pitch lifts the nose.");
        Assert.True(face.Turned(roll: 20).Landmarks[Forehead].X > 0, "Positive roll tips the forehead to the viewer's right.");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(90)]
    public void Turning_a_picture_in_its_plane_changes_roll_alone(double degrees)
    {
        Face upright = ReferenceFaces.Astronaut();

        HeadPose turned = upright.Turned(roll: degrees).Pose;

        Assert.Equal(upright.Pose.Yaw, turned.Yaw, 1e-3);
        Assert.Equal(upright.Pose.Pitch, turned.Pitch, 1e-3);
        Assert.Equal(upright.Pose.Roll + degrees, turned.Roll, 1e-3);
    }

    [Fact]
    public void Mirror_turns_yaw_and_roll_round()
    {
        Face face = ReferenceFaces.Astronaut();

        HeadPose mirrored = face.Mirrored().Pose;

        Assert.Equal(-face.Pose.Yaw, mirrored.Yaw, 1e-6);
        Assert.Equal(face.Pose.Pitch, mirrored.Pitch, 1e-6);
        Assert.Equal(-face.Pose.Roll, mirrored.Roll, 1e-6);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(100)]
    public void Size_and_place_of_the_face_do_not_matter(double scale)
    {
        Face face = ReferenceFaces.Canonical().Turned(-15, 10, 5);

        HeadPose pose = face.Moved(p => new Point3((float)((p.X * scale) + 40), (float)((p.Y * scale) - 7), (float)(p.Z * scale))).Pose;

        Assert.Equal(face.Pose.Yaw, pose.Yaw, 1e-2);
        Assert.Equal(face.Pose.Pitch, pose.Pitch, 1e-2);
        Assert.Equal(face.Pose.Roll, pose.Roll, 1e-2);
    }

    [Fact]
    public void Pose_of_the_portraits_is_within_degrees_of_the_official_transform()
    {
        // The official transform fits the same face, but through a perspective camera of 63 degrees: a few degrees apart by design.
        foreach (Portrait portrait in ReferenceFaces.Portraits())
        {
            double yaw = Degrees(-portrait.Official["m2"], Math.Sqrt(1 - Math.Pow(portrait.Official["m2"], 2)));
            double pitch = -Degrees(portrait.Official["m6"], portrait.Official["m10"]);
            double roll = -Degrees(portrait.Official["m1"], portrait.Official["m0"]);

            HeadPose pose = portrait.Face.Pose;
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{portrait.Image} ours {pose}; official yaw {yaw:0.0}, pitch {pitch:0.0}, roll {roll:0.0}");
            Assert.Equal(yaw, pose.Yaw, 3.0);
            Assert.Equal(pitch, pose.Pitch, 5.0);
            Assert.Equal(roll, pose.Roll, 1.0);
        }
    }

    [Fact]
    public void The_468_points_of_a_mesh_without_irises_give_the_same_pose()
    {
        Face face = ReferenceFaces.Astronaut();

        Assert.Equal(face.Pose, HeadPose.Fit(face.Landmarks.AsSpan()[..468]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(467)]
    [InlineData(479)]
    public void Wrong_number_of_points_is_an_error_that_names_both_numbers(int count)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => HeadPose.Fit(new Point3[count]));

        Assert.Contains("468 or 478", error.Message, StringComparison.Ordinal);
        Assert.Contains($"found {count}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Point_that_is_not_finite_is_an_error_that_names_it()
    {
        Point3[] points = [.. ReferenceFaces.Canonical().Landmarks];
        points[33] = points[33] with { Y = float.NaN };

        ArgumentException error = Assert.Throws<ArgumentException>(() => HeadPose.Fit(points));

        Assert.Contains("Landmark 33 is not finite", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(5f)]
    [InlineData(123.457f)]
    [InlineData(1e-20f)]
    public void Points_on_one_spot_are_an_error(float spot)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => HeadPose.Fit(Enumerable.Repeat(new Point3(spot, spot, spot), 478).ToArray()));

        Assert.Contains("one point", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_on_one_line_are_an_error()
    {
        foreach ((float y, float z) in new[] { (0f, 0f), (0.3f, 0f), (0.7f, -1.3f) })
        {
            Point3[] line = [.. ReferenceFaces.Canonical().Landmarks.Select(p => new Point3(p.X, y * p.X, z * p.X))];

            ArgumentException error = Assert.Throws<ArgumentException>(() => HeadPose.Fit(line));

            Assert.Contains("one line", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fit_allocates_nothing()
    {
        ReadOnlySpan<Point3> points = ReferenceFaces.Canonical().Landmarks.AsSpan();
        HeadPose first = HeadPose.Fit(points);

        long before = GC.GetAllocatedBytesForCurrentThread();
        HeadPose second = HeadPose.Fit(points);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Frontal_mesh_of_a_turned_canonical_face_is_the_canonical_face()
    {
        FrontalMesh mesh = FrontalMesh.Of(ReferenceFaces.Canonical().Turned(30, -20, 45).Moved(p => new Point3((p.X * 7) + 100, (p.Y * 7) + 50, p.Z * 7)).Landmarks.AsSpan());

        for (int i = 0; i < CanonicalFace.VertexCount; i++)
        {
            Assert.Equal(CanonicalFace.Default.Vertices[i].X, mesh.Points[i].X, 1e-4);
            Assert.Equal(CanonicalFace.Default.Vertices[i].Y, mesh.Points[i].Y, 1e-4);
            Assert.Equal(CanonicalFace.Default.Vertices[i].Z, mesh.Points[i].Z, 1e-4);
        }
    }

    private static double Degrees(double sine, double cosine) => Math.Atan2(sine, cosine) * 180 / Math.PI;
}
