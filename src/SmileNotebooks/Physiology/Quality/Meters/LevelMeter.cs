// Levels of a channel: of rest, of activity, and how the baseline wanders.
namespace SmileNotebooks;

internal sealed class LevelMeter : QualityMeter
{
    private readonly LogHistogram _levels = new();
    private readonly LogHistogram _deviations = new();
    private readonly List<(double Minute, double Mean)> _seconds = [];
    private readonly SampleWindows _short;
    private readonly SampleWindows _long;

    public LevelMeter(double samplingRate, bool isAmplitude)
    {
        int tenth = SampleWindows.TenthOfSecond(samplingRate);
        int second = (int)Math.Clamp(Math.Round(samplingRate), tenth, 1 << 24);
        _short = new(tenth, tenth, (samples, _) =>
        {
            WindowMoments moments = WindowMoments.Of(samples);
            if (!double.IsNaN(moments.Sd))
            {
                _deviations.Add(moments.Sd);
                _levels.Add(isAmplitude ? Math.Max(0, moments.Mean) : moments.Sd);
            }
        });
        _long = new(second, second, (samples, start) =>
        {
            double mean = WindowMoments.Of(samples).Mean;
            if (!double.IsNaN(mean))
            {
                _seconds.Add(((start + (second / 2.0)) / samplingRate / 60, mean));
            }
        });
    }

    public double Rest => _levels.Quantile(0.1);

    public double Activity => _levels.Quantile(0.95);

    /// <summary>The median SD within a tenth of a second.</summary>
    public double MedianSd => _deviations.Quantile(0.5);

    public override void Add(ReadOnlySpan<double> samples)
    {
        _short.Add(samples);
        _long.Add(samples);
    }

    public override void End()
    {
        // A signal of less than a tenth of a second is one short window.
        if (_levels.Count == 0 && WindowMoments.Of(_short.Rest) is { Sd: >= 0 } moments)
        {
            _deviations.Add(moments.Sd);
            _levels.Add(moments.Sd);
        }
    }

    /// <summary>How far the means of seconds wander, in median SDs, and their slope in unit a minute.</summary>
    public (double Wander, double Slope) Drift()
    {
        if (_seconds.Count < 2)
        {
            return (double.NaN, double.NaN);
        }

        double[] means = [.. _seconds.Select(second => second.Mean)];
        double wander = Medians.DeviationOf(means, Medians.Of(means)) / 0.67448975019608171;
        double time = _seconds.Average(second => second.Minute);
        double level = means.Average();
        double slope = _seconds.Sum(second => (second.Minute - time) * (second.Mean - level)) / _seconds.Sum(second => (second.Minute - time) * (second.Minute - time));
        return (MedianSd > 0 ? wander / MedianSd : double.NaN, slope);
    }
}
