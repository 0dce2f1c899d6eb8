// The course of a measurement: what keeps the whole face from being measured, then each region.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Measures wrinkles.</summary>
internal static class WrinkleMeasurement
{
    public static Wrinkles Measure(Face face, Wrinkles? neutral)
    {
        ArgumentNullException.ThrowIfNull(face);
        ReadOnlySpan<Point3> landmarks = face.MeasuredLandmarks.AsSpan();
        Check(landmarks);
        PixelScale scale = PixelScale.Of(landmarks);
        if (face.Picture is not { } picture)
        {
            return Nothing(face, scale, null, neutral, WrinkleProblem.NoPicture, "the face has no picture");
        }

        if (scale.PupilPixels < WrinkleLimits.LeastPupilPixels)
        {
            return Nothing(face, scale, null, neutral, WrinkleProblem.FaceTooSmall, Invariant(
                $"the face is too small: pupils {scale.PupilPixels:0.#} pixels apart, {WrinkleLimits.LeastPupilPixels:0} needed"));
        }

        if (Math.Abs(face.Pose.Yaw) > WrinkleLimits.GreatestYaw || Math.Abs(face.Pose.Pitch) > WrinkleLimits.GreatestPitch)
        {
            return Nothing(face, scale, null, neutral, WrinkleProblem.HeadTurned, Invariant(
                $"the head is turned too far: yaw {face.Pose.Yaw:0}°, pitch {face.Pose.Pitch:0}°; at most {WrinkleLimits.GreatestYaw:0}° and {WrinkleLimits.GreatestPitch:0}°"));
        }

        PatchReader reader = PatchReader.Own;
        double sharpness = Math.Max(reader.Sharpness(false, picture, landmarks, scale), reader.Sharpness(true, picture, landmarks, scale));
        if (sharpness < WrinkleLimits.LeastSharpness)
        {
            return Nothing(face, scale, sharpness, neutral, WrinkleProblem.Blurred, Invariant(
                $"the picture is blurred: sharpness {sharpness:0.00} at the eyes, {WrinkleLimits.LeastSharpness:0.00} needed"));
        }

        RegionReading cheekRight = reader.Read(WrinkleRegions.Cheek, false, picture, landmarks, scale);
        RegionReading cheekLeft = reader.Read(WrinkleRegions.Cheek, true, picture, landmarks, scale);
        double skin = Math.Min(SkinOf(cheekRight), SkinOf(cheekLeft));
        RegionReading feetRight = reader.Read(WrinkleRegions.CrowsFeet, false, picture, landmarks, scale);
        RegionReading feetLeft = reader.Read(WrinkleRegions.CrowsFeet, true, picture, landmarks, scale);
        bool glasses = reader.LineOverBridge(picture, landmarks, scale) > WrinkleLimits.FrameAtBridge || IsFrame(feetRight) || IsFrame(feetLeft);
        return new Wrinkles
        {
            CrowsFeetRight = Of(feetRight, skin, glasses, neutral, neutral?.CrowsFeetRight),
            CrowsFeetLeft = Of(feetLeft, skin, glasses, neutral, neutral?.CrowsFeetLeft),
            LowerLidRight = Of(reader.Read(WrinkleRegions.LowerLid, false, picture, landmarks, scale), skin, glasses, neutral, neutral?.LowerLidRight),
            LowerLidLeft = Of(reader.Read(WrinkleRegions.LowerLid, true, picture, landmarks, scale), skin, glasses, neutral, neutral?.LowerLidLeft),
            NasolabialRight = Of(reader.Read(WrinkleRegions.Nasolabial, false, picture, landmarks, scale), skin, false, neutral, neutral?.NasolabialRight),
            NasolabialLeft = Of(reader.Read(WrinkleRegions.Nasolabial, true, picture, landmarks, scale), skin, false, neutral, neutral?.NasolabialLeft),
            PupilPixels = scale.PupilPixels,
            Sharpness = sharpness,
            Face = face,
            IsAboveNeutral = neutral is not null,
        };
    }

    /// <summary>Energy of a cheek's texture; infinite where it cannot serve.</summary>
    private static double SkinOf(in RegionReading cheek) =>
        cheek.Problem == WrinkleProblem.None && cheek.Strongest < WrinkleLimits.StrongEdge ? cheek.Mean : double.PositiveInfinity;

    private static bool IsFrame(in RegionReading feet) => feet.Problem == WrinkleProblem.None && feet.Strongest > WrinkleLimits.StrongEdge;

    private static Wrinkle Of(in RegionReading region, double skin, bool glasses, Wrinkles? neutral, Wrinkle? rest)
    {
        if (region.Problem != WrinkleProblem.None)
        {
            return Without(region.Problem, region.Problem switch
            {
                WrinkleProblem.HeadTurned => Invariant($"the head is turned too far: {Math.Max(0, 100 * region.Visible):0} % of the region's area shows, {100 * WrinkleLimits.LeastVisibleArea:0} % needed"),
                WrinkleProblem.OutsidePicture => "the region reaches out of the picture",
                _ => region.White > WrinkleLimits.GreatestSaturated
                    ? Invariant($"glare: {100 * region.White:0} % of the region is white")
                    : Invariant($"{100 * region.Black:0} % of the region is black"),
            });
        }

        if (glasses)
        {
            return Without(WrinkleProblem.Glasses, "glasses (or hair as strong as a frame) cross the region");
        }

        if (double.IsPositiveInfinity(skin))
        {
            return Without(WrinkleProblem.NoReference, "neither cheek can serve as the reference");
        }

        const double Floor = WrinkleLimits.ContrastFloor * WrinkleLimits.ContrastFloor;
        double aboveSkin = 10 * Math.Log10((region.Along + Floor) / (Math.Max(skin, region.Texture) + Floor));
        return neutral is null ? new Wrinkle { AboveSkin = aboveSkin, Value = aboveSkin }
            : rest?.AboveSkin is { } resting ? new Wrinkle { AboveSkin = aboveSkin, Value = aboveSkin - resting }
            : new Wrinkle { AboveSkin = aboveSkin, Problem = WrinkleProblem.NotInNeutral, Reason = $"in the resting face it was not measurable: {rest?.Reason}" };
    }

    private static Wrinkles Nothing(Face face, PixelScale scale, double? sharpness, Wrinkles? neutral, WrinkleProblem problem, string reason)
    {
        Wrinkle none = Without(problem, reason);
        return new Wrinkles
        {
            CrowsFeetRight = none,
            CrowsFeetLeft = none,
            LowerLidRight = none,
            LowerLidLeft = none,
            NasolabialRight = none,
            NasolabialLeft = none,
            PupilPixels = scale.PupilPixels,
            Sharpness = sharpness,
            Face = face,
            IsAboveNeutral = neutral is not null,
        };
    }

    private static Wrinkle Without(WrinkleProblem problem, string reason) => new() { Problem = problem, Reason = reason };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Check(ReadOnlySpan<Point3> landmarks)
    {
        if (landmarks.Length != FaceTopology.PointCount)
        {
            throw new ArgumentException($"Expected {FaceTopology.PointCount} landmarks, found {landmarks.Length}.", nameof(landmarks));
        }

        for (int i = 0; i < landmarks.Length; i++)
        {
            Point3 p = landmarks[i];
            if (!float.IsFinite(p.X) || !float.IsFinite(p.Y) || !float.IsFinite(p.Z))
            {
                throw new ArgumentException($"Landmark {i} is not finite: ({p.X}, {p.Y}, {p.Z}).", nameof(landmarks));
            }
        }
    }
}
