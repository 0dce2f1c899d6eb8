// How a response is counted from what preceded the stimulus.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>A baseline correction: applied after amplitudes have been summarised (over a bin or a window), so that the logarithm is taken of mean amplitudes and not
/// averaged over samples.</summary>
/// <param name="Method">How the response is counted.</param>
/// <param name="From">Where the baseline begins: seconds from the event.</param>
/// <param name="To">Where it ends: seconds from the event, excluded.</param>
public sealed record Baseline(BaselineMethod Method, double From, double To)
{
    /// <summary>No correction.</summary>
    public static Baseline None { get; } = new(BaselineMethod.None, 0, 0);

    /// <summary>Whether there is a stretch before the stimulus that responses are counted from.</summary>
    internal bool HasWindow => Method is BaselineMethod.LogRatio or BaselineMethod.Percent or BaselineMethod.Difference;

    /// <summary>Whether responses are divided by the baseline, which only amplitudes above zero can be.</summary>
    internal bool IsRatio => Method is BaselineMethod.LogRatio or BaselineMethod.Percent;

    /// <summary>What a corrected value is, as in "log ratio to baseline (-2 to 0 s)".</summary>
    /// <param name="unit">The unit of the amplitudes.</param>
    internal string Measure(string unit)
    {
        string amplitude = unit.Length > 0 ? $" ({unit})" : "";
        return Method switch
        {
            BaselineMethod.LogRatio => $"log ratio to baseline ({Stretch})",
            BaselineMethod.Percent => $"percent of baseline ({Stretch})",
            BaselineMethod.Difference => $"difference from baseline ({Stretch}){amplitude}",
            BaselineMethod.ZScore => "z within participant",
            _ => $"amplitude{amplitude}",
        };
    }

    private string Stretch => Invariant($"{From:0.######} to {To:0.######} s");
}
