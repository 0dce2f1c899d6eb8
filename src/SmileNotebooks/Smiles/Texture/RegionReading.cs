namespace SmileNotebooks;

/// <summary>What was read of one region of one side. Contrasts are second derivatives of log luminance times the square of the line scale.</summary>
/// <param name="Visible">Area in the picture as a share of the frontal area; negative where it is seen from behind.</param>
/// <param name="Outside">Share of samples outside of the picture.</param>
/// <param name="White">Share of samples without texture because they are white.</param>
/// <param name="Black">Share that are black.</param>
/// <param name="Along">Mean square of contrast across the folds' direction: of lines along it.</param>
/// <param name="Across">Mean square of the contrast of lines at right angles.</param>
/// <param name="Texture">Mean square of that contrast if it is taken for Gaussian texture of the same median: single edges do not count.</param>
/// <param name="Strongest">98th percentile of the absolute contrast of lines along the folds' direction.</param>
internal readonly record struct RegionReading(
    double Visible, double Outside, double White, double Black, double Along, double Across, double Texture, double Strongest)
{
    /// <summary>Mean square contrast of lines of both directions.</summary>
    public double Mean => (Along + Across) / 2;

    /// <summary>What keeps the region itself from being measured.</summary>
    public WrinkleProblem Problem =>
        Visible < WrinkleLimits.LeastVisibleArea ? WrinkleProblem.HeadTurned
        : Outside > WrinkleLimits.GreatestOutside ? WrinkleProblem.OutsidePicture
        : White > WrinkleLimits.GreatestSaturated || Black > WrinkleLimits.GreatestBlack ? WrinkleProblem.Exposure
        : WrinkleProblem.None;
}
