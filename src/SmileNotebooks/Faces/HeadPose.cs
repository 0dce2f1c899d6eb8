namespace SmileNotebooks;

/// <summary>Where a head points, in degrees; all zero when it faces the camera upright.</summary>
/// <param name="Yaw">Turn about the vertical axis, -90 to 90; positive when the subject turns to the subject's own left
/// (the nose moves to the viewer's right).</param>
/// <param name="Pitch">Nod, -180 to 180; positive when the subject looks up.</param>
/// <param name="Roll">Tilt in the picture plane, -180 to 180; positive when the head is turned clockwise as the viewer sees it.</param>
/// <remarks>The canonical face is brought to the head by pitch first, then yaw, then roll. So turning the picture in its plane changes
/// roll alone. The camera is taken as distant (no perspective): a face at the border of a wide-angle picture reads a few degrees off.</remarks>
public readonly partial record struct HeadPose(double Yaw, double Pitch, double Roll)
{
    /// <summary>Fits the canonical face to landmarks by weighted Procrustes analysis and reads the rotation.</summary>
    /// <param name="landmarks">468 or 478 points of a mesh in MediaPipe's order and frame (x right, y down, z away from the camera, all on
    /// one scale): pixels, or any unit. Only the 33 points that weigh in the fit are read.</param>
    /// <returns>The pose; the same for any position and size of the face.</returns>
    /// <exception cref="ArgumentException">Another number of points, a point that is not finite, or points that
    /// coincide or lie on one line, so that no rotation is better than another.</exception>
    public static HeadPose Fit(ReadOnlySpan<Point3> landmarks)
    {
        HeadFit fit = HeadFit.Of(landmarks);
        const double Degrees = 180 / Math.PI;
        return new HeadPose(
            Degrees * Math.Atan2(-fit.ZRow.X, Math.Sqrt((fit.XRow.X * fit.XRow.X) + (fit.YRow.X * fit.YRow.X))),
            -Degrees * Math.Atan2(fit.ZRow.Y, fit.ZRow.Z),
            -Degrees * Math.Atan2(fit.YRow.X, fit.XRow.X));
    }

    /// <summary>The three angles, as in <c>yaw 3.1°, pitch -4.0°, roll 0.6°</c>.</summary>
    public override string ToString() => $"yaw {Yaw:0.0}°, pitch {Pitch:0.0}°, roll {Roll:0.0}°";
}
