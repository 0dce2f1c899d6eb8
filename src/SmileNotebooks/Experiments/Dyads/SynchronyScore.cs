namespace SmileNotebooks;

/// <summary>How the correlations of all windows and lags become one number for a dyad. All are means of Fisher's z.</summary>
public enum SynchronyScore
{
    /// <summary>The greatest, over lags, of the mean over windows: high where the second follows the first by about the same lag throughout. It has a lag.</summary>
    PeakOfMean,

    /// <summary>The mean over windows of the greatest over lags: high where one follows the other by whatever lag. Its expectation without any relation is above 0.</summary>
    MeanOfPeaks,

    /// <summary>The mean over windows and lags of |z|, after Ramseyer and Tschacher (2011, Journal of Consulting and Clinical Psychology 79, 284): movements against each other count
    /// as synchrony too. Its expectation without any relation is above 0.</summary>
    MeanAbsolute,
}
