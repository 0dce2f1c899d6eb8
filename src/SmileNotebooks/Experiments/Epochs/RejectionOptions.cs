// Which epochs are rejected as artefacts.
namespace SmileNotebooks;

/// <summary>Criteria of <see cref="Epochs.Reject(RejectionOptions?)"/>. An epoch is left out by the first that it fails, in the order of this list.</summary>
public sealed record RejectionOptions
{
    /// <summary>The share of samples that may be missing (NaN), 0 to 1. Default: 0, none. What is kept in spite of a gap is left out later where the gap lies in a window
    /// or baseline that is asked for.</summary>
    public double MissingShare { get; init; }

    /// <summary>How long the signal may stay at one value, in seconds; an epoch that does so for as long or longer is flat. Default: null, which rejects epochs that are flat from
    /// their first to their last sample.</summary>
    public double? FlatSeconds { get; init; }

    /// <summary>The smallest amplitude allowed, in the unit of the signal. Default: null, none.</summary>
    public double? Lowest { get; init; }

    /// <summary>The largest amplitude allowed, in the unit of the signal. Default: null, none.</summary>
    public double? Highest { get; init; }

    /// <summary>How many SD the mean of a baseline may lie from the mean of the participant's baselines, all conditions together. Default: 3; null for no limit. With ten
    /// epochs or fewer no baseline can lie beyond 3 SD, because n values reach at most (n - 1) / sqrt(n) SD from their mean.</summary>
    public double? BaselineDeviations { get; init; } = 3;

    /// <summary>Where that baseline begins: seconds from the event. Default: null, where the baseline of the correction begins, or the epoch.</summary>
    public double? BaselineFrom { get; init; }

    /// <summary>Where that baseline ends: seconds from the event, excluded. Default: null, where the baseline of the correction ends, or at the event.</summary>
    public double? BaselineTo { get; init; }

    internal static RejectionOptions Default { get; } = new();

    internal void Check()
    {
        Require(MissingShare is >= 0 and <= 1, MissingShare, "share of missing samples", "0 to 1");
        Require(FlatSeconds is null or > 0, FlatSeconds, "flat stretch", "a positive number of seconds");
        Require(!(Lowest >= Highest) && Lowest is not double.NaN && Highest is not double.NaN, Lowest, "lowest amplitude", "a number below the highest");
        Require(BaselineDeviations is null or > 0, BaselineDeviations, "limit of baselines in SD", "a positive number");
    }

    private static void Require(bool holds, double? found, string what, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {what} is {found}, expected {expected}."));
        }
    }
}
