namespace SmileNotebooks;

/// <summary>How one action unit is measured: intensity = 5 (d - <see cref="Start"/>) / (<see cref="Full"/> - <see cref="Start"/>), kept within 0 to 5,
/// where d is how far the measure has moved from rest.</summary>
/// <param name="Number">FACS number.</param>
/// <param name="Name">FACS name.</param>
/// <param name="HasSides">Whether FACS scores left and right.</param>
/// <param name="Measure">The distance, on one side of the face.</param>
/// <param name="Direction">1 where the action unit makes the measure larger, -1 where smaller.</param>
/// <param name="Neutral">The measure's value at rest in the population.</param>
/// <param name="Start">Displacement at which intensity leaves 0, in the measure's unit.</param>
/// <param name="Full">Displacement at which intensity is 5, in the measure's unit.</param>
/// <param name="Quality">How well the measure sees the action unit.</param>
/// <param name="Caveat">What it is easily mistaken for.</param>
internal sealed record AuFormula(
    int Number,
    string Name,
    bool HasSides,
    Func<FaceSide, double> Measure,
    int Direction,
    double Neutral,
    double Start,
    double Full,
    AuQuality Quality,
    string? Caveat)
{
    /// <summary>Measures a face against its person's rest, or the population's.</summary>
    /// <exception cref="ArgumentException">Landmarks that a width is taken between coincide.</exception>
    public ActionUnit Apply(FrontalMesh mesh, FrontalMesh? rest)
    {
        double right = Displacement(mesh, rest, isLeft: false);
        double left = Displacement(mesh, rest, isLeft: true);
        return HasSides
            ? new ActionUnit(Number, Name, (Intensity(left) + Intensity(right)) / 2, Intensity(left), Intensity(right), Quality, Caveat)
            : new ActionUnit(Number, Name, Intensity((left + right) / 2), null, null, Quality, Caveat);
    }

    private double Displacement(FrontalMesh mesh, FrontalMesh? rest, bool isLeft)
    {
        double atRest = rest is null ? Neutral : Measure(new FaceSide(rest, isLeft));
        double displacement = Direction * (Measure(new FaceSide(mesh, isLeft)) - atRest);
        return double.IsFinite(displacement)
            ? displacement
            : throw new ArgumentException($"AU{Number} ({Name}) cannot be measured: the corners of an eye coincide.");
    }

    private double Intensity(double displacement) => Math.Clamp(5 * (displacement - Start) / (Full - Start), 0, 5);
}
