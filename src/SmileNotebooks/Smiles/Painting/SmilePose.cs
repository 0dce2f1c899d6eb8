namespace SmileNotebooks;

/// <summary>What a face does in a painted picture. All defaults together are the face at rest, in the place of the photo.</summary>
/// <remarks>A strength is a fraction of the movement that <see cref="SmilePainter"/> paints at most by default: 0 is the resting face, 1 the photo's own smile
/// (or, for a photo that does not smile, the full smile that the painter makes). Values between are on the straight line between the two, so a strength
/// is proportional to the path of the lip corner. Left and right are the subject's.</remarks>
public sealed record SmilePose
{
    /// <summary>Strength of the lip corner puller (AU12) of the right side. Default 0; from -0.25 to 1.5.</summary>
    public double CornerRight { get; init; }

    /// <summary>The same of the left side.</summary>
    public double CornerLeft { get; init; }

    /// <summary>Strength of the cheek raiser (AU6) of the right side, beyond the lift that the lip corner brings along. Default 0; from -0.25 to 2.5.</summary>
    public double CheekRight { get; init; }

    /// <summary>The same of the left side.</summary>
    public double CheekLeft { get; init; }

    /// <summary>How far both eyes are closed by the upper lids, 0 to 1. Default 0, as in the photo.</summary>
    public double Blink { get; init; }

    /// <summary>How far the lips are apart, as a fraction of their gap in the photo, 0 (closed) to 1.3. Default null: the mean strength of both corners in a photo
    /// that smiles, as in the photo otherwise. Lips that are closed in the photo stay closed: what is behind them was not photographed.</summary>
    public double? MouthOpening { get; init; }

    /// <summary>Where the head is, against the photo. Default: where it was.</summary>
    public HeadMotion Head { get; init; } = HeadMotion.None;

    /// <summary>A smile of one strength on both sides, cheeks included: what the photo shows, at that fraction.</summary>
    /// <param name="strength">0 is rest, 1 the photo's own smile.</param>
    public static SmilePose Symmetric(double strength) =>
        new() { CornerRight = strength, CornerLeft = strength, CheekRight = strength, CheekLeft = strength };

    internal void Validate()
    {
        Check(CornerRight, -0.25, 1.5, nameof(CornerRight));
        Check(CornerLeft, -0.25, 1.5, nameof(CornerLeft));
        Check(CheekRight, -0.25, 2.5, nameof(CheekRight));
        Check(CheekLeft, -0.25, 2.5, nameof(CheekLeft));
        Check(Blink, 0, 1, nameof(Blink));
        Check(MouthOpening ?? 0, 0, 1.3, nameof(MouthOpening));
        Head.Validate();
    }

    private static void Check(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} of a painted face is a number from {least} to {most}."));
        }
    }
}
