namespace SmileNotebooks;

/// <summary>What of a window is taken as the response.</summary>
public enum WindowSummary
{
    /// <summary>The mean amplitude, counted from the baseline.</summary>
    Mean,

    /// <summary>The largest amplitude, counted from the baseline. Larger the more samples there are, and the noisier: compare windows of one length.</summary>
    Peak,

    /// <summary>The area between amplitude and baseline in unit x seconds: the mean less the baseline, times the length of the window. Of amplitudes without correction and
    /// of differences only.</summary>
    Area,
}
