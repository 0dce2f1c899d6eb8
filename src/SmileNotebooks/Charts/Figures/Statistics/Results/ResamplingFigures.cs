using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of bootstraps, power and adjusted p values.</summary>
public static class ResamplingFigures
{
    /// <summary>The statistic of the resamples with estimate and interval; null without resamples or finite limits.</summary>
    /// <param name="bootstrap">A bootstrap.</param>
    /// <param name="options">Words.</param>
    public static Figure? Distribution(this BootstrapResult bootstrap, FigureOptions? options = null)
    {
        bool canDraw = !bootstrap.Distribution.IsEmpty && double.IsFinite(bootstrap.Interval.Width) && bootstrap.Distribution.All(double.IsFinite);
        return canDraw
            ? StatisticsFigures.BootstrapDistribution(bootstrap.Distribution.AsSpan(), bootstrap.Estimate, bootstrap.Interval, options)
            : null;
    }

    /// <summary>The simulated power with its Monte-Carlo interval; dashed: .80.</summary>
    /// <param name="power">A power.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this PowerResult power, FigureOptions? options = null)
    {
        options = (options ?? new()).Titled("Power");
        return StatisticsFigures.Forest(
            [new(power.SampleSize is int size ? $"n = {size}" : "power", power.Power, power.Interval)], reference: .8, isRatio: false,
            options with { Subtitle = options.Subtitle ?? $"simulated, {Apa.Percent(power.Interval.Level)}% Monte-Carlo interval; dashed: .80", XTitle = options.XTitle ?? "Power" });
    }

    /// <summary>Power over sample size.</summary>
    /// <param name="curve">A power curve.</param>
    /// <param name="target">The power that is wanted.</param>
    /// <param name="options">Words.</param>
    public static Figure Curve(this PowerCurve curve, double target = .8, FigureOptions? options = null) => StatisticsFigures.PowerCurve(
        [.. curve.Points.Select(point => new CurvePoint(point.SampleSize ?? 0, point.Power, point.Interval.Lower, point.Interval.Upper))],
        target,
        curve.Points[0].Alpha,
        options ?? new() { Level = curve.Points[0].Interval.Level });

    /// <summary>Power over the values of a parameter.</summary>
    /// <param name="sweep">Power at several values.</param>
    /// <param name="target">The power that is wanted.</param>
    /// <param name="options">Words.</param>
    public static Figure Curve(this PowerSweep sweep, double target = .8, FigureOptions? options = null)
    {
        options ??= new() { Level = sweep.Points[0].Power.Interval.Level };
        return StatisticsFigures.PowerCurve(
            [.. sweep.Points.Select(point => new CurvePoint(point.Value, point.Power.Power, point.Power.Interval.Lower, point.Power.Interval.Upper))],
            target,
            sweep.Points[0].Power.Alpha,
            options with { XTitle = options.XTitle ?? PlotlyText.Escape(sweep.Parameter) });
    }

    /// <summary>Each test's p before and after adjustment.</summary>
    /// <param name="adjusted">Adjusted p values.</param>
    /// <param name="level">Where the dashed line stands.</param>
    /// <param name="options">Words.</param>
    public static Figure Dots(this AdjustedPValues adjusted, double level = .05, FigureOptions? options = null) =>
        PValuePlot.Make(adjusted, level, (options ?? new()).Titled($"p values adjusted by {adjusted.Method}"));

    /// <summary>The average course with its latency and the interval of that.</summary>
    /// <param name="latency">A jackknife latency.</param>
    /// <param name="options">Words.</param>
    public static Figure Course(this JackknifeLatencyResult latency, FigureOptions? options = null) =>
        LatencyPlot.Make([("average", latency)], (options ?? new()).Titled("Jackknife latency"));

    /// <summary>Both average courses with their latencies.</summary>
    /// <param name="comparison">Two latencies.</param>
    /// <param name="names">What they are; by default <c>first</c> and <c>second</c>.</param>
    /// <param name="options">Words.</param>
    public static Figure Course(this JackknifeLatencyComparison comparison, (string First, string Second)? names = null, FigureOptions? options = null) => LatencyPlot.Make(
        [(names?.First ?? "first", comparison.First), (names?.Second ?? "second", comparison.Second)], (options ?? new()).Titled("Jackknife latencies"));
}
