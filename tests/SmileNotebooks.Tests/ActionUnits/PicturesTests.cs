// What AU12 is worth when this library finds the landmarks itself: docs/validation.md shows the numbers that these tests print.
using static SmileNotebooks.Tests.PortraitPicture;

namespace SmileNotebooks.Tests;

public class PicturesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AU12_orders_the_portraits_as_the_official_smile_does(bool steady)
    {
        SmileAgreement agreement = SmileAgreement.Of(PortraitPictures.Upright(steady));

        output.WriteLine(agreement.ToString());
        Assert.Equal(60, agreement.Portraits.Count);
        Assert.True(agreement.Spearman >= (steady ? 0.95 : 0.935), agreement.ToString());
        Assert.True(agreement.AreaUnderCurve >= 0.99, agreement.ToString());
    }

    [Theory]
    [InlineData(false, 0.22, 0.70, 2.30, 54)]
    [InlineData(true, 0.10, 0.25, 0.46, 10)]
    public void Turned_portraits_change_AU12_by_the_documented_amount(bool steady, double median, double ninetieth, double largest, int reaching)
    {
        IReadOnlyList<PortraitPicture> portraits = PortraitPictures.All(steady);
        Spread spread = Spread.Of(portraits.SelectMany(p => new[] { p.ChangeClockwise, p.ChangeAnticlockwise }), TurnLimit);

        output.WriteLine($"Turned by 30 and -30 degrees: {spread}");
        foreach (PortraitPicture p in portraits)
        {
            Explain(p.Upright, p.Clockwise, "+30");
            Explain(p.Upright, p.Anticlockwise, "-30");
        }

        AssertWithin(spread, median, ninetieth, largest, reaching);
    }

    [Theory]
    [InlineData(false, 0.55, 1.00, 1.45, 55)]
    [InlineData(true, 0.03, 0.06, 0.10, 0)]
    public void Mirrored_portraits_swap_the_sides_of_AU12_by_the_documented_amount(bool steady, double median, double ninetieth, double largest, int reaching)
    {
        IReadOnlyList<PortraitPicture> portraits = PortraitPictures.All(steady);
        Spread spread = Spread.Of(portraits.Select(p => p.SwapError), MirrorLimit);

        output.WriteLine($"Mirrored, the side that changes more: {spread}");
        output.WriteLine($"Mirrored, mean of the sides: {Spread.Of(portraits.Select(p => Change(p.Upright.Face, p.Mirrored)), MirrorLimit)}");
        foreach (PortraitPicture p in portraits.Where(p => steady && p.SwapError >= MirrorLimit))
        {
            output.WriteLine($"  {p.Upright.Image}: {p.SwapError:0.00}");
        }

        AssertWithin(spread, median, ninetieth, largest, reaching);
    }

    // The astronaut's AU12 reaches 5, so it is judged before it is cut off there. One look does not keep the limits.
    [Fact]
    public void Turned_or_mirrored_astronaut_keeps_the_limits_with_steady_landmarks()
    {
        using FaceLandmarker faces = PortraitPictures.Landmarker(steady: true);
        Picture photo = PortraitPictures.Astronaut();
        Face upright = Assert.Single(faces.Detect(photo));
        (double Left, double Right) before = UncutAU12(upright), mirror = UncutAU12(Assert.Single(faces.Detect(photo.FlipHorizontally())));
        double ChangeBy(double degrees)
        {
            (double left, double right) = UncutAU12(Assert.Single(faces.Detect(photo.Turned(degrees))));
            return (left + right - before.Left - before.Right) / 2;
        }

        double clockwise = ChangeBy(30), anticlockwise = ChangeBy(-30);
        double mirrored = Math.Max(Math.Abs(before.Left - mirror.Right), Math.Abs(before.Right - mirror.Left));

        output.WriteLine($"AU12 before it is cut off: left {before.Left:0.00}, right {before.Right:0.00}; turned by 30 degrees {clockwise:+0.00;-0.00;0.00}, by -30 {anticlockwise:+0.00;-0.00;0.00}; mirrored {mirrored:0.00}");
        Assert.InRange(clockwise, -TurnLimit, TurnLimit);
        Assert.InRange(anticlockwise, -TurnLimit, TurnLimit);
        Assert.InRange(mirrored, 0, MirrorLimit);
    }

    // The face is 91 pixels wide in the photo, 46 at a half and 23 at a quarter, where the smile is no longer drawn. Encoders of JPEG differ a little.
    [Theory]
    [InlineData(1, false, 4.96, 4.81)]
    [InlineData(2, false, 4.71, 3.80)]
    [InlineData(4, false, 3.50, 1.86)]
    [InlineData(1, true, 5.00, 5.00)]
    [InlineData(2, true, 5.00, 4.49)]
    [InlineData(4, true, 3.65, 2.13)]
    public void Small_and_compressed_astronaut_smiles_less_by_the_documented_amount(int divisor, bool steady, double expected, double expectedOfJpeg)
    {
        using FaceLandmarker faces = PortraitPictures.Landmarker(steady);
        Picture photo = PortraitPictures.Astronaut().Resize(512 / divisor, 512 / divisor);

        Face exact = Assert.Single(faces.Detect(photo));
        Face compressed = Assert.Single(faces.Detect(Picture.Decode(photo.Encode(PictureFormat.Jpeg, quality: 50))));

        output.WriteLine($"1/{divisor}, face {exact.Box.Width:0} px wide: AU12 {AU12(exact).Intensity:0.00}, as JPEG of quality 50 {AU12(compressed).Intensity:0.00}");
        Assert.Equal(expected, AU12(exact).Intensity, 0.1);
        Assert.Equal(expectedOfJpeg, AU12(compressed).Intensity, 0.3);
    }

    private static (double Left, double Right) UncutAU12(Face face)
    {
        FrontalMesh mesh = FrontalMesh.Of(face.MeasuredLandmarks.AsSpan());
        AuFormula formula = AuFormulas.All.Single(formula => formula.Number == 12);
        double Side(bool isLeft) => 5 * (formula.Measure(new FaceSide(mesh, isLeft)) - formula.Neutral) / formula.Full;
        return (Side(isLeft: true), Side(isLeft: false));
    }

    private static void AssertWithin(Spread spread, double median, double ninetieth, double largest, int reaching)
    {
        Assert.InRange(spread.Median, 0, median);
        Assert.InRange(spread.Ninetieth, 0, ninetieth);
        Assert.InRange(spread.Largest, 0, largest);
        Assert.InRange(spread.Reaching, 0, reaching);
    }

    // The formula itself does not change with the turn, so the parts say which landmarks moved.
    private void Explain(Portrait upright, Face turned, string turn)
    {
        double change = Change(upright.Face, turned);
        if (Math.Abs(change) < TurnLimit)
        {
            return;
        }

        Smile before = Smile.Measure(upright.Face), after = Smile.Measure(turned);
        double Moved(int part) => (after.Parts[part].Left + after.Parts[part].Right - before.Parts[part].Left - before.Parts[part].Right) / 2;
        output.WriteLine($"  {upright.Image} {turn}: {change:+0.00;-0.00;0.00} (reach {Moved(0):+0.00;-0.00;0.00} cm, height {Moved(1):+0.00;-0.00;0.00} cm, "
            + $"pitch {turned.Pose.Pitch - upright.Face.Pose.Pitch:+0.0;-0.0;0.0} degrees)");
    }
}
