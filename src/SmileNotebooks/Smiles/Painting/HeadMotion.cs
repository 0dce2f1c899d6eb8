namespace SmileNotebooks;

/// <summary>How a head has moved against the photo that it is painted from.</summary>
/// <param name="X">To the right in the picture, pixels.</param>
/// <param name="Y">Downward in the picture, pixels.</param>
/// <param name="Scale">Size against the photo's, 0.8 to 1.25; 1 is as it was.</param>
/// <param name="Roll">Degrees clockwise as the viewer sees it, -20 to 20.</param>
/// <param name="Yaw">Degrees of turn to the subject's own left, -12 to 12. By the depth of the mesh; more would show skin that the photo does not have.</param>
/// <param name="Pitch">Degrees of nod, positive when the subject looks up, -12 to 12.</param>
public readonly record struct HeadMotion(double X, double Y, double Scale = 1, double Roll = 0, double Yaw = 0, double Pitch = 0)
{
    /// <summary>No motion.</summary>
    public static HeadMotion None { get; } = new(0, 0);

    internal bool IsNone => X == 0 && Y == 0 && Scale == 1 && Roll == 0 && Yaw == 0 && Pitch == 0;

    /// <summary>Moves a point of the head: turn and nod, then tilt and size, all about a pivot, then the shift.</summary>
    /// <param name="p">Pixels; x right, y up, z toward the viewer.</param>
    /// <param name="pivot">The point that turns leave in place, same frame.</param>
    internal Vector3d Apply(Vector3d p, Vector3d pivot)
    {
        const double Radians = Math.PI / 180;
        (double sinYaw, double cosYaw) = Math.SinCos(Yaw * Radians);
        (double sinPitch, double cosPitch) = Math.SinCos(Pitch * Radians);
        (double sinRoll, double cosRoll) = Math.SinCos(Roll * Radians);
        Vector3d d = p - pivot;

        // Looking up brings what is in front of the pivot upward; the subject's left is the viewer's right.
        d = new Vector3d(d.X, (cosPitch * d.Y) + (sinPitch * d.Z), (cosPitch * d.Z) - (sinPitch * d.Y));
        d = new Vector3d((cosYaw * d.X) + (sinYaw * d.Z), d.Y, (cosYaw * d.Z) - (sinYaw * d.X));
        d = new Vector3d((cosRoll * d.X) + (sinRoll * d.Y), (cosRoll * d.Y) - (sinRoll * d.X), d.Z);
        return pivot + (Scale * d) + new Vector3d(X, -Y, 0);
    }

    internal void Validate()
    {
        if (!double.IsFinite(X) || !double.IsFinite(Y))
        {
            throw new ArgumentOutOfRangeException(nameof(X), FormattableString.Invariant($"A painted head moves by finite numbers of pixels, found ({X}, {Y})."));
        }

        Check(Scale, 0.8, 1.25, nameof(Scale));
        Check(Roll, -20, 20, nameof(Roll));
        Check(Yaw, -12, 12, nameof(Yaw));
        Check(Pitch, -12, 12, nameof(Pitch));
    }

    private static void Check(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} of a painted head is a number from {least} to {most}."));
        }
    }
}
