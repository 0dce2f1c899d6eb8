// What may be chosen in equivalence tests.
namespace SmileNotebooks;

/// <summary>The unit in which equivalence bounds are given.</summary>
public enum EquivalenceUnit
{
    /// <summary>The unit of the data.</summary>
    Raw,

    /// <summary>Standard deviations: of the sample, of the differences, or pooled, as for Cohen's d.</summary>
    StandardDeviations,
}

/// <summary>Options of <see cref="Tost"/>.</summary>
public sealed record TostOptions
{
    /// <summary>Unit of the bounds. Default: that of the data.</summary>
    public EquivalenceUnit Unit { get; init; } = EquivalenceUnit.Raw;

    /// <summary>The error rate of each one-sided test; the interval has confidence 1 - 2 alpha. Default: .05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>For independent samples: a pooled variance instead of Welch's test. Default: false.</summary>
    public bool EqualVariances { get; init; }

    /// <summary>What is done where a value is not finite. Default: an error.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;
}
