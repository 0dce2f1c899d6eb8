// What the formulas are worth on real portraits: the numbers of docs/methods.md are printed by these tests. Those of the formulas'
// constants are found with the built-in landmarks, the others judged with the official ones.
namespace SmileNotebooks.Tests;

public class PortraitsTests
{
    // Action unit, the official blendshape that resembles it, and the least rank correlation: what was measured less .05.
    internal static readonly (int Number, string Blendshape, double Least)[] Resemblances =
    [
        (1, "browInnerUp", 0.80), (2, "browOuterUp", 0.73), (4, "browDown", 0.81), (5, "eyeWide", 0.62), (6, "eyeSquint", 0.33),
        (7, "eyeSquint", 0.78), (10, "mouthUpperUp", 0.83), (12, "mouthSmile", 0.92), (14, "mouthDimple", 0.51), (17, "mouthShrugLower", 0.60),
        (20, "mouthStretch", 0.58), (23, "mouthPress", 0.42), (25, "mouthLowerDown", 0.88), (26, "jawOpen", 0.61), (43, "eyeBlink", 0.57),
    ];

    [Fact]
    public void AU12_orders_the_portraits_as_the_official_smile_does()
    {
        SmileAgreement agreement = SmileAgreement.Of(ReferenceFaces.Portraits());

        Print(agreement.ToString());
        Assert.True(agreement.Spearman >= 0.96, agreement.ToString());
        Assert.True(agreement.AreaUnderCurve >= 0.99, agreement.ToString());
    }

    [Fact]
    public void AU12_keeps_its_order_when_landmarks_shake_by_half_a_pixel()
    {
        IReadOnlyList<Portrait> portraits = ReferenceFaces.Portraits();
        List<double> spearmans = [], areas = [];
        for (int seed = 1; seed <= 40; seed++)
        {
            Random random = new(seed);
            SmileAgreement agreement = SmileAgreement.Of(
                [.. portraits.Select(portrait => portrait with { Face = portrait.Face.Moved(p => Shaken(p, random, 0.5)) })]);
            spearmans.Add(agreement.Spearman);
            areas.Add(agreement.AreaUnderCurve);
        }

        Print($"40 seeds: Spearman {spearmans.Average():0.000} (least {spearmans.Min():0.000}), AUC {areas.Average():0.000} (least {areas.Min():0.0000})");
        Assert.True(spearmans.Average() >= 0.96 && spearmans.Min() >= 0.94);
        Assert.True(areas.Average() >= 0.99 && areas.Min() >= 0.98);
    }

    [Fact]
    public void Constants_of_AU12_fitted_on_half_of_the_portraits_hold_on_the_other_half()
    {
        // All three constants, the weight of the upward part among them, are found on one half and predict 5 x mouthSmile on the other.
        CornerOfMouth[] corners = [.. PortraitPictures.Upright(steady: true).Select(CornerOfMouth.Of)];
        CornerPullFit ofAll = CornerPullFit.To(corners, weight: 0.5);
        List<double> errors = [], spearmans = [];
        List<CornerPullFit> fits = [];
        for (int seed = 1; seed <= 100; seed++)
        {
            new Random(seed).Shuffle(corners);
            CornerPullFit fit = CornerPullFit.To(corners[..30]);
            double[] predicted = [.. corners[30..].Select(fit.Intensity)];
            double[] official = [.. corners[30..].Select(corner => 5 * corner.OfficialSmile)];
            fits.Add(fit);
            errors.Add(predicted.Zip(official, (a, b) => Math.Abs(a - b)).Average());
            spearmans.Add(Agreement.Spearman(predicted, official));
        }

        Print($"All 60: {ofAll}. 100 split halves, held-out half: mean absolute error {errors.Average():0.00} (worst {errors.Max():0.00}), "
            + $"Spearman {spearmans.Average():0.000} (worst {spearmans.Min():0.000}), weight {fits.Min(f => f.Weight):0.0} to {fits.Max(f => f.Weight):0.0}, "
            + $"median {Agreement.Median(fits.Select(f => f.Weight)):0.0}");
        Assert.Equal(1.841, ofAll.Neutral, 0.01);
        Assert.Equal(1.24, ofAll.Full, 0.01);
        Assert.True(errors.Average() < 0.65);
        Assert.True(spearmans.Average() > 0.94 && spearmans.Min() > 0.88);
    }

    [Fact]
    public void Population_neutral_of_every_formula_is_the_median_of_the_portraits_without_smile()
    {
        FrontalMesh[] neutral = [.. PortraitPictures.Upright(steady: true).Where(p => p.OfficialSmile < 0.1).Select(p => FrontalMesh.Of(p.Face.MeasuredLandmarks.AsSpan()))];

        Assert.Equal(13, neutral.Length);
        foreach (AuFormula formula in AuFormulas.All)
        {
            double median = Agreement.Median(neutral.Select(mesh => BothSides(formula.Measure, mesh)));
            Print($"AU{formula.Number}: {median:0.000}");
            Assert.Equal(median, formula.Neutral, 0.003);
        }
    }

    [Fact]
    public void Action_units_resemble_the_official_blendshapes()
    {
        IReadOnlyList<Portrait> portraits = ReferenceFaces.Portraits();
        ActionUnits[] measured = [.. portraits.Select(p => ActionUnits.Measure(p.Face))];

        // Intensities are cut off at 0, which ties the weakest portraits: the measure behind them is reported too.
        foreach ((int number, string blendshape, double least) in Resemblances)
        {
            double[] official = [.. portraits.Select(p => p.Official.TryGetValue(blendshape, out double value) ? value : p.Both(blendshape))];
            double spearman = Agreement.Spearman([.. measured.Select(units => units[number].Intensity)], official);
            AuFormula formula = AuFormulas.All.Single(formula => formula.Number == number);
            double ofMeasure = Agreement.Spearman([.. measured.Select(units => formula.Direction * BothSides(formula.Measure, units.Mesh))], official);
            Print($"AU{number:00} ~ {blendshape} ({official.Min():0.00} to {official.Max():0.00}): Spearman {spearman:0.00}, of the measure {ofMeasure:0.00}");
            Assert.True(spearman >= least, $"AU{number} ~ {blendshape}: {spearman:0.00}");
        }
    }

    [Fact]
    public void Sides_of_AU12_follow_the_official_sides_and_not_the_pose()
    {
        IReadOnlyList<Portrait> portraits = ReferenceFaces.Portraits();
        double[][] pulls = [.. portraits.Select(Pulls)];
        double[] difference = [.. pulls.Select(pull => pull[0] - pull[1])];
        double[] official = [.. portraits.Select(p => p.Official["mouthSmileLeft"] - p.Official["mouthSmileRight"])];
        double[] error = [.. portraits.Select(p => ActionUnits.Measure(p.Face)[12].Intensity - (5 * p.OfficialSmile))];

        double left = Agreement.Spearman([.. pulls.Select(pull => pull[0])], [.. portraits.Select(p => p.Official["mouthSmileLeft"])]);
        double right = Agreement.Spearman([.. pulls.Select(pull => pull[1])], [.. portraits.Select(p => p.Official["mouthSmileRight"])]);
        double asymmetry = Agreement.Pearson(difference, official);
        double asymmetryYaw = Agreement.Pearson(difference, [.. portraits.Select(p => p.Face.Pose.Yaw)]);
        double errorYaw = Agreement.Pearson(error, [.. portraits.Select(p => Math.Abs(p.Face.Pose.Yaw))]);
        double errorPitch = Agreement.Pearson(error, [.. portraits.Select(p => p.Face.Pose.Pitch)]);
        Print($"Spearman left {left:0.00}, right {right:0.00}; r of L - R with the official L - R {asymmetry:0.00}, with yaw {asymmetryYaw:0.00}; "
            + $"r of the error with |yaw| {errorYaw:0.00}, with pitch {errorPitch:0.00}");
        Assert.True(left > 0.93 && right > 0.93);
        Assert.True(asymmetry > 0.5);
        Assert.All([asymmetryYaw, errorYaw, errorPitch], r => Assert.InRange(r, -0.25, 0.25));
    }

    [Theory]
    [InlineData(0.8, 0.13, 0.41)]
    [InlineData(1.2, 0.15, 0.46)]
    public void Depth_on_another_scale_changes_AU12_little(double scale, double mean, double most)
    {
        double[] changes = [.. ReferenceFaces.Portraits().Select(p => Math.Abs(
            ActionUnits.Measure(p.Face)[12].Intensity - ActionUnits.Measure(p.Face.Moved(q => q with { Z = (float)(q.Z * scale) }))[12].Intensity))];

        Print($"Depth x {scale}: mean {changes.Average():0.00}, most {changes.Max():0.00}");
        Assert.Equal(mean, changes.Average(), 0.02);
        Assert.Equal(most, changes.Max(), 0.02);
    }

    [Fact]
    public void Nose_wing_rises_with_the_corner_of_the_mouth_as_the_formula_of_AU9_says()
    {
        FrontalMesh[] meshes = [.. PortraitPictures.Upright(steady: true).Select(p => FrontalMesh.Of(p.Face.MeasuredLandmarks.AsSpan()))];
        double[] pull = [.. meshes.Select(mesh => BothSides(FaceMeasures.CornerPull, mesh))];
        double[] rest = [.. meshes.Select(mesh => BothSides(FaceMeasures.NoseWingHeight, mesh))];

        (double slope, _) = Agreement.Line(pull, rest);

        Assert.Equal(0, slope, 0.01);
    }

    [Fact]
    public void AU6_beyond_AU12_is_unrelated_to_AU12_over_the_portraits()
    {
        ActionUnits[] measured = [.. PortraitPictures.Upright(steady: true).Select(p => ActionUnits.Measure(p.Face))];
        double[] smile = [.. measured.Select(units => units[12].Intensity)];
        double[] cheek = [.. measured.Select(units => units[6].Intensity)];
        double[] rest = [.. measured.Select(units => units.AU06BeyondAU12)];

        (double slope, double intercept) = Agreement.Line(smile, cheek);
        Print($"AU6 = {intercept:0.000} + {slope:0.000} AU12, r = {Agreement.Pearson(smile, cheek):0.00}; residual SD "
            + $"{Math.Sqrt(rest.Sum(r => r * r) / 60):0.00}");
        Assert.Equal(0.74, Agreement.Pearson(smile, cheek), 0.02);
        Assert.Equal(0.66, Math.Sqrt(rest.Sum(r => r * r) / 60), 0.02);
        Assert.Equal(0, Agreement.Pearson(smile, rest), 0.01);
        Assert.Equal(0, rest.Average(), 0.01);
    }

    [Fact]
    public void Portraits_show_what_the_methods_page_says()
    {
        IReadOnlyList<Portrait> portraits = ReferenceFaces.Portraits();
        Portrait[] straight = [.. portraits.Where(p => p.OfficialSmile < 0.1)];

        Assert.Equal(13, straight.Length);
        Assert.Equal(37, portraits.Count(p => p.OfficialSmile > 0.5));
        Assert.Equal(0.31, Agreement.Median(straight.Select(p => p.Both("browDown"))), 0.005);
        Assert.Equal(0.31, Agreement.Median(straight.Select(p => p.Both("mouthPress"))), 0.005);
        Assert.All(portraits, p => Assert.True(p.Both("cheekSquint") < 0.02 && p.Both("noseSneer") < 0.02 && p.Both("mouthFrown") < 0.02 && p.Official["mouthPucker"] < 0.02));
    }

    private static double BothSides(Func<FaceSide, double> measure, FrontalMesh mesh) =>
        (measure(new FaceSide(mesh, isLeft: false)) + measure(new FaceSide(mesh, isLeft: true))) / 2;

    private static double[] Pulls(Portrait portrait)
    {
        FrontalMesh mesh = FrontalMesh.Of(portrait.Face.MeasuredLandmarks.AsSpan());
        return [FaceMeasures.CornerPull(new FaceSide(mesh, isLeft: true)), FaceMeasures.CornerPull(new FaceSide(mesh, isLeft: false))];
    }

    private static Point3 Shaken(Point3 p, Random random, double pixels)
    {
        double radius = pixels * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
        return p with { X = p.X + (float)(radius * cosine), Y = p.Y + (float)(radius * sine) };
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
