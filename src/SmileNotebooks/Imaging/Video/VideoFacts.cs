namespace SmileNotebooks;

/// <summary>What the header of a video says.</summary>
/// <param name="Stream">Number of the video stream in the file.</param>
/// <param name="Width">Width of an upright frame in square pixels.</param>
/// <param name="Height">Height of an upright frame in square pixels.</param>
/// <param name="IsStretched">Whether the stored pixels are not square, so that frames are resized to <paramref name="Width"/> x <paramref name="Height"/>.</param>
/// <param name="Rotation">Degrees clockwise by which stored frames are turned, 0 to below 360.</param>
/// <param name="FrameRate">Average frames per second; null where the header has none.</param>
/// <param name="IsVariable">Whether the header tells of frames that are not evenly spaced.</param>
/// <param name="Duration">Seconds; null where the header has none.</param>
/// <param name="FrameCount">As the header states or implies it; null where it does neither.</param>
/// <param name="Codec">Short name of the codec, as <c>h264</c>.</param>
/// <param name="Format">Short names of the container, as <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
internal sealed record VideoFacts(
    int Stream,
    int Width,
    int Height,
    bool IsStretched,
    double Rotation,
    double? FrameRate,
    bool IsVariable,
    double? Duration,
    int? FrameCount,
    string Codec,
    string Format);
