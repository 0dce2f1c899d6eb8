namespace SmileNotebooks;

/// <summary>The one-euro filter (Casiez, Roussel and Vogel, 2012) over each coordinate of each landmark: a low-pass whose cut-off rises with the speed of the point, so that a resting
/// face is still and a moving one lags little. Speeds are in distances of the outer eye corners a second, so that the size of the face does not matter.</summary>
/// <remarks>The defaults are a convention: at rest the cut-off is 2 Hz; the corner of a mouth that begins to smile moves some 0.3 eye distances a second, where it is 5 Hz and the lag
/// 1/(2 pi 5 Hz) = 32 ms, a frame. Smoothing lowers speeds and accelerations: compare only clips that were smoothed alike.</remarks>
public sealed record OneEuroOptions
{
    /// <summary>Cut-off for a point at rest, hertz, above 0. Default: 2. Lower is stiller and later.</summary>
    public double MinimumCutoff { get; init; } = 2;

    /// <summary>How much the cut-off rises with speed, hertz for each eye distance a second, from 0. Default: 10. Higher lags less.</summary>
    public double SpeedCoefficient { get; init; } = 10;

    /// <summary>Cut-off of the speed itself, hertz, above 0. Default: 1, the authors' own.</summary>
    public double DerivativeCutoff { get; init; } = 1;

    /// <summary>As in <c>one-euro filter, 2 Hz + 10 Hz per eye distance/s, speed at 1 Hz</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"one-euro filter, {MinimumCutoff} Hz + {SpeedCoefficient} Hz per eye distance/s, speed at {DerivativeCutoff} Hz");

    internal void Validate()
    {
        if (!(MinimumCutoff > 0 && DerivativeCutoff > 0 && SpeedCoefficient >= 0) || !double.IsFinite(MinimumCutoff + DerivativeCutoff + SpeedCoefficient))
        {
            throw new ArgumentOutOfRangeException(nameof(FaceVideoOptions.Smoothing), this, "Cut-offs are finite and above 0 Hz, the coefficient of speed is finite and not below 0.");
        }
    }
}
