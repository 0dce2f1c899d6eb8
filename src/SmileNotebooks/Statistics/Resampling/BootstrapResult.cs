// What a bootstrap found.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The result of a bootstrap.</summary>
public sealed partial record BootstrapResult : IStatisticalResult
{
    /// <summary>The statistic of the data.</summary>
    public required double Estimate { get; init; }

    /// <summary>Limits and level.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>How the limits were found.</summary>
    public required BootstrapMethod Method { get; init; }

    /// <summary>The standard deviation of the statistic over the resamples.</summary>
    public required double StandardError { get; init; }

    /// <summary>The mean of the statistic over the resamples less the estimate.</summary>
    public required double Bias { get; init; }

    /// <summary>The statistic of each resample, ascending.</summary>
    public required ImmutableArray<double> Distribution { get; init; }

    /// <summary>How many resamples had no finite statistic and were left out (as a correlation has none where a resample does not vary).</summary>
    public required int Undefined { get; init; }

    /// <summary>How many units were resampled: values, pairs, rows, or clusters; one number for each independent group.</summary>
    public required ImmutableArray<int> Units { get; init; }

    /// <summary>The seed of the resamples.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Rows that were left out because of missing values.</summary>
    public required DroppedRows Dropped { get; init; }

    /// <summary>How many resamples were drawn.</summary>
    public int Resamples => Distribution.Length + Undefined;

    /// <inheritdoc/>
    public string Apa =>
        $"{SmileNotebooks.Apa.Quantity(Estimate)}, {SmileNotebooks.Apa.Percent(Interval.Level)}% {MethodName} CI "
        + $"[{SmileNotebooks.Apa.Quantity(Interval.Lower)}, {SmileNotebooks.Apa.Quantity(Interval.Upper)}] ({ResampleWords})";

    private string MethodName => Method == BootstrapMethod.BCa ? "BCa bootstrap" : "percentile bootstrap";

    private string ResampleWords =>
        $"{Resamples.ToString("N0", CultureInfo.InvariantCulture)} resamples, seed {Seed}{(Undefined == 0 ? "" : $", {Undefined} of them without a statistic")}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Bootstrap",
        ["method", "estimate", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% lower", "upper", "SE", "bias", "n"],
        [
            [
                MethodName, SmileNotebooks.Apa.Quantity(Estimate), SmileNotebooks.Apa.Quantity(Interval.Lower), SmileNotebooks.Apa.Quantity(Interval.Upper),
                SmileNotebooks.Apa.Quantity(StandardError), SmileNotebooks.Apa.Quantity(Bias), string.Join(", ", Units),
            ],
        ])
    {
        Note = $"{ResampleWords}{(Dropped.Count == 0 ? "" : $"; {Dropped}")}.",
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
