namespace SmileNotebooks;

/// <summary>How well a smile was seen, as far as that is known: NaN where it is not.</summary>
public sealed record SmileEvidence
{
    /// <summary>How far the face is turned from the camera, by yaw or pitch, in degrees.</summary>
    public double Turn { get; init; } = double.NaN;

    /// <summary>The width of the face in pixels, in a picture.</summary>
    public double FaceWidth { get; init; } = double.NaN;

    /// <summary>The distance of the outer corners of the eyes in pixels, in a clip.</summary>
    public double EyeDistance { get; init; } = double.NaN;

    /// <summary>How sure the landmark model is that it sees a face, 0 to 1. Hands before the face lower it.</summary>
    public double Confidence { get; init; } = double.NaN;

    /// <summary>How long the smile lasts, in seconds.</summary>
    public double Duration { get; init; } = double.NaN;

    /// <summary>What else keeps it from being classified, in words.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Of a face in a picture.</summary>
    public static SmileEvidence Of(Face face) => new()
    {
        Turn = Math.Max(Math.Abs(face.Pose.Yaw), Math.Abs(face.Pose.Pitch)),
        FaceWidth = face.Box.Width,
        Confidence = face.Confidence,
    };
}
