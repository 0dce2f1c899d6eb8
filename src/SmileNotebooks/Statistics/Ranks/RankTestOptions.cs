// What may be chosen in rank tests.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Which null distribution a rank test takes its p from.</summary>
public enum NullDistribution
{
    /// <summary>Exact for fewer than 50 values (in each sample), ties or not; otherwise normal.</summary>
    Automatic,

    /// <summary>The permutation distribution given the ranks at hand: exact, with ties as without.</summary>
    Exact,

    /// <summary>The normal approximation, its variance corrected for ties.</summary>
    Normal,
}

/// <summary>What a signed-rank test does with differences that equal the value under the null hypothesis.</summary>
public enum ZeroDifferences
{
    /// <summary>They are left out before ranking (Wilcoxon, 1945).</summary>
    Discard,

    /// <summary>They are ranked with the others, then their ranks are left out (Pratt, 1959).</summary>
    Pratt,
}

/// <summary>Options of rank tests.</summary>
public record RankTestOptions
{
    /// <summary>The alternative hypothesis. Default: two-sided.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>The shift (pseudomedian, or first less second sample) under the null hypothesis, in the unit of the data. Default: 0.</summary>
    public double NullShift { get; init; }

    /// <summary>Where p comes from. Default: exact where small.</summary>
    public NullDistribution Distribution { get; init; } = NullDistribution.Automatic;

    /// <summary>Whether the normal approximation moves the statistic half a unit towards its mean. Default: true.</summary>
    public bool ContinuityCorrection { get; init; } = true;

    /// <summary>Confidence of the interval of the shift. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What is done where a value is not finite. Default: an error.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    internal void Check()
    {
        Levels.Checked(Level);
        if (!double.IsFinite(NullShift))
        {
            throw new ArgumentException(Invariant($"NullShift is {NullShift}, expected a finite number."));
        }
    }
}

/// <summary>Options of <see cref="WilcoxonSignedRank"/>.</summary>
public sealed record WilcoxonSignedRankOptions : RankTestOptions
{
    /// <summary>What is done with zero differences. Default: they are left out.</summary>
    public ZeroDifferences Zeros { get; init; } = ZeroDifferences.Discard;
}
