// How a response is counted from what preceded the stimulus.
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

    /// <summary>(response - mean) / SD over all of a participant's epochs of that muscle, baselines included.</summary>
    ZScore,
}

/// <summary>A baseline correction: applied after amplitudes have been summarised (over a bin or a window), so that the logarithm is taken of mean amplitudes and not
/// averaged over samples.</summary>
/// <param name="Method">How the response is counted.</param>
/// <param name="From">Where the baseline begins: seconds from the event.</param>
/// <param name="To">Where it ends: seconds from the event, excluded.</param>
public sealed record Baseline(BaselineMethod Method, double From, double To)
{
    /// <summary>No correction.</summary>
    public static Baseline None { get; } = new(BaselineMethod.None, 0, 0);
}
