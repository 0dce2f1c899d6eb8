using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The smile of one face in one picture, as descriptive geometry. Immutable. Formulas and evidence: docs/methods.md.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record Smile
{
    /// <summary>What every rendering of a smile says.</summary>
    public const string Caveat =
        "Descriptive geometry of one picture: where landmarks lie, not what the person feels and not whether the smile is genuine.";

    /// <summary>AU12 from which a smile is counted. A convention: the lowest intensity that FACS writes down (A, trace) is 1 here.</summary>
    public const double LeastAU12 = 1;

    /// <summary>AU6 from which the cheeks count as raised. The same convention as <see cref="LeastAU12"/>.</summary>
    public const double LeastAU06 = 1;

    private readonly ValueSequence<SmilePart> _parts;

    private Smile()
    {
    }

    /// <summary>Strength of the smile, 0 to 100: 20 times AU12.</summary>
    public required double Score { get; init; }

    /// <summary>No smile, or a smile without or with raised cheeks.</summary>
    public required SmileType Type { get; init; }

    /// <summary>How far cheeks and lower lids are raised, 0 to 100: 20 times AU6. A strong smile raises them by itself:
    /// see <see cref="AU06BeyondAU12"/>.</summary>
    public required double EyeEngagement { get; init; }

    /// <summary>(L - R) / (L + R) of the sides' AU12, -1 to 1; positive where the subject's left corner is pulled more.
    /// 0 where neither is pulled. Unsteady for weak smiles.</summary>
    public required double Asymmetry { get; init; }

    /// <summary>Gap between the lips as a share of the mouth's width; 0 for closed lips.</summary>
    public required double MouthOpening { get; init; }

    /// <summary>How far the eyes are open, as a share of their width; the mean of both.</summary>
    public required double EyeOpening { get; init; }

    /// <summary>Cheek raiser. Geometry sees it poorly.</summary>
    public required ActionUnit AU06 { get; init; }

    /// <summary>Lip corner puller.</summary>
    public required ActionUnit AU12 { get; init; }

    /// <summary>AU6 less what AU12 leads to expect, -5 to 5: see <see cref="ActionUnits.AU06BeyondAU12"/>.</summary>
    public required double AU06BeyondAU12 { get; init; }

    /// <summary>What the skin shows beside AU6: crow's feet and other folds, from pixels. They do not enter the other figures. Null where the face
    /// has no picture or they were switched off (<see cref="WrinkleOptions.Off"/>).</summary>
    public required Wrinkles? Wrinkles { get; init; }

    /// <summary>The distances and intensities that the figures came from.</summary>
    public required ImmutableArray<SmilePart> Parts
    {
        get => _parts.Items;
        init => _parts = new ValueSequence<SmilePart>(value);
    }

    /// <summary>Measures the smile of a face.</summary>
    /// <param name="face">A face with 478 landmarks.</param>
    /// <param name="options">How action units are measured. Default: counted from the population neutral.</param>
    /// <param name="wrinkles">How wrinkles are measured. Default: counted from the skin of the cheek, where the face has a picture. They take more than
    /// half a millisecond, all else microseconds.</param>
    /// <exception cref="ArgumentException">The landmarks cannot be fitted: see <see cref="FrontalMesh.Of"/>.</exception>
    public static Smile Measure(Face face, ActionUnitOptions? options = null, WrinkleOptions? wrinkles = null) =>
        Of(face, ActionUnits.Measure(face, options), wrinkles);

    /// <summary>One line that ends with the caveat, as in <c>Smile 87 of 100, Duchenne, eye engagement 46, ...</c>.</summary>
    public override string ToString() =>
        $"Smile {Score:0} of 100, {NameOf(Type)}, eye engagement {EyeEngagement:0}, asymmetry {Asymmetry:+0.00;-0.00;0.00}, "
        + $"mouth opening {MouthOpening:0.00}, AU06 {AU06.Intensity:0.0}, AU12 {AU12.Intensity:0.0}{CrowsFeet}. {Caveat}";

    /// <summary>The features of a still picture in the order of <see cref="SmileFeatures.OfPicture"/>; NaN where not measurable.</summary>
    public FeatureRow ToFeatures() => new([
        AU12.Intensity, AU06.Intensity, AU06BeyondAU12, Asymmetry, MouthOpening, EyeOpening, Wrinkles?.CrowsFeet ?? double.NaN,
    ]);

    /// <summary>The smile of a face whose action units are measured already.</summary>
    internal static Smile Of(Face face, ActionUnits units, WrinkleOptions? wrinkles)
    {
        ActionUnit cheek = units[6];
        ActionUnit corner = units[12];
        return new Smile
        {
            Score = 20 * corner.Intensity,
            Type = TypeOf(corner.Intensity, cheek.Intensity),
            EyeEngagement = 20 * cheek.Intensity,
            Asymmetry = AsymmetryOf(corner.Left!.Value, corner.Right!.Value),
            MouthOpening = FaceMeasures.MouthOpening(units.Mesh),
            EyeOpening = (FaceMeasures.EyeOpening(new FaceSide(units.Mesh, isLeft: true)) + FaceMeasures.EyeOpening(new FaceSide(units.Mesh, isLeft: false))) / 2,
            AU06 = cheek,
            AU12 = corner,
            AU06BeyondAU12 = units.AU06BeyondAU12,
            Wrinkles = face.Picture is not null && wrinkles is not { Measured: false } ? Wrinkles.Measure(face, wrinkles) : null,
            Parts = PartsOf(units),
        };
    }

    private string CrowsFeet => Wrinkles is null ? "" : $", crow's feet {Wrinkles.Sides(Wrinkles.CrowsFeetRight, Wrinkles.CrowsFeetLeft)}";

    private static SmileType TypeOf(double corner, double cheek) =>
        corner < LeastAU12 ? SmileType.None : cheek < LeastAU06 ? SmileType.NonDuchenne : SmileType.Duchenne;

    private static string NameOf(SmileType type) => type switch
    {
        SmileType.None => "no smile",
        SmileType.NonDuchenne => "non-Duchenne",
        _ => "Duchenne",
    };

    private static double AsymmetryOf(double left, double right) => left + right > 0 ? (left - right) / (left + right) : 0;

    private static ImmutableArray<SmilePart> PartsOf(ActionUnits units)
    {
        SmilePart Part(string name, Func<FaceSide, double> measure, string unit, string usedFor) =>
            new(name, measure(new FaceSide(units.Mesh, isLeft: true)), measure(new FaceSide(units.Mesh, isLeft: false)), unit, usedFor);

        return
        [
            Part("corner of the mouth, reach from the middle of the lips", FaceMeasures.CornerReach, "cm", "AU12"),
            Part("corner of the mouth, height against the base of the nose", FaceMeasures.CornerHeight, "cm", "AU12"),
            Part("cheek, height against the outer corner of the eye", FaceMeasures.CheekHeight, "cm", "AU06"),
            Part("lower lid, height against the corners of the eye", FaceMeasures.LowerLidHeight, "cm", "AU06"),
            Part("gap between the lips", FaceMeasures.LipGap, "cm", "mouth opening"),
        ];
    }
}
