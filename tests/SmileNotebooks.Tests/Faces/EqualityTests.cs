namespace SmileNotebooks.Tests.Faces;

public class EqualityTests
{
    // The canonical face, built anew at each call.
    private static Face Face() => ReferenceFaces.Canonical();

    private static Face Moved() => Face() with { Landmarks = Face().Landmarks.SetItem(61, new Point3(-3, 4, 0)) };

    [Fact]
    public void Faces_of_equal_landmarks_are_equal() => AssertEquality(Face(), Face(), Moved());

    [Fact]
    public void Action_units_of_equal_faces_are_equal() =>
        AssertEquality(ActionUnits.Measure(Face()), ActionUnits.Measure(Face()), ActionUnits.Measure(Moved()));

    [Fact]
    public void Smiles_of_equal_faces_are_equal() => AssertEquality(Smile.Measure(Face()), Smile.Measure(Face()), Smile.Measure(Moved()));

    [Fact]
    public void Frontal_meshes_of_equal_faces_are_equal() => AssertEquality(
        FrontalMesh.Of(Face().Landmarks.AsSpan()), FrontalMesh.Of(Face().Landmarks.AsSpan()), FrontalMesh.Of(Moved().Landmarks.AsSpan()));

    [Fact]
    public void Neutral_faces_and_options_of_equal_faces_are_equal()
    {
        AssertEquality(NeutralFace.From([Face()]), NeutralFace.From([Face()]), NeutralFace.From([Moved()]));
        AssertEquality(
            new ActionUnitOptions { Neutral = NeutralFace.From([Face()]) },
            new ActionUnitOptions { Neutral = NeutralFace.From([Face()]) },
            new ActionUnitOptions());
    }

    [Fact]
    public void Blendshapes_of_equal_scores_are_equal() => AssertEquality(new Blendshapes(new float[52]), new Blendshapes(new float[52]), HalfNeutral());

    [Fact]
    public void Any_other_member_makes_a_face_another()
    {
        Face face = Face() with { Blendshapes = new Blendshapes(new float[52]) };

        Assert.Equal(face, Face() with { Blendshapes = new Blendshapes(new float[52]) });
        Assert.NotEqual(face, face with { Blendshapes = HalfNeutral() });
        Assert.NotEqual(face, face with { Blendshapes = null });
        Assert.NotEqual(face, face with { Confidence = 0.5 });
        Assert.NotEqual(face, face with { Track = 1 });
        Assert.NotEqual(face, face with { Landmarks = [] });
    }

    [Fact]
    public void Face_without_landmarks_is_compared_without_error()
    {
        Face none = Face() with { Landmarks = default };

        Assert.Equal(none, Face() with { Landmarks = default });
        Assert.NotEqual(none, Face());
        Assert.Equal(none.GetHashCode(), (none with { Landmarks = [] }).GetHashCode());
    }

    private static Blendshapes HalfNeutral()
    {
        float[] scores = new float[52];
        scores[0] = 0.5f;
        return new Blendshapes(scores);
    }

    private static void AssertEquality<T>(T value, T same, T other)
        where T : class, IEquatable<T>
    {
        Assert.NotSame(value, same);
        Assert.True(value.Equals(same) && value.Equals((object)same));
        Assert.Equal(value.GetHashCode(), same.GetHashCode());
        Assert.False(value.Equals(other) || value.Equals((object)other) || value.Equals((T?)null));
    }
}
