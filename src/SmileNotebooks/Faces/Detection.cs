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

    public readonly float Area => (Right - Left) * (Bottom - Top);

    /// <summary>Area of the intersection over area of the union, 0 to 1.</summary>
    public static float Overlap(in Detection a, in Detection b)
    {
        float width = MathF.Min(a.Right, b.Right) - MathF.Max(a.Left, b.Left);
        float height = MathF.Min(a.Bottom, b.Bottom) - MathF.Max(a.Top, b.Top);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        float intersection = width * height;
        return intersection / (a.Area + b.Area - intersection);
    }
}
