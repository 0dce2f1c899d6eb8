namespace SmileNotebooks;

/// <summary>How much a sample counts by its distance from the middle of the window.</summary>
internal enum SmoothingKernel
{
    /// <summary>(1 - |u|^3)^3: fades to nothing at the border, so a frame that enters the window changes nothing at once.</summary>
    Tricube,

    /// <summary>All alike: the Savitzky-Golay filter on even samples.</summary>
    Uniform,
}
