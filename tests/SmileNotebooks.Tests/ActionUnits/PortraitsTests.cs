// What the action units are worth on real portraits: the numbers of docs/methods.md are printed by these tests.
namespace SmileNotebooks.Tests;

public class PortraitsTests
{
    // Action unit and the official blendshape that resembles it; null where no portrait shows it.
    private static readonly (int Number, string Blendshape, double Least)[] Resemblances =
    [
        (1, "browInnerUp", 0.80), (2, "browOuterUp", 0.80), (4, "browDown", 0.80), (5, "eyeWide", 0.50), (6, "eyeSquint", 0.20),
        (7, "eyeSquint", 0.75), (10, "mouthUpperUp", 0.80), (12, "mouthSmile", 0.96), (14, "mouthDimple", 0.45), (17, "mouthShrugLower", 0.60),
        (20, "mouthStretch", 0.50), (23, "mouthPress", 0.40), (25, "mouthLowerDown", 0.85), (26, "jawOpen", 0.60), (43, "eyeBlink", 0.75),
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
        // The displacement for intensity 5 and the neutral, found on one half, predict 5 x mouthSmile on the other.
        Portrait[] portraits = [.. ReferenceFaces.Portraits()];
        List<double> errors = [], spearmans = [], fulls = [];
        for (int seed = 1; seed <= 100; seed++)
        {
            new Random(seed).Shuffle(portraits);
            (double neutral, double full) = FitCornerPull(portraits[..30]);
            fulls.Add(full);
            double[] predicted = [.. portraits[30..].Select(p => Pulls(p).Average(pull => Math.Clamp(5 * (pull - neutral) / full, 0, 5)))];
            double[] official = [.. portraits[30..].Select(p => 5 * p.OfficialSmile)];
            errors.Add(predicted.Zip(official, (a, b) => Math.Abs(a - b)).Average());
            spearmans.Add(Agreement.Spearman(predicted, official));
        }

        (double neutralOfAll, double fullOfAll) = FitCornerPull(portraits);
        Print($"All 60: neutral {neutralOfAll:0.000}, full {fullOfAll:0.000}. 100 split halves, held-out half: "
            + $"mean absolute error {errors.Average():0.00} (worst {errors.Max():0.00}), Spearman {spearmans.Average():0.000} (worst {spearmans.Min():0.000}), "
            + $"full {fulls.Min():0.00} to {fulls.Max():0.00}");
        Assert.Equal(1.885, neutralOfAll, 0.01);
        Assert.Equal(1.32, fullOfAll, 0.02);
        Assert.True(errors.Average() < 0.65);
        Assert.True(spearmans.Min() > 0.90);
    }

    [Fact]
    public void Population_neutral_of_every_formula_is_the_median_of_the_portraits_without_smile()
    {
        FrontalMesh[] neutral = [.. ReferenceFaces.Portraits().Where(p => p.OfficialSmile < 0.1).Select(p => FrontalMesh.Of(p.Face.Landmarks.AsSpan()))];

        Assert.Equal(13, neutral.Length);
        foreach (AuFormula formula in AuFormulas.All)
        {
            double median = Agreement.Median(neutral.Select(mesh =>
                (formula.Measure(new FaceSide(mesh, isLeft: false)) + formula.Measure(new FaceSide(mesh, isLeft: true))) / 2));
            Print($"AU{formula.Number}: {median:0.000}");
            Assert.Equal(median, formula.Neutral, 0.0015);
        }
    }

    [Fact]
    public void Action_units_resemble_the_official_blendshapes()
    {
        IReadOnlyList<Portrait> portraits = ReferenceFaces.Portraits();
        ActionUnits[] measured = [.. portraits.Select(p => ActionUnits.Measure(p.Face))];

        foreach ((int number, string blendshape, double least) in Resemblances)
        {
            double[] official = [.. portraits.Select(p => p.Official.TryGetValue(blendshape, out double value) ? value : p.Both(blendshape))];
            double spearman = Agreement.Spearman([.. measured.Select(units => units[number].Intensity)], official);
            Print($"AU{number:00} ~ {blendshape} ({official.Min():0.00} to {official.Max():0.00}): Spearman {spearman:0.00}");
            Assert.True(spearman >= least, $"AU{number} ~ {blendshape}: {spearman:0.00}");
        }
    }

    [Fact]
    public void AU6_beyond_AU12_is_unrelated_to_AU12_over_the_portraits()
    {
        ActionUnits[] measured = [.. ReferenceFaces.Portraits().Select(p => ActionUnits.Measure(p.Face))];
        double[] smile = [.. measured.Select(units => units[12].Intensity)];
        double[] cheek = [.. measured.Select(units => units[6].Intensity)];
        double[] rest = [.. measured.Select(units => units.AU06BeyondAU12)];

        (double slope, double intercept) = Agreement.Line(smile, cheek);
        Print($"AU6 = {intercept:0.000} + {slope:0.000} AU12, r = {Agreement.Pearson(smile, cheek):0.00}; residual SD "
            + $"{Math.Sqrt(rest.Sum(r => r * r) / 60):0.00}");
        Assert.Equal(0, Agreement.Pearson(smile, rest), 0.01);
        Assert.Equal(0, rest.Average(), 0.01);
    }

    private static IEnumerable<double> Pulls(Portrait portrait)
    {
        FrontalMesh mesh = FrontalMesh.Of(portrait.Face.Landmarks.AsSpan());
        return [FaceMeasures.CornerPull(new FaceSide(mesh, isLeft: true)), FaceMeasures.CornerPull(new FaceSide(mesh, isLeft: false))];
    }

    // As docs/methods.md says: the neutral is the median without smile, the scale is least squares through it.
    private static (double Neutral, double Full) FitCornerPull(IReadOnlyList<Portrait> portraits)
    {
        double neutral = Agreement.Median(portraits.Where(p => p.OfficialSmile < 0.1).Select(p => Pulls(p).Average()));
        double products = portraits.Sum(p => (Pulls(p).Average() - neutral) * p.OfficialSmile);
        double squares = portraits.Sum(p => Math.Pow(Pulls(p).Average() - neutral, 2));
        return (neutral, squares / products);
    }

    private static Point3 Shaken(Point3 p, Random random, double pixels)
    {
        double radius = pixels * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
        return p with { X = p.X + (float)(radius * cosine), Y = p.Y + (float)(radius * sine) };
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
