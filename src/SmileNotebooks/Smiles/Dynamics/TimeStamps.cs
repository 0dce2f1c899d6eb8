namespace SmileNotebooks;

/// <summary>Time stamps of frames: rounded sums of steps, as the moments are that they are compared with.</summary>
internal static class TimeStamps
{
    /// <summary>Two stamps so close are one moment, seconds. Without it a frame at the border of a window would be in or out by when its clip begins.</summary>
    public const double SameMoment = 1e-9;
}
