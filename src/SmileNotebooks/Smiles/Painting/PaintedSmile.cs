namespace SmileNotebooks;

/// <summary>One smile of a painted clip: what is true of it. Times in seconds. The lip corners rise from <see cref="Onset"/> to <see cref="Apex"/>, stay, and go back from
/// <see cref="Offset"/> to <see cref="End"/>, both on the course of least jerk (Flash and Hogan, 1985).</summary>
/// <remarks>A course of least jerk creeps at its ends: after a tenth of its duration it has covered 0.9 % of the way. What finds a smile by a threshold
/// can therefore not find <see cref="Onset"/> itself; compare it with <see cref="Rise"/> and <see cref="Fall"/> of its threshold.</remarks>
public sealed record PaintedSmile
{
    /// <summary>When the lip corners begin to move.</summary>
    public required double Onset { get; init; }

    /// <summary>When they have arrived.</summary>
    public required double Apex { get; init; }

    /// <summary>When they begin to go back.</summary>
    public required double Offset { get; init; }

    /// <summary>When they are at rest again.</summary>
    public required double End { get; init; }

    /// <summary>Strength at the apex, as <see cref="SmilePose.CornerRight"/>; the mean of both sides. Default 1, 0.05 to 1.2.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>(L - R) / (L + R) of the strengths of the sides, -0.2 to 0.2. Default 0.</summary>
    public double Asymmetry { get; init; }

    /// <summary>Strength of the cheek raiser as a share of that of the lip corners, 0 to 2. Default 1: as in the photo. 0 is a smile of the mouth alone.</summary>
    public double CheekShare { get; init; } = 1;

    /// <summary>How much later than the lip corners the cheeks move, seconds; negative for earlier. Default 0.</summary>
    public double CheekLag { get; init; }

    /// <summary>When the onset has covered a share of its way.</summary>
    /// <param name="share">0 to 1, such as 0.1 for a threshold of a tenth of the amplitude.</param>
    public double Rise(double share) => Onset + ((Apex - Onset) * MinimumJerk.TimeOf(Fraction(share)));

    /// <summary>When the offset has come down to a share of the amplitude.</summary>
    /// <param name="share">0 to 1.</param>
    public double Fall(double share) => Offset + ((End - Offset) * MinimumJerk.TimeOf(1 - Fraction(share)));

    /// <summary>Share of the amplitude at a time, 0 to 1.</summary>
    /// <param name="time">Seconds.</param>
    public double ShareAt(double time) =>
        MinimumJerk.WayAt((time - Onset) / (Apex - Onset)) - MinimumJerk.WayAt((time - Offset) / (End - Offset));

    internal void Validate(int number)
    {
        if (!(double.IsFinite(Onset) && double.IsFinite(End) && Onset < Apex && Apex <= Offset && Offset < End))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Painted smile {number}: expected onset < apex <= offset < end, found {Onset}, {Apex}, {Offset}, {End} seconds."));
        }

        Check(number, Strength, 0.05, 1.2, nameof(Strength));
        Check(number, Asymmetry, -0.2, 0.2, nameof(Asymmetry));
        Check(number, CheekShare, 0, 2, nameof(CheekShare));
        Check(number, CheekLag, -5, 5, nameof(CheekLag));
    }

    private static double Fraction(double share) => share is >= 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A share of the amplitude is a number from 0 to 1.");

    private static void Check(int number, double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentException(FormattableString.Invariant($"Painted smile {number}: {name} is a number from {least} to {most}, found {value}."));
        }
    }
}
