namespace SmileNotebooks;

/// <summary>Ways to count a response from its baseline.</summary>
public enum BaselineMethod
{
    /// <summary>Not at all: amplitudes stay as they are.</summary>
    None,

    /// <summary>ln(response / baseline).</summary>
    LogRatio,

    /// <summary>100 (response / baseline) - percent of the baseline, 100 for no change.</summary>
    Percent,

    /// <summary>response - baseline, in the unit of the signal.</summary>
    Difference,

    /// <summary>(response - mean) / SD over all samples of a participant's epochs of that muscle, baselines included.</summary>
    ZScore,
}
