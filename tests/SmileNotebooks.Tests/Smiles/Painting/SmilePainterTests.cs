namespace SmileNotebooks.Tests.Smiles.Painting;

public class SmilePainterTests
{
    private static readonly SmilePainter Painter = PaintedPhotos.Painter;

    [Fact]
    public void The_pose_of_the_photo_gives_the_photo_back_pixel_for_pixel()
    {
        Assert.True(Painter.PhotoSmiles);
        Assert.True(Painter.Paint(SmilePose.Symmetric(1)).Pixels.Span.SequenceEqual(Painter.Photo.Pixels.Span));
    }

    [Fact]
    public void The_same_pose_gives_the_same_bytes()
    {
        SmilePose pose = SmilePose.Symmetric(0.4) with { Blink = 0.3, Head = new HeadMotion(1.5, -2, 1.02, 2, 3, -2) };
        Assert.True(Painter.Paint(pose).Pixels.Span.SequenceEqual(Painter.Paint(pose).Pixels.Span));
    }

    [Fact]
    public void Measured_smiles_grow_with_the_painted_strength_from_no_smile_to_the_own_one_and_beyond()
    {
        double[] strengths = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05, 1.2];
        Face[] seen = [.. strengths.Select(strength => PaintedPhotos.Seen(Painter.Paint(SmilePose.Symmetric(strength))))];

        // AU12 ends at 5; what it is measured from does not.
        double[] pulls = [.. seen.Select(Pull)];
        for (int i = 1; i < strengths.Length; i++)
        {
            Assert.True(pulls[i] > pulls[i - 1] + 0.05, $"corner pull {pulls[i - 1]:0.00} cm at strength {strengths[i - 1]}, {pulls[i]:0.00} at {strengths[i]}");
        }

        Assert.Equal(SmileType.None, Smile.Measure(seen[0]).Type);
        Assert.InRange(Smile.Measure(seen[0]).MouthOpening, 0, 0.03);
        Assert.InRange(Smile.Measure(seen[^2]).AU12.Intensity, 4.5, 5);
    }

    [Fact]
    public void A_resting_corner_lies_where_the_population_neutral_has_it()
    {
        SmileMovements movements = SmileMovements.Of(FrontalMesh.Of(Painter.Face.Landmarks.AsSpan()));
        Vector3d[] displacement = new Vector3d[FaceTopology.SurfacePointCount];
        movements.Displace(new SmilePose(), displacement);
        FrontalMesh mesh = FrontalMesh.Of(Painter.Face.Landmarks.AsSpan());
        foreach (int corner in (int[])[61, 291])
        {
            Vector3d at = mesh.At(corner) + displacement[corner];
            double back = at.Z - mesh.At(13).Z;
            double pull = Math.Sqrt((at.X * at.X) + (back * back)) + (0.5 * (at.Y - mesh.At(2).Y));
            Assert.Equal(1.841, pull, 1e-6);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_one_sided_smile_is_seen_on_its_side(bool left)
    {
        SmilePose pose = left ? new SmilePose { CornerLeft = 0.7, MouthOpening = 0.3 } : new SmilePose { CornerRight = 0.7, MouthOpening = 0.3 };
        Smile smile = Smile.Measure(PaintedPhotos.Seen(Painter.Paint(pose)));
        Assert.True(left ? smile.Asymmetry > 0.15 : smile.Asymmetry < -0.15, smile.ToString());
    }

    [Fact]
    public void A_blink_closes_the_eyes_and_leaves_the_mouth()
    {
        Face open = PaintedPhotos.Seen(Painter.Paint(SmilePose.Symmetric(0.5)));
        Picture blinking = Painter.Paint(SmilePose.Symmetric(0.5) with { Blink = 1 });
        Face closed = PaintedPhotos.Seen(blinking);

        Assert.InRange(Eye(closed) / Eye(open), 0, 0.6);

        // The landmark model shifts the mouth by up to .15 cm when the eyes close; the pixels of the mouth stay.
        Assert.InRange(Pull(closed) - Pull(open), -0.25, 0.25);
        Picture mouth = Painter.Paint(SmilePose.Symmetric(0.5)).Crop(100, 200, 180, 120);
        Assert.Equal(0, PaintedPhotos.LargestDifference(mouth, blinking.Crop(100, 200, 180, 120)));
    }

    [Fact]
    public void Raised_cheeks_are_seen_without_lip_corners_though_less_than_painted()
    {
        // A step of 1 is .35 cm, which would be 1.8 points of AU6: the landmark model sees .2 to .3 of it, for it finds smooth skin by what surrounds it.
        double At(double cheek) => ActionUnits.Measure(PaintedPhotos.Seen(Painter.Paint(
            SmilePose.Symmetric(0.5) with { CheekRight = cheek, CheekLeft = cheek })))[6].Intensity;
        double low = At(0), own = At(1), high = At(2);
        Assert.True(low + 0.1 < own && own + 0.1 < high, $"AU6 {low:0.00}, {own:0.00}, {high:0.00} at cheeks 0, 1, 2");
    }

    [Fact]
    public void A_moving_head_is_seen_where_it_was_painted()
    {
        Face still = PaintedPhotos.Seen(Painter.Paint(SmilePose.Symmetric(0.5)));
        Face shifted = PaintedPhotos.Seen(Painter.Paint(SmilePose.Symmetric(0.5) with { Head = new HeadMotion(8, -5) }));
        Assert.Equal(8, shifted.Landmarks[4].X - still.Landmarks[4].X, 1.0);
        Assert.Equal(-5, shifted.Landmarks[4].Y - still.Landmarks[4].Y, 1.0);

        Assert.Equal(6, Moved(new HeadMotion(0, 0, Roll: 6)).Roll - still.Pose.Roll, 1.0);
        Assert.InRange(Moved(new HeadMotion(0, 0, Yaw: 8)).Yaw - still.Pose.Yaw, 4, 10);
        Assert.InRange(Moved(new HeadMotion(0, 0, Pitch: 8)).Pitch - still.Pose.Pitch, 4, 10);

        static HeadPose Moved(HeadMotion motion) => PaintedPhotos.Seen(Painter.Paint(SmilePose.Symmetric(0.5) with { Head = motion })).Pose;
    }

    [Fact]
    public void Nothing_tears_no_painted_picture_differs_from_its_neighbour_by_a_jump()
    {
        // A small step of the pose is a small step of the picture: a hole or a fold would change pixels by as much as the picture has contrast.
        foreach (HeadMotion head in (HeadMotion[])[HeadMotion.None, new(9, 7, 1.05, 8, 6, -5), new(-12, 9, 0.95, -8, -8, 8)])
        {
            Picture a = Painter.Paint(SmilePose.Symmetric(0.30) with { Head = head });
            Picture b = Painter.Paint(SmilePose.Symmetric(0.31) with { Head = head });
            Assert.InRange(PaintedPhotos.LargestDifference(a, b), 1, 60);
        }
    }

    [Fact]
    public void A_head_at_the_border_of_the_picture_is_painted()
    {
        Picture part = Painter.Photo.Crop(80, 90, 220, 230);
        Face face = PaintedPhotos.Seen(part);
        SmilePainter painter = SmilePainter.Create(part, face);
        Picture painted = painter.Paint(new SmilePose { Head = new HeadMotion(20, 15, 1.1, 10, 5, 5) });
        Assert.Equal((220, 230), (painted.Width, painted.Height));
    }

    [Fact]
    public void A_resting_photo_is_given_a_smile()
    {
        Picture resting = Painter.Paint(new SmilePose());
        SmilePainter painter = SmilePainter.Create(resting, PaintedPhotos.Seen(resting));
        Assert.False(painter.PhotoSmiles);
        Assert.True(painter.Paint(new SmilePose()).Pixels.Span.SequenceEqual(resting.Pixels.Span));
        double before = Pull(PaintedPhotos.Seen(resting));
        double half = Pull(PaintedPhotos.Seen(painter.Paint(SmilePose.Symmetric(0.5))));
        double full = Pull(PaintedPhotos.Seen(painter.Paint(SmilePose.Symmetric(1))));
        Assert.True(before + 0.2 < half && half + 0.2 < full, $"{before:0.00}, {half:0.00}, {full:0.00} cm");
    }

    [Fact]
    public void The_net_amplitude_is_none_at_rest_and_grows()
    {
        Assert.Equal(0, Painter.NetAmplitude(new SmilePose()), 1e-12);
        double[] amplitudes = [.. Enumerable.Range(1, 12).Select(i => Painter.NetAmplitude(SmilePose.Symmetric(i / 10.0)))];
        Assert.Equal(amplitudes.Order(), amplitudes);
        Assert.InRange(amplitudes[9], 0.15, 0.25);
    }

    [Fact]
    public void What_cannot_be_painted_is_refused_by_name()
    {
        Assert.Contains("CornerLeft", Assert.Throws<ArgumentOutOfRangeException>(() => Painter.Paint(new SmilePose { CornerLeft = 1.6 })).Message, StringComparison.Ordinal);
        Assert.Contains("Blink", Assert.Throws<ArgumentOutOfRangeException>(() => Painter.Paint(new SmilePose { Blink = double.NaN })).Message, StringComparison.Ordinal);
        Assert.Contains("Yaw", Assert.Throws<ArgumentOutOfRangeException>(() => Painter.Paint(new SmilePose { Head = new HeadMotion(0, 0, Yaw: 45) })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Painter.Paint(new SmilePose { Head = new HeadMotion(double.PositiveInfinity, 0) }));
        Assert.Throws<ArgumentException>(() => SmilePainter.Create(Painter.Photo, Painter.Face with { Landmarks = [new(1, 1, 1)] }));
    }

    private static double Pull(Face face)
    {
        FrontalMesh mesh = FrontalMesh.Of(face.Landmarks.AsSpan());
        return (FaceMeasures.CornerPull(new FaceSide(mesh, isLeft: false)) + FaceMeasures.CornerPull(new FaceSide(mesh, isLeft: true))) / 2;
    }

    private static double Eye(Face face)
    {
        FrontalMesh mesh = FrontalMesh.Of(face.Landmarks.AsSpan());
        return (FaceMeasures.EyeOpening(new FaceSide(mesh, isLeft: false)) + FaceMeasures.EyeOpening(new FaceSide(mesh, isLeft: true))) / 2;
    }
}
