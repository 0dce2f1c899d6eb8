// One name for each thing that is measured from frame to frame: in memory, in our tables, in figures.
namespace SmileNotebooks;

/// <summary>Names of the columns of a <see cref="FaceSeries"/>. Those that OpenFace 2 has are OpenFace's. Left and right are the subject's.</summary>
public static class FaceColumns
{
    /// <summary>How sure the landmark model is that it sees a face, 0 to 1.</summary>
    public const string Confidence = "confidence";

    /// <summary>Nod in radians, OpenFace's sign: positive when the subject looks down.</summary>
    public const string Pitch = "pose_Rx";

    /// <summary>Turn in radians, OpenFace's sign: positive when the subject turns to the subject's own right.</summary>
    public const string Yaw = "pose_Ry";

    /// <summary>Tilt in radians, OpenFace's sign: positive clockwise as the viewer sees it.</summary>
    public const string Roll = "pose_Rz";

    /// <summary>Distance of the outer corners of the eyes, pixels: how large the face is.</summary>
    public const string EyeDistance = "eye_distance";

    /// <summary>The lip corner puller of the right side, on the scale of the source.</summary>
    public const string LipCornerPullerRight = "AU12_right";

    /// <summary>The lip corner puller of the left side.</summary>
    public const string LipCornerPullerLeft = "AU12_left";

    /// <summary>The cheek raiser of the right side.</summary>
    public const string CheekRaiserRight = "AU06_right";

    /// <summary>The cheek raiser of the left side.</summary>
    public const string CheekRaiserLeft = "AU06_left";

    /// <summary>The right corner of the mouth, outward axis (toward the subject's left), with position, size and pose of the head taken out. Unit: the source's, the same for all lip columns.</summary>
    public const string LipCornerRightX = "lip_corner_right_x";

    /// <summary>The same corner, upward axis.</summary>
    public const string LipCornerRightY = "lip_corner_right_y";

    /// <summary>The same corner, toward the viewer; 0 where the source has no depth.</summary>
    public const string LipCornerRightZ = "lip_corner_right_z";

    /// <summary>The left corner of the mouth, x as for the right.</summary>
    public const string LipCornerLeftX = "lip_corner_left_x";

    /// <summary>The same corner, upward axis.</summary>
    public const string LipCornerLeftY = "lip_corner_left_y";

    /// <summary>The same corner, toward the viewer; 0 where the source has no depth.</summary>
    public const string LipCornerLeftZ = "lip_corner_left_z";

    /// <summary>Gap between the lips as a share of the mouth's width, 0 for closed lips.</summary>
    public const string MouthOpening = "mouth_opening";

    /// <summary>Opening of the right eye as a share of its width.</summary>
    public const string EyeOpeningRight = "eye_opening_right";

    /// <summary>Opening of the left eye as a share of its width.</summary>
    public const string EyeOpeningLeft = "eye_opening_left";

    /// <summary>Wrinkles at the outer corner of the right eye (crow's feet), see docs/methods.md; NaN where not measurable.</summary>
    public const string CrowsFeetRight = "crows_feet_right";

    /// <summary>The same of the left eye.</summary>
    public const string CrowsFeetLeft = "crows_feet_left";

    /// <summary>The intensity of an action unit, as <c>AU12_r</c> for 12.</summary>
    /// <param name="number">FACS number.</param>
    public static string ActionUnit(int number) => $"AU{number:00}_r";
}
