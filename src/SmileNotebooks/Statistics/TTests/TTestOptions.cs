// What may be chosen in t tests.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Options of <see cref="TTest"/>.</summary>
public sealed record TTestOptions
{
    /// <summary>The alternative hypothesis, about the mean, or about the first mean less the second. Default: two-sided.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>The mean, or mean difference, under the null hypothesis, in the unit of the data. Default: 0.</summary>
    public double Null { get; init; }

    /// <summary>Confidence of the intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>For independent samples: Student's test with a pooled variance instead of Welch's. Default: false.</summary>
    public bool EqualVariances { get; init; }

    /// <summary>What is done where a value is not finite. A pair goes as a whole. Default: an error.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    internal static TTestOptions Default { get; } = new();

    internal void Check()
    {
        Levels.Checked(Level);
        if (!double.IsFinite(Null))
        {
            throw new ArgumentException(Invariant($"The mean under the null hypothesis is {Null}, expected a finite number."), nameof(Null));
        }
    }
}
