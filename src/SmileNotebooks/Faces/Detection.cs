namespace SmileNotebooks;

/// <summary>What the detector says of one face, in pixels of the picture.</summary>
internal struct Detection
{
    public float Score;
    public float Left;
    public float Top;
    public float Right;
    public float Bottom;

    /// <summary>The right eye's centre (the subject's): keypoint 0 of the model.</summary>
    public float RightEyeX;
    public float RightEyeY;

    /// <summary>The left eye's centre: keypoint 1.</summary>
    public float LeftEyeX;
    public float LeftEyeY;

    public readonly FaceBox Box => new(Left, Top, Right - Left, Bottom - Top);
}
