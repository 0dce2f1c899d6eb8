// What jackknife latencies found.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The latency of the average response of one condition or group, or of the difference of two groups' averages.</summary>
public sealed partial record JackknifeLatencyResult : IStatisticalResult
{
    /// <summary>In seconds, of the average of all participants.</summary>
    public required double Latency { get; init; }

    /// <summary>By the jackknife, in seconds.</summary>
    public required double StandardError { get; init; }

    /// <summary>Latency plus or minus the point of t times the standard error, in seconds; t has participants - 1 degrees of freedom, Welch's for the difference of two groups.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The latency of the average of all participants but one, for each of them, in seconds. They are not latencies of participants.</summary>
    public required ImmutableArray<double> LeaveOneOut { get; init; }

    /// <summary>The average course of all participants.</summary>
    public required ImmutableArray<double> Average { get; init; }

    /// <summary>What counted as begun, in words.</summary>
    public required string Criterion { get; init; }

    /// <summary>Samples a second.</summary>
    public required double SamplingRate { get; init; }

    /// <summary>The time of the first sample in seconds.</summary>
    public required double StartTime { get; init; }

    /// <summary>Participants that were left out, by their place in the data.</summary>
    public required DroppedRows Dropped { get; init; }

    /// <summary>How many took part.</summary>
    public int Participants => LeaveOneOut.Length;

    /// <inheritdoc/>
    public string Apa =>
        $"Latency ({Criterion}, jackknife, n = {Participants}) = {SmileNotebooks.Apa.Number(Latency, 3)} s, SE = {SmileNotebooks.Apa.Number(StandardError, 3)}, "
        + SmileNotebooks.Apa.Interval(Interval, decimals: 3);

    /// <inheritdoc/>
    public ResultTable ToTable() => new("Jackknife latency", LatencyTable.Columns(Interval), [LatencyTable.Row("latency", Latency, StandardError, Interval, Participants)])
    {
        Note = LatencyTable.Note(Criterion, [Dropped]),
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;
}

/// <summary>The difference of two latencies, the first less the second.</summary>
public sealed partial record JackknifeLatencyComparison : IStatisticalResult
{
    /// <summary>The first condition or group.</summary>
    public required JackknifeLatencyResult First { get; init; }

    /// <summary>The second condition or group.</summary>
    public required JackknifeLatencyResult Second { get; init; }

    /// <summary>Of the difference, by the jackknife, in seconds.</summary>
    public required double StandardError { get; init; }

    /// <summary>Of the difference, in seconds.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Degrees of freedom: pairs - 1, or Welch's for groups.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>The difference divided by its standard error (Miller, Patterson and Ulrich, 1998).</summary>
    public required double T { get; init; }

    /// <summary>Two-sided.</summary>
    public required double P { get; init; }

    /// <summary>Whether both are conditions of the same participants.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>In seconds.</summary>
    public double Difference => First.Latency - Second.Latency;

    /// <inheritdoc/>
    public string Apa =>
        $"Latency difference ({First.Criterion}, jackknife) = {SmileNotebooks.Apa.Number(Difference, 3)} s, t({SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom)}) = "
        + $"{SmileNotebooks.Apa.Number(T)}, {SmileNotebooks.Apa.P(P)}, {SmileNotebooks.Apa.Interval(Interval, decimals: 3)}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Jackknife latencies",
        LatencyTable.Columns(Interval),
        [
            LatencyTable.Row("first", First.Latency, First.StandardError, First.Interval, First.Participants),
            LatencyTable.Row("second", Second.Latency, Second.StandardError, Second.Interval, Second.Participants),
            LatencyTable.Row("difference", Difference, StandardError, Interval, First.Participants + (IsPaired ? 0 : Second.Participants)),
        ])
    {
        Note = LatencyTable.Note(First.Criterion, IsPaired || Second.Dropped.Count == 0 ? [First.Dropped] : [First.Dropped, Second.Dropped]),
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;
}

/// <summary>Cells of latency tables.</summary>
internal static class LatencyTable
{
    public static ImmutableArray<string> Columns(ConfidenceInterval interval) => ["", "s", "SE", $"{Apa.Percent(interval.Level)}% lower", "upper", "n"];

    public static ImmutableArray<string> Row(string name, double seconds, double error, ConfidenceInterval interval, int participants) =>
        [name, Apa.Number(seconds, 3), Apa.Number(error, 3), Apa.Number(interval.Lower, 3), Apa.Number(interval.Upper, 3), $"{participants}"];

    /// <summary>Of one sample, or of two groups whose rows are counted apart.</summary>
    public static string Note(string criterion, ImmutableArray<DroppedRows> dropped) => $"Last crossing before the peak: {criterion}{string.Concat(dropped.Select((rows, group) =>
        rows.Count == 0 ? "" : $"; {(dropped.Length == 1 ? "" : group == 0 ? "first group: " : "second group: ")}{rows}"))}.";
}
