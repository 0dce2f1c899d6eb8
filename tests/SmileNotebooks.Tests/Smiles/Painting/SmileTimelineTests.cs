namespace SmileNotebooks.Tests.Smiles.Painting;

public class SmileTimelineTests
{
    private static readonly PaintedSmile Smile = new() { Onset = 1, Apex = 1.6, Offset = 2.6, End = 3.4, Strength = 0.8 };

    [Fact]
    public void A_smile_follows_the_course_of_least_jerk()
    {
        Assert.Equal(0, Smile.ShareAt(0.9));
        Assert.Equal(0, Smile.ShareAt(1));
        Assert.Equal(0.5, Smile.ShareAt(1.3), 1e-12);
        Assert.Equal(1, Smile.ShareAt(2));
        Assert.Equal(0.5, Smile.ShareAt(3.0), 1e-12);
        Assert.Equal(0, Smile.ShareAt(9), 1e-12);

        // Flash and Hogan (1985): the greatest speed is 15/8 of the mean, in the middle.
        Assert.Equal(15.0 / 8 / 0.6, (Smile.ShareAt(1.3 + 1e-5) - Smile.ShareAt(1.3 - 1e-5)) / 2e-5, 1e-6);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Rise_and_fall_are_when_a_share_is_passed(double share)
    {
        Assert.InRange(Smile.Rise(share), 1, 1.6);
        Assert.InRange(Smile.Fall(share), 2.6, 3.4);
        Assert.Equal(share, Smile.ShareAt(Smile.Rise(share)), 1e-12);
        Assert.Equal(share, Smile.ShareAt(Smile.Fall(share)), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Smile.Rise(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Smile.Fall(double.NaN));
    }

    [Fact]
    public void A_timeline_poses_sides_cheeks_and_blinks()
    {
        SmileTimeline timeline = new()
        {
            Duration = 5,
            Smiles = [Smile with { Asymmetry = 0.1, CheekShare = 0.5, CheekLag = 0.2 }],
            Blinks = [2],
        };
        SmilePose apex = timeline.PoseAt(2.2);
        Assert.Equal(0.72, apex.CornerRight, 1e-12);
        Assert.Equal(0.88, apex.CornerLeft, 1e-12);
        Assert.Equal(0.44, apex.CheekLeft, 1e-12);
        Assert.Equal(0, apex.Blink, 1e-12);
        Assert.Equal(0.18, timeline.PoseAt(1.5).CheekRight, 1e-12);
        Assert.Equal(1, timeline.PoseAt(2).Blink, 1e-12);
        Assert.Equal(0.5, timeline.PoseAt(1.95).Blink, 1e-9);
        Assert.Equal(new SmilePose(), timeline.PoseAt(0));
        Assert.Equal(timeline, timeline with { Duration = 5 });
    }

    [Fact]
    public void Timelines_that_cannot_be_are_refused_and_say_which_smile()
    {
        SmilePainter painter = PaintedPhotos.Painter;
        string Refused(SmileTimeline timeline) => Assert.Throws<ArgumentException>(() => PaintedSmileClip.Create(painter, timeline)).Message;

        Assert.Contains("smile 2 begins at 3 s, before smile 1 ends at 3.4", Refused(new() { Duration = 9, Smiles = [Smile, Smile with { Onset = 3, Apex = 4, Offset = 5, End = 6 }] }), StringComparison.Ordinal);
        Assert.Contains("smile 1: expected onset < apex", Refused(new() { Duration = 9, Smiles = [Smile with { Apex = 1 }] }), StringComparison.Ordinal);
        Assert.Contains("Strength", Refused(new() { Duration = 9, Smiles = [Smile with { Strength = double.NaN }] }), StringComparison.Ordinal);
        Assert.Contains("above 0", Refused(new() { Duration = 0, Smiles = [] }), StringComparison.Ordinal);
        Assert.Contains("blink", Refused(new() { Duration = 1, Smiles = [], Blinks = [double.NaN] }), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SmileTimeline.One(onset: 0));
    }
}
