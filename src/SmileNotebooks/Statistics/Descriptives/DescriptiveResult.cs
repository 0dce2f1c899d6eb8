// What one sample is like.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Descriptives of one sample: <c>M = 0.167, SD = 0.327, 95% CI [0.091, 0.243], n = 74</c>.</summary>
public sealed partial record DescriptiveResult : IStatisticalResult
{
    /// <summary>What the sample is called.</summary>
    public required string Name { get; init; }

    /// <summary>Number of values.</summary>
    public required int N { get; init; }

    /// <summary>Arithmetic mean.</summary>
    public required double Mean { get; init; }

    /// <summary>With n - 1; NaN of one value, 0 of values that are all equal.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Standard error of the mean; NaN of one value.</summary>
    public required double StandardError { get; init; }

    /// <summary>Student's t interval of the mean: assumes a normal mean. NaN of one value.</summary>
    public required ConfidenceInterval MeanInterval { get; init; }

    /// <summary>Chi-squared interval of the standard deviation: assumes normal data, and is wrong by much where they are not. NaN of one value.</summary>
    public required ConfidenceInterval StandardDeviationInterval { get; init; }

    /// <summary>Middle value, or the mean of both.</summary>
    public required double Median { get; init; }

    /// <summary>Interval of the median between two values, after the binomial distribution: no assumption on the shape, at least the level asked for. Infinite where
    /// the sample is too small for the level.</summary>
    public required ConfidenceInterval MedianInterval { get; init; }

    /// <summary>First and third quartile by linear interpolation (Hyndman and Fan, 1996, definition 7).</summary>
    public required (double Lower, double Upper) Quartiles { get; init; }

    /// <summary>Smallest value.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public required double Maximum { get; init; }

    /// <summary>G1 (Joanes and Gill, 1998), 0 for a symmetric sample; NaN of fewer than three values or without spread.</summary>
    public required double Skewness { get; init; }

    /// <summary>G2 (Joanes and Gill, 1998), about 0 for normal data; NaN of fewer than four values or without spread.</summary>
    public required double ExcessKurtosis { get; init; }

    /// <summary>The values, in the caller's order.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>What was left out because values were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <inheritdoc/>
    public string Apa =>
        $"M = {SmileNotebooks.Apa.Quantity(Mean)}, SD = {SmileNotebooks.Apa.Quantity(StandardDeviation)}, "
        + $"{SmileNotebooks.Apa.QuantityInterval(MeanInterval)}, n = {N}";

    /// <inheritdoc/>
    public ResultTable ToTable() => DescriptiveTable.Of("Descriptives", [this]);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
