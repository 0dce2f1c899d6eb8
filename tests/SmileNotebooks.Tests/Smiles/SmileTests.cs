namespace SmileNotebooks.Tests;

public class SmileTests
{
    [Fact]
    public void Astronaut_smiles_broadly_with_an_open_mouth()
    {
        Smile smile = Smile.Measure(ReferenceFaces.Astronaut());

        TestContext.Current.TestOutputHelper?.WriteLine(smile.ToString());
        Assert.InRange(smile.Score, 80, 100);
        Assert.Equal(SmileType.Duchenne, smile.Type);
        Assert.InRange(smile.Asymmetry, -0.15, 0.15);
        Assert.InRange(smile.MouthOpening, 0.05, 0.4);
    }

    [Fact]
    public void Figures_come_from_the_action_units()
    {
        Face face = ReferenceFaces.Astronaut();
        ActionUnits units = ActionUnits.Measure(face);

        Smile smile = Smile.Measure(face);

        Assert.Equal(units[12], smile.AU12);
        Assert.Equal(units[6], smile.AU06);
        Assert.Equal(units.AU06BeyondAU12, smile.AU06BeyondAU12);
        Assert.Equal(20 * units[12].Intensity, smile.Score);
        Assert.Equal(20 * units[6].Intensity, smile.EyeEngagement);
    }

    [Fact]
    public void Parts_give_AU12_back_by_the_formula_of_the_methods_page()
    {
        Smile smile = Smile.Measure(ReferenceFaces.Astronaut());

        SmilePart reach = smile.Parts.Single(part => part.Name.Contains("reach", StringComparison.Ordinal));
        SmilePart height = smile.Parts.Single(part => part.Name.StartsWith("corner of the mouth, height", StringComparison.Ordinal));
        double right = Math.Clamp(5 * (reach.Right + (0.5 * height.Right) - 1.841) / 1.24, 0, 5);
        Assert.Equal(smile.AU12.Right!.Value, right, 1e-9);
        Assert.All(smile.Parts, part => Assert.True(double.IsFinite(part.Left) && double.IsFinite(part.Right)));
    }

    [Fact]
    public void Own_neutral_face_is_no_smile_and_symmetric()
    {
        Face face = ReferenceFaces.Astronaut();

        Smile smile = Smile.Measure(face, new ActionUnitOptions { Neutral = NeutralFace.From([face]) });

        Assert.Equal(SmileType.None, smile.Type);
        Assert.Equal(0, smile.Score, 1e-9);
        Assert.Equal(0, smile.EyeEngagement, 1e-9);
    }

    [Theory]
    [InlineData(0, 0, SmileType.None)]
    [InlineData(0.6, 0, SmileType.NonDuchenne)]
    [InlineData(0.6, 0.4, SmileType.Duchenne)]
    [InlineData(0, 0.4, SmileType.None)]
    public void Type_follows_from_corners_and_cheeks(double corner, double cheek, SmileType expected)
    {
        Smile smile = Smile.Measure(Posed(corner, corner, cheek), Rest);

        Assert.Equal(expected, smile.Type);
    }

    [Fact]
    public void Asymmetry_is_positive_when_the_subjects_left_corner_is_pulled_more()
    {
        Smile left = Smile.Measure(Posed(cornerRight: 0.2, cornerLeft: 0.6, cheek: 0), Rest);
        Smile onlyRight = Smile.Measure(Posed(cornerRight: 0.6, cornerLeft: 0, cheek: 0), Rest);

        Assert.InRange(left.Asymmetry, 0.3, 0.7);
        Assert.Equal(-1, onlyRight.Asymmetry, 0.05);
        Assert.Equal(-left.Asymmetry, Smile.Measure(Posed(cornerRight: 0.2, cornerLeft: 0.6, cheek: 0).Mirrored(), Rest).Asymmetry, 1e-6);
    }

    [Fact]
    public void Asymmetry_of_a_face_that_does_not_smile_is_zero_and_not_NaN()
    {
        Face frown = ReferenceFaces.FaceOf([.. ReferenceFaces.Canonical().Landmarks.Select((p, i) => i is 61 or 291 ? p with { Y = p.Y + 1f } : p)]);

        Assert.Equal(0, Smile.Measure(frown, Rest).Asymmetry);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void Turned_picture_gives_the_same_smile(double degrees)
    {
        foreach (Portrait portrait in ReferenceFaces.Portraits())
        {
            Smile upright = Smile.Measure(portrait.Face);
            Smile turned = Smile.Measure(portrait.Face.Turned(roll: degrees));

            Assert.Equal(upright.AU12.Intensity, turned.AU12.Intensity, 1e-3);
            Assert.Equal(upright.Type, turned.Type);
        }
    }

    [Fact]
    public void Portraits_fall_into_all_three_types()
    {
        Dictionary<SmileType, int> counts = ReferenceFaces.Portraits().CountBy(portrait => Smile.Measure(portrait.Face).Type).ToDictionary();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", counts.OrderBy(count => count.Key)));
        Assert.Equal(3, counts.Count);
        Assert.InRange(counts[SmileType.None], 13, 25);
    }

    [Fact]
    public void Every_rendering_says_that_it_is_descriptive_geometry()
    {
        string text = Smile.Measure(ReferenceFaces.Astronaut()).ToString();

        Assert.EndsWith(Smile.Caveat, text, StringComparison.Ordinal);
        Assert.Contains("not what the person feels", Smile.Caveat, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Fact]
    public void Landmark_that_is_not_finite_is_an_error_that_names_it()
    {
        Face face = ReferenceFaces.Canonical();

        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Smile.Measure(face with { Landmarks = face.Landmarks.SetItem(14, new Point3(0, float.PositiveInfinity, 0)) }));

        Assert.Contains("Landmark 14 is not finite", error.Message, StringComparison.Ordinal);
    }

    private static ActionUnitOptions Rest => new() { Neutral = NeutralFace.From([ReferenceFaces.Canonical()]) };

    // The canonical face with corners of the mouth and cheeks moved, in centimetres.
    private static Face Posed(double cornerRight, double cornerLeft, double cheek) =>
        ReferenceFaces.FaceOf([.. ReferenceFaces.Canonical().Landmarks.Select((p, i) => i switch
        {
            61 => new Point3(p.X - (float)cornerRight, p.Y - (float)cornerRight, p.Z),
            291 => new Point3(p.X + (float)cornerLeft, p.Y - (float)cornerLeft, p.Z),
            50 or 280 => p with { Y = p.Y - (float)cheek },
            _ => p,
        })]);
}
