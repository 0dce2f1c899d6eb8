using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Windows and lags of a windowed cross-correlation. All in seconds; each is rounded to whole samples.</summary>
/// <remarks>The defaults are conventions of this library for smiles, which last seconds: report yours, and choose them before you look at the data.</remarks>
public sealed record CrossCorrelationOptions
{
    /// <summary>How long a window is; 10 s by default. Long enough for a smile and what lies about it, short enough for the relation to be the same within it.</summary>
    public double Window { get; init; } = 10;

    /// <summary>From the beginning of a window to that of the next; 5 s by default, so that windows overlap by half.</summary>
    public double Step { get; init; } = 5;

    /// <summary>The longest lag, in both directions; 3 s by default.</summary>
    public double MaximumLag { get; init; } = 3;

    /// <summary>From lag to lag; by default 0: one sample.</summary>
    public double LagStep { get; init; }

    /// <summary>A peak is greater than all correlations within this of its lag, on both sides; .4 s by default.</summary>
    public double PeakHalfWidth { get; init; } = 0.4;

    /// <summary>The number that sums up a dyad; by default <see cref="SynchronyScore.PeakOfMean"/>.</summary>
    public SynchronyScore Score { get; init; } = SynchronyScore.PeakOfMean;

    /// <summary>As in <c>windows of 10 s every 5 s, lags to 3 s</c>.</summary>
    public override string ToString() => Invariant($"windows of {Window:0.###} s every {Step:0.###} s, lags to {MaximumLag:0.###} s");
}
