// What power simulations found.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The share of simulated experiments that found what they looked for.</summary>
public sealed partial record PowerResult : IStatisticalResult
{
    /// <summary>How many experiments were significant.</summary>
    public required int Significant { get; init; }

    /// <summary>How many were simulated.</summary>
    public required int Simulations { get; init; }

    /// <summary>How many had a p that is not a number; they count as not significant.</summary>
    public required int Undefined { get; init; }

    /// <summary>The Monte-Carlo interval of the power (Wilson, 1927).</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The level of the test.</summary>
    public required double Alpha { get; init; }

    /// <summary>The seed of the experiments.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The size of each experiment; null where the simulation has none.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Between 0 and 1.</summary>
    public double Power => (double)Significant / Simulations;

    /// <summary>The standard error that the power has because it was simulated.</summary>
    public double MonteCarloError => Math.Sqrt(Power * (1 - Power) / Simulations);

    /// <inheritdoc/>
    public string Apa =>
        $"Power{(SampleSize is { } size ? $" at n = {size}" : "")} = {SmileNotebooks.Apa.Bounded(Power, 3)}, Monte-Carlo {SmileNotebooks.Apa.Interval(Interval, bounded: true, decimals: 3)} "
        + $"({Simulations.ToString("N0", CultureInfo.InvariantCulture)} simulated experiments, alpha = {SmileNotebooks.Apa.Bounded(Alpha, 3).TrimEnd('0')}, seed {Seed}"
        + $"{(Undefined == 0 ? "" : $"; {Undefined} without a p")})";

    /// <inheritdoc/>
    public ResultTable ToTable() => PowerTable.Of("Power by simulation", [this]);

    /// <inheritdoc/>
    public override string ToString() => Apa;
}

/// <summary>Power at several sample sizes.</summary>
/// <param name="Points">In order of their sample sizes; each has one.</param>
public sealed partial record PowerCurve(ImmutableArray<PowerResult> Points) : IStatisticalResult
{
    /// <inheritdoc/>
    public string Apa => Points.Length == 1
        ? Points[0].Apa
        : $"Power of {Points[0].Simulations.ToString("N0", CultureInfo.InvariantCulture)} simulated experiments each, Monte-Carlo {SmileNotebooks.Apa.Percent(Points[0].Interval.Level)}% CI "
            + $"(alpha = {SmileNotebooks.Apa.Bounded(Points[0].Alpha, 3).TrimEnd('0')}, seed {Points[0].Seed}):\n"
            + string.Join('\n', Points.Select(Line));

    /// <inheritdoc/>
    public ResultTable ToTable() => PowerTable.Of("Power curve by simulation", Points);

    // What all sizes share is said once.
    private static string Line(PowerResult point) =>
        $"n = {point.SampleSize}: {SmileNotebooks.Apa.Bounded(point.Power, 3)} {SmileNotebooks.Apa.Limits(point.Interval, bounded: true, decimals: 3)}"
        + (point.Undefined == 0 ? "" : $" ({point.Undefined} without a p)");

    /// <inheritdoc/>
    public override string ToString() => Apa;
}

/// <summary>The smallest sample size at which simulated power reaches a target.</summary>
/// <param name="SampleSize">Null where even the largest size that was allowed falls short.</param>
/// <param name="Target">The power that was asked for.</param>
/// <param name="Curve">All sizes that were simulated on the way.</param>
public sealed partial record SampleSizeResult(int? SampleSize, double Target, PowerCurve Curve) : IStatisticalResult
{
    /// <inheritdoc/>
    public string Apa => SampleSize is { } size
        ? $"n = {size} for a power of {SmileNotebooks.Apa.Bounded(Target)}: {Curve.Points.Single(point => point.SampleSize == size).Apa}"
        : $"No sample size up to {Curve.Points[^1].SampleSize} has a power of {SmileNotebooks.Apa.Bounded(Target)}: {Curve.Points[^1].Apa}";

    /// <inheritdoc/>
    public ResultTable ToTable() => PowerTable.Of($"Sample size for a power of {SmileNotebooks.Apa.Bounded(Target)}", Curve.Points);

    /// <inheritdoc/>
    public override string ToString() => Apa;
}

/// <summary>Tables of power.</summary>
internal static class PowerTable
{
    public static ResultTable Of(string title, ImmutableArray<PowerResult> points) => new(
        title,
        ["n", "power", "Monte-Carlo error", "lower", "upper", "significant", "simulated"],
        [
            .. points.Select(point => ImmutableArray.Create(
                point.SampleSize?.ToString(CultureInfo.InvariantCulture) ?? "",
                Apa.Bounded(point.Power, 3),
                Apa.Bounded(point.MonteCarloError, 3),
                Apa.Bounded(point.Interval.Lower, 3),
                Apa.Bounded(point.Interval.Upper, 3),
                point.Significant.ToString(CultureInfo.InvariantCulture),
                point.Simulations.ToString(CultureInfo.InvariantCulture))),
        ])
    {
        Note = $"Alpha = {Apa.Bounded(points[0].Alpha, 3).TrimEnd('0')}, seed {points[0].Seed}; {Apa.Percent(points[0].Interval.Level)}% Monte-Carlo intervals after Wilson.",
    };
}
