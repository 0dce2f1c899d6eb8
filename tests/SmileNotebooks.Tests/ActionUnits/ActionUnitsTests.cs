namespace SmileNotebooks.Tests;

public class ActionUnitsTests
{
    [Fact]
    public void All_eighteen_action_units_are_measured_in_order_of_their_numbers()
    {
        ActionUnits units = ActionUnits.Measure(ReferenceFaces.Astronaut());

        int[] expected = [1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 17, 20, 23, 25, 26, 27, 43];
        Assert.Equal(expected, units.Select(unit => unit.Number));
        Assert.Equal(expected, ActionUnits.Numbers);
        Assert.All(units, unit => Assert.InRange(unit.Intensity, 0, 5));
    }

    [Fact]
    public void Action_units_without_sides_in_FACS_have_no_sides()
    {
        ActionUnits units = ActionUnits.Measure(ReferenceFaces.Astronaut());

        int[] middle = [17, 23, 25, 26, 27];
        Assert.All(units, unit => Assert.Equal(middle.Contains(unit.Number), unit.Left is null && unit.Right is null));
        Assert.All(units.Where(unit => unit.Left is not null), unit => Assert.Equal(unit.Intensity, (unit.Left!.Value + unit.Right!.Value) / 2, 1e-12));
    }

    [Fact]
    public void Smiling_astronaut_shows_a_strong_AU12_with_lips_parted_and_brows_not_lowered()
    {
        ActionUnits units = ActionUnits.Measure(ReferenceFaces.Astronaut());

        TestContext.Current.TestOutputHelper?.WriteLine(units.ToString());
        Assert.True(units[12].Intensity > 3, units.ToString());
        Assert.True(units[25].Intensity > 1, units.ToString());
        Assert.True(units[15].Intensity < 0.5, units.ToString());
        Assert.True(units[43].Intensity < 1, units.ToString());
    }

    [Fact]
    public void Mirrored_landmarks_swap_left_and_right()
    {
        foreach (Face face in ReferenceFaces.Portraits().Select(portrait => portrait.Face).Append(ReferenceFaces.Astronaut()))
        {
            ActionUnits units = ActionUnits.Measure(face);
            ActionUnits mirrored = ActionUnits.Measure(face.Mirrored());

            foreach (ActionUnit unit in units)
            {
                Assert.Equal(unit.Intensity, mirrored[unit.Number].Intensity, 1e-6);
                Assert.Equal(unit.Left ?? 0, mirrored[unit.Number].Right ?? 0, 1e-6);
                Assert.Equal(unit.Right ?? 0, mirrored[unit.Number].Left ?? 0, 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(0.1, 0, 0)]
    [InlineData(100, 0, 0)]
    [InlineData(1, 300, -200)]
    public void Size_and_place_of_the_face_do_not_matter(double scale, double right, double down)
    {
        Face face = ReferenceFaces.Astronaut();

        Face moved = face.Moved(p => new Point3((float)((p.X * scale) + right), (float)((p.Y * scale) + down), (float)(p.Z * scale)));

        AssertSame(face, moved, 1e-3);
    }

    [Theory]
    [InlineData(0, 0, 30)]
    [InlineData(0, 0, -30)]
    [InlineData(20, 0, 0)]
    [InlineData(-20, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(0, -20, 0)]
    [InlineData(40, 0, 0)]
    [InlineData(-40, 15, 10)]
    public void Turning_the_mesh_as_a_solid_does_not_matter(double yaw, double pitch, double roll)
    {
        Face face = ReferenceFaces.Astronaut();

        AssertSame(face, face.Turned(yaw, pitch, roll), 1e-3);
    }

    [Fact]
    public void Own_neutral_face_has_no_action_unit()
    {
        Face face = ReferenceFaces.Astronaut();

        ActionUnits units = ActionUnits.Measure(face, new ActionUnitOptions { Neutral = NeutralFace.From([face]) });

        Assert.All(units, unit => Assert.Equal(0, unit.Intensity, 1e-9));
    }

    [Fact]
    public void Neutral_of_several_faces_ignores_a_passing_movement()
    {
        Face still = ReferenceFaces.Canonical();
        Face moving = ReferenceFaces.FaceOf(still.Landmarks.SetItem(61, new Point3(-8, 0, 0)));

        NeutralFace neutral = NeutralFace.From([still, moving, still.Turned(roll: 15)]);

        Assert.Equal(3, neutral.FaceCount);
        Assert.Equal("neutral face of 3 faces", neutral.ToString());
        Assert.Equal(CanonicalFace.Default.Vertices[61].X, neutral.Mesh.Points[61].X, 1e-4);
    }

    [Fact]
    public void Neutral_of_no_face_is_an_error()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => NeutralFace.From([]));

        Assert.Contains("at least one face, found none", error.Message, StringComparison.Ordinal);
    }

    // A movement of one action unit on the canonical face, made by hand, shows in that action unit and on that side.
    [Theory]
    [InlineData(1, new[] { 55, 107, 65, 66 }, 0, 0.5)]
    [InlineData(2, new[] { 63, 70, 105 }, 0, 0.5)]
    [InlineData(4, new[] { 55, 65, 66, 107 }, 0.1, -0.3)]
    [InlineData(5, new[] { 158, 159, 160 }, 0, 0.4)]
    [InlineData(6, new[] { 50, 144, 145, 153 }, 0, 0.2)]
    [InlineData(7, new[] { 144, 145, 153 }, 0, 0.15)]
    [InlineData(9, new[] { 129 }, 0, 0.4)]
    [InlineData(10, new[] { 37, 39 }, 0, 0.4)]
    [InlineData(12, new[] { 61 }, -0.6, 0.6)]
    [InlineData(14, new[] { 91 }, 0, 0.15)]
    [InlineData(15, new[] { 61 }, 0, -0.4)]
    [InlineData(20, new[] { 61 }, -0.5, 0)]
    [InlineData(43, new[] { 158, 159, 160 }, 0, -0.4)]
    public void Movement_made_by_hand_shows_in_its_action_unit_on_its_side(int number, int[] points, double right, double up)
    {
        Face rest = ReferenceFaces.Canonical();
        ActionUnitOptions options = new() { Neutral = NeutralFace.From([rest]) };
        Face moved = ReferenceFaces.FaceOf([.. rest.Landmarks.Select((p, i) =>
            points.Contains(i) ? new Point3(p.X + (float)right, p.Y - (float)up, p.Z) : p)]);

        ActionUnit unit = ActionUnits.Measure(moved, options)[number];

        Assert.InRange(unit.Right!.Value, 0.8, 5);
        Assert.InRange(unit.Left!.Value, 0, 0.15);
    }

    [Theory]
    [InlineData(17, new[] { 17 }, 0.5)]
    [InlineData(23, new[] { 17 }, 0.3)]
    [InlineData(25, new[] { 14 }, -0.8)]
    [InlineData(26, new[] { 200 }, -1.0)]
    [InlineData(27, new[] { 200 }, -2.5)]
    public void Movement_of_the_middle_made_by_hand_shows_in_its_action_unit(int number, int[] points, double up)
    {
        Face rest = ReferenceFaces.Canonical();
        ActionUnitOptions options = new() { Neutral = NeutralFace.From([rest]) };
        Face moved = ReferenceFaces.FaceOf([.. rest.Landmarks.Select((p, i) => points.Contains(i) ? p with { Y = p.Y - (float)up } : p)]);

        Assert.InRange(ActionUnits.Measure(moved, options)[number].Intensity, 0.8, 5);
    }

    [Fact]
    public void Poorly_seen_action_units_are_marked_and_say_why()
    {
        ActionUnits units = ActionUnits.Measure(ReferenceFaces.Canonical());

        Assert.Equal([6, 9, 14, 23], units.Where(unit => unit.Quality == AuQuality.Poor).Select(unit => unit.Number));
        Assert.All(units.Where(unit => unit.Quality != AuQuality.Good), unit => Assert.False(string.IsNullOrEmpty(unit.Caveat)));
    }

    [Fact]
    public void Action_unit_that_is_not_measured_is_an_error_that_lists_those_that_are()
    {
        KeyNotFoundException error = Assert.Throws<KeyNotFoundException>(() => ActionUnits.Measure(ReferenceFaces.Canonical())[18]);

        Assert.Contains("AU18 is not measured. Measured are 1, 2, 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mesh_without_irises_is_an_error_that_names_both_numbers()
    {
        Face face = ReferenceFaces.FaceOf(ReferenceFaces.Canonical().Landmarks[..468]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => ActionUnits.Measure(face));

        Assert.Contains("Expected 478 landmarks, found 468", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(33)]
    public void Landmark_that_is_not_finite_is_an_error_that_names_it(int landmark)
    {
        Face face = ReferenceFaces.Canonical();
        Face broken = face with { Landmarks = face.Landmarks.SetItem(landmark, new Point3(float.NaN, 0, 0)) };

        ArgumentException error = Assert.Throws<ArgumentException>(() => ActionUnits.Measure(broken));

        Assert.Contains($"Landmark {landmark} is not finite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Landmarks_on_one_spot_are_an_error()
    {
        Face face = ReferenceFaces.Canonical();
        Face broken = face with { Landmarks = [.. Enumerable.Repeat(new Point3(3, 3, 3), 478)] };

        Assert.Throws<ArgumentException>(() => ActionUnits.Measure(broken));
    }

    [Fact]
    public void Eye_without_width_is_an_error_and_not_NaN()
    {
        Face face = ReferenceFaces.Canonical();
        Face broken = face with { Landmarks = face.Landmarks.SetItem(133, face.Landmarks[33]) };

        ArgumentException error = Assert.Throws<ArgumentException>(() => ActionUnits.Measure(broken));

        Assert.Contains("the corners of an eye coincide", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_official_landmark_models_give_nearly_the_same_smile()
    {
        double mesh = ActionUnits.Measure(ReferenceFaces.Astronaut())[12].Intensity;
        double bundle = ActionUnits.Measure(ReferenceFaces.AstronautOfTheBundle())[12].Intensity;

        TestContext.Current.TestOutputHelper?.WriteLine($"AU12: face_mesh {mesh:0.00}, face_landmarker.task {bundle:0.00}");
        Assert.Equal(mesh, bundle, 0.4);
    }

    [Fact]
    public void Measuring_a_frame_allocates_little_more_than_its_frontal_mesh()
    {
        Face face = ReferenceFaces.Canonical();
        ActionUnits.Measure(face);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ActionUnits.Measure(face);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 24_000);
    }

    [Fact]
    public void Renders_in_one_line()
    {
        ActionUnits units = ActionUnits.Measure(ReferenceFaces.Canonical());

        Assert.StartsWith("AU01 ", units.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', units.ToString());
        Assert.Matches(@"^AU06 Cheek raiser \d\.\d \(L \d\.\d, R \d\.\d\) \[poor\]$", units[6].ToString());
        Assert.Matches(@"^AU25 Lips part \d\.\d$", units[25].ToString());
    }

    private static void AssertSame(Face expected, Face actual, double tolerance)
    {
        ActionUnits before = ActionUnits.Measure(expected);
        ActionUnits after = ActionUnits.Measure(actual);
        foreach (ActionUnit unit in before)
        {
            Assert.Equal(unit.Intensity, after[unit.Number].Intensity, tolerance);
        }
    }
}
