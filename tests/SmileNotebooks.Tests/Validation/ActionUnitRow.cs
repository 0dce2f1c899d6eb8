using System.Globalization;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Tests.Validation;

/// <summary>What docs/validation.md says of one action unit on the 60 pictures: how much turning them by 30 and -30 degrees changes it, and its rank
/// correlation with the blendshape that it resembles. Each by one look and by steady landmarks; by the latter also that of the measure
/// before it is cut off at 0.</summary>
internal sealed partial record ActionUnitRow(
    string Code, Spread OneLook, Spread Steady, string? Blendshape, double SpearmanOneLook, double SpearmanSteady, double SpearmanOfMeasure)
{
    private double[] Numbers => Blendshape is null
        ? [OneLook.Median, OneLook.Ninetieth, Steady.Median, Steady.Ninetieth]
        : [OneLook.Median, OneLook.Ninetieth, Steady.Median, Steady.Ninetieth, SpearmanOneLook, SpearmanSteady, SpearmanOfMeasure];

    public static IEnumerable<ActionUnitRow> All() => ActionUnits.Numbers.Select(number =>
    {
        string? blendshape = PortraitsTests.Resemblances.FirstOrDefault(row => row.Number == number).Blendshape;
        return new ActionUnitRow(
            $"AU{number:00}", Turned(number, steady: false), Turned(number, steady: true),
            blendshape,
            Resemblance(blendshape, steady: false, face => Intensity(face, number)),
            Resemblance(blendshape, steady: true, face => Intensity(face, number)),
            Resemblance(blendshape, steady: true, face => Measure(face, number)));
    });

    /// <summary>Whether a row of the page has these numbers, in this order.</summary>
    public bool Agrees(string row, double tolerance)
    {
        double[] found = [.. Number().Matches(row).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        return found.Length == Numbers.Length && found.Zip(Numbers).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);
    }

    /// <summary>The row as it stands on the page.</summary>
    public override string ToString()
    {
        string start = FormattableString.Invariant(
            $"| {Code} | {OneLook.Median:0.00}, {OneLook.Ninetieth:0.00} | {Steady.Median:0.00}, {Steady.Ninetieth:0.00} |");
        return Blendshape is null
            ? start + " none | | | |"
            : start + FormattableString.Invariant($" {Blendshape} | {SpearmanOneLook:0.00} | {SpearmanSteady:0.00} | {SpearmanOfMeasure:0.00} |");
    }

    private static Spread Turned(int number, bool steady) => Spread.Of(
        PortraitPictures.All(steady).SelectMany(p =>
        {
            double upright = Intensity(p.Upright.Face, number);
            return new[] { Intensity(p.Clockwise, number) - upright, Intensity(p.Anticlockwise, number) - upright };
        }),
        PortraitPicture.TurnLimit);

    private static double Resemblance(string? blendshape, bool steady, Func<Face, double> value)
    {
        IReadOnlyList<PortraitPicture> portraits = PortraitPictures.All(steady);
        return blendshape is null ? double.NaN : Agreement.Spearman(
            [.. portraits.Select(p => value(p.Upright.Face))],
            [.. portraits.Select(p => p.Upright.Official.TryGetValue(blendshape, out double official) ? official : p.Upright.Both(blendshape))]);
    }

    private static double Intensity(Face face, int number) => ActionUnits.Measure(face)[number].Intensity;

    private static double Measure(Face face, int number)
    {
        FrontalMesh mesh = FrontalMesh.Of(face.MeasuredLandmarks.AsSpan());
        AuFormula formula = AuFormulas.All.Single(formula => formula.Number == number);
        return formula.Direction * (formula.Measure(new FaceSide(mesh, isLeft: false)) + formula.Measure(new FaceSide(mesh, isLeft: true)));
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Number();
}
