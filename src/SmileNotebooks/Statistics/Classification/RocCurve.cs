// Receiver operating characteristic: how well scores rank events above other rows.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A point of a ROC curve.</summary>
/// <param name="Threshold">Rows with at least this score are called events; infinite at the first point.</param>
/// <param name="FalsePositiveRate">Share of the other rows that are called events (1 - specificity).</param>
/// <param name="TruePositiveRate">Share of events that are called so (sensitivity).</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);

/// <summary>A ROC curve with the area under it, which is the probability that an event scores higher than another row, ties counting half.
/// Standard errors after DeLong, DeLong and Clarke-Pearson (1988), from midranks in O(n log n) (Sun and Xu, 2014).</summary>
public sealed partial record RocCurve : IStatisticalResult
{
    /// <summary>The curve from (0, 0) to (1, 1), a point for each distinct score, falling thresholds.</summary>
    public required ImmutableArray<RocPoint> Points { get; init; }

    /// <summary>Area under the curve, 0 to 1; .5 is chance. Never turned around: below .5 the scores run the wrong way.</summary>
    public required double Auc { get; init; }

    /// <summary>DeLong's standard error; 0 where every event scores above every other row.</summary>
    public required double StandardError { get; init; }

    /// <summary>Normal interval of the area, cut at 0 and 1. Of width zero at a perfect area: then it says nothing about precision.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Two-sided p of an area of .5; NaN where the standard error is 0.</summary>
    public required double P { get; init; }

    /// <summary>How many rows are events.</summary>
    public required int Events { get; init; }

    /// <summary>How many rows are not.</summary>
    public required int Others { get; init; }

    /// <summary>The score of each row.</summary>
    public required ImmutableArray<double> Scores { get; init; }

    /// <summary>Whether each row is an event.</summary>
    public required ImmutableArray<bool> Outcomes { get; init; }

    /// <summary>The first point with the largest sum of sensitivity and specificity (Youden, 1950). Chosen on these rows it is optimistic for others.</summary>
    public RocPoint Best => Points.MaxBy(point => point.TruePositiveRate - point.FalsePositiveRate);

    /// <summary>What was left out because scores were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    internal RocPlacements Placements { get; init; } = null!;

    /// <inheritdoc/>
    public string Apa =>
        $"AUC = {SmileNotebooks.Apa.Bounded(Auc, 3)}, {SmileNotebooks.Apa.Interval(Interval, bounded: true, decimals: 3)}, "
        + $"{SmileNotebooks.Apa.P(P)}, {Events} events and {Others} others";

    /// <summary>The curve of scores.</summary>
    /// <param name="scores">One a row; higher means an event is more likely. Any unit, infinities included.</param>
    /// <param name="outcomes">Whether each row is an event.</param>
    /// <param name="level">Confidence of the interval. Default: .95.</param>
    /// <param name="missing">What to do with a row whose score is NaN. Default: an error that names it.</param>
    /// <exception cref="ArgumentException">Different lengths, a NaN (its row is named), no event or nothing else.</exception>
    public static RocCurve From(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, double level = 0.95, MissingValues missing = MissingValues.Fail)
    {
        Levels.Checked(level);
        (double[] kept, bool[] outcomesKept, DroppedRows dropped) = ScoredRows.Of(scores, outcomes, "score", missing);
        return Of(kept, outcomesKept, level) with { Dropped = dropped };
    }

    private static RocCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, double level)
    {
        Check(outcomes);
        RocPlacements placements = RocPlacements.Of(scores, outcomes);
        double error = Math.Sqrt(placements.Covariance(placements));
        double reach = Normal.UpperQuantile((1 - level) / 2) * error;
        return new RocCurve
        {
            Points = RocPoints.Of(scores, outcomes),
            Auc = placements.Auc,
            StandardError = error,
            Interval = new ConfidenceInterval(Math.Max(0, placements.Auc - reach), Math.Min(1, placements.Auc + reach), level),
            P = error > 0 ? Normal.TwoSided((placements.Auc - 0.5) / error) : double.NaN,
            Events = placements.Events.Length,
            Others = placements.Others.Length,
            Scores = [.. scores],
            Outcomes = [.. outcomes],
            Placements = placements,
        };
    }

    /// <summary>The curve of scores that records hold.</summary>
    /// <param name="rows">One record a row.</param>
    /// <param name="score">Its score.</param>
    /// <param name="outcome">Whether it is an event.</param>
    /// <param name="level">Confidence of the interval. Default: .95.</param>
    /// <param name="missing">What to do with a row whose score is NaN. Default: an error that names it.</param>
    public static RocCurve From<T>(
        IEnumerable<T> rows, Func<T, double> score, Func<T, bool> outcome, double level = 0.95, MissingValues missing = MissingValues.Fail)
    {
        T[] all = [.. rows];
        return From((ReadOnlySpan<double>)Array.ConvertAll(all, row => score(row)), Array.ConvertAll(all, row => outcome(row)), level, missing);
    }

    /// <summary>DeLong's test of the difference of two areas on the same rows.</summary>
    /// <param name="other">Another score's curve, of the same rows in the same order.</param>
    /// <param name="level">Confidence of the interval. Default: .95.</param>
    /// <exception cref="ArgumentException">The curves' outcomes differ.</exception>
    public RocComparison Paired(RocCurve other, double level = 0.95) =>
        other.Outcomes.SequenceEqual(Outcomes)
            ? RocComparison.Of(this, other, Placements.Covariance(other.Placements), isPaired: true, level)
            : throw new ArgumentException("A paired comparison needs curves of the same rows in the same order; their outcomes differ.", nameof(other));

    /// <summary>Test of the difference of two areas on different, independent rows.</summary>
    /// <param name="other">Another curve.</param>
    /// <param name="level">Confidence of the interval. Default: .95.</param>
    public RocComparison Unpaired(RocCurve other, double level = 0.95) => RocComparison.Of(this, other, covariance: 0, isPaired: false, level);

    /// <summary>The area, and the point that Youden's index prefers.</summary>
    public ResultTable ToTable() => new(
        "ROC curve",
        ["", "AUC", "SE", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "p", "best threshold", "sensitivity", "specificity"],
        [["score", SmileNotebooks.Apa.Bounded(Auc, 3), SmileNotebooks.Apa.Bounded(StandardError, 3), SmileNotebooks.Apa.Limits(Interval, bounded: true, decimals: 3),
          SmileNotebooks.Apa.PCell(P), SmileNotebooks.Apa.Quantity(Best.Threshold), SmileNotebooks.Apa.Bounded(Best.TruePositiveRate, 3),
          SmileNotebooks.Apa.Bounded(1 - Best.FalsePositiveRate, 3)]])
    {
        Note = $"{Events} events, {Others} others; DeLong standard error; best threshold by Youden's index on the same rows."
            + (Dropped.Count == 0 ? "" : $" Missing scores: {Dropped}."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private static void Check(ReadOnlySpan<bool> outcomes)
    {
        int events = outcomes.Count(true);
        if (events == 0 || events == outcomes.Length)
        {
            throw new ArgumentException($"Of {outcomes.Length} rows {events} are events; a ROC curve needs both outcomes.", nameof(outcomes));
        }
    }
}
