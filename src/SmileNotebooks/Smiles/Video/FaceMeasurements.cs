// The one list of what a face is measured by from frame to frame: a series in memory and a table on disk have the same columns.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The measures of a face under the names of <see cref="FaceColumns"/>, and more that OpenFace has not.</summary>
public static class FaceMeasurements
{
    private const int RightMouthCorner = 61, LeftMouthCorner = 291, RightEyeOuter = 33, LeftEyeOuter = 263;

    private static readonly ImmutableArray<(string Name, int Decimals, Func<MeasuredFace, double> Value)> s_all =
    [
        (FaceColumns.Confidence, 5, face => face.Face.Confidence),

        // OpenFace: radians about axes to the right, down, and away from the camera.
        (FaceColumns.Pitch, 6, face => double.DegreesToRadians(-face.Face.Pose.Pitch)),
        (FaceColumns.Yaw, 6, face => double.DegreesToRadians(-face.Face.Pose.Yaw)),
        (FaceColumns.Roll, 6, face => double.DegreesToRadians(face.Face.Pose.Roll)),
        .. ActionUnits.Numbers.Select(number => (FaceColumns.ActionUnit(number), 5, (Func<MeasuredFace, double>)(face => face.ActionUnits[number].Intensity))),
        (FaceColumns.LipCornerPullerRight, 5, face => face.ActionUnits[12].Right!.Value),
        (FaceColumns.LipCornerPullerLeft, 5, face => face.ActionUnits[12].Left!.Value),
        (FaceColumns.CheekRaiserRight, 5, face => face.ActionUnits[6].Right!.Value),
        (FaceColumns.CheekRaiserLeft, 5, face => face.ActionUnits[6].Left!.Value),
        (FaceColumns.LipCornerRightX, 5, face => face.ActionUnits.Mesh.At(RightMouthCorner).X),
        (FaceColumns.LipCornerRightY, 5, face => face.ActionUnits.Mesh.At(RightMouthCorner).Y),
        (FaceColumns.LipCornerRightZ, 5, face => face.ActionUnits.Mesh.At(RightMouthCorner).Z),
        (FaceColumns.LipCornerLeftX, 5, face => face.ActionUnits.Mesh.At(LeftMouthCorner).X),
        (FaceColumns.LipCornerLeftY, 5, face => face.ActionUnits.Mesh.At(LeftMouthCorner).Y),
        (FaceColumns.LipCornerLeftZ, 5, face => face.ActionUnits.Mesh.At(LeftMouthCorner).Z),
        (FaceColumns.MouthOpening, 5, face => face.Smile.MouthOpening),
        (FaceColumns.EyeOpeningRight, 5, face => FaceMeasures.EyeOpening(new FaceSide(face.ActionUnits.Mesh, isLeft: false))),
        (FaceColumns.EyeOpeningLeft, 5, face => FaceMeasures.EyeOpening(new FaceSide(face.ActionUnits.Mesh, isLeft: true))),
        (FaceColumns.EyeDistance, 3, EyeDistance),
        ("smile_score", 3, face => face.Smile.Score),
        ("eye_engagement", 3, face => face.Smile.EyeEngagement),
        ("smile_asymmetry", 5, face => face.Smile.Asymmetry),
        ("AU06_beyond_AU12", 5, face => face.ActionUnits.AU06BeyondAU12),
    ];

    /// <summary>The names, in the order of tables.</summary>
    public static ImmutableArray<string> Names { get; } = [.. s_all.Select(one => one.Name)];

    /// <summary>How many decimals of each are written to tables: beyond them is beyond what the models can tell, and differences between frames still show.</summary>
    public static ImmutableArray<int> Decimals { get; } = [.. s_all.Select(one => one.Decimals)];

    /// <summary>The measures of a face.</summary>
    /// <returns>A number for each of <see cref="Names"/>; NaN where one cannot be told.</returns>
    public static double[] Of(MeasuredFace face)
    {
        double[] values = new double[s_all.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = s_all[i].Value(face);
        }

        return values;
    }

    private static double EyeDistance(MeasuredFace face)
    {
        Point3 right = face.Face.MeasuredLandmarks[RightEyeOuter];
        Point3 left = face.Face.MeasuredLandmarks[LeftEyeOuter];
        return Math.Sqrt(Math.Pow(left.X - right.X, 2) + Math.Pow(left.Y - right.Y, 2));
    }
}
