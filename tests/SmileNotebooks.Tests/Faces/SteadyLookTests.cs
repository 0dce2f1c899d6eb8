namespace SmileNotebooks.Tests.Faces;

public class SteadyLookTests(ITestOutputHelper output)
{
    [Fact]
    public void Steady_landmarks_lie_near_those_of_one_look_which_stay_what_they_are()
    {
        using FaceLandmarker once = FaceLandmarker.Open(new() { Blendshapes = false });
        using FaceLandmarker steady = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        Picture photo = Golden.Astronaut();

        Face expected = Assert.Single(once.Detect(photo)), face = Assert.Single(steady.Detect(photo));

        Assert.Null(expected.SteadyLandmarks);
        Assert.Equal(expected.Landmarks, face.Landmarks);
        (double mean, double max) = Golden.Distance(face.SteadyLandmarks!.Value, expected.Landmarks);
        output.WriteLine($"mean {mean:0.00} px, largest {max:0.00} px of a face {face.Box.Width:0} px wide");
        Assert.InRange(mean, 0.01, 1.5);
        Assert.InRange(max, 0, 6);
    }

    [Fact]
    public void Action_units_are_measured_from_the_steady_landmarks()
    {
        using FaceLandmarker steady = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        Face face = Assert.Single(steady.Detect(Golden.Astronaut()));

        Face same = face with { Landmarks = face.SteadyLandmarks!.Value, SteadyLandmarks = null };

        Assert.Equal(ActionUnits.Measure(same), ActionUnits.Measure(face));
        Assert.NotEqual(ActionUnits.Measure(face with { SteadyLandmarks = null }), ActionUnits.Measure(face));
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
        Face[] faces = [.. steady.Detect(Picture.SideBySide(photo, photo)).OrderBy(face => face.Box.X)];

        Assert.Equal(2, faces.Length);
        (double mean, _) = Golden.Distance(faces[1].MeasuredLandmarks, [.. faces[0].MeasuredLandmarks.Select(p => p with { X = p.X + photo.Width })]);
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
            [.. Enumerable.Range(0, FaceTopology.PointCount).Select(i => mirrored.MeasuredLandmarks[CanonicalFace.Default.Mirror[i]])],
            [.. face.MeasuredLandmarks.Select(p => p with { X = photo.Width - p.X })]).Mean;
    }
}
