// Second pass: flat windows and artefacts, which are told from the levels of the first.
namespace SmileNotebooks;

/// <summary>Finds flat windows, and samples and steps that stand out of the windows before and after.</summary>
/// <remarks>An artefact is short: the windows beside it are quiet. A burst of muscle activity that lasts two windows or longer has a neighbour that is as loud, so that its
/// beginning is no artefact.</remarks>
internal sealed class StandOutMeter : QualityMeter
{
    private const int MostTimes = 1000;
    private const double FlatPart = 1e-3;

    private readonly double _samplingRate;
    private readonly double _factor;
    private readonly double _medianSd;
    private readonly double _highest;
    private readonly double _lowest;
    private readonly int _length;
    private readonly SampleWindows _windows;
    private readonly double[] _middle;
    private readonly List<double> _times = [];
    private WindowMoments _before = new(double.NaN, double.NaN);
    private WindowMoments _now = new(double.NaN, double.NaN);
    private double _lastBefore = double.NaN;
    private long _start = -1;
    private long _lastArtefact = long.MinValue;
    private long _flatRun;

    /// <param name="samplingRate">In Hz.</param>
    /// <param name="factor">How far out an artefact is, in SDs.</param>
    /// <param name="medianSd">The median SD of windows.</param>
    /// <param name="highest">The upper rail.</param>
    /// <param name="lowest">The lower rail; NaN where there is none.</param>
    public StandOutMeter(double samplingRate, double factor, double medianSd, double highest, double lowest)
    {
        _samplingRate = samplingRate;
        _factor = factor;
        _medianSd = medianSd;
        (_highest, _lowest) = highest > lowest || double.IsNaN(lowest) ? (highest, lowest) : (double.NaN, double.NaN);
        _length = SampleWindows.TenthOfSecond(samplingRate);
        _middle = new double[_length];
        _windows = new(_length, _length, Take);
    }

    /// <summary>Samples in windows of which at least half are there.</summary>
    public long Finite { get; private set; }

    /// <summary>Samples in flat windows.</summary>
    public long Flat { get; private set; }

    /// <summary>The longest flat stretch, in samples.</summary>
    public long LongestFlat { get; private set; }

    public int Artefacts { get; private set; }

    /// <summary>When the first of them are, in seconds.</summary>
    public IReadOnlyList<double> Times => _times;

    public override void Add(ReadOnlySpan<double> samples) => _windows.Add(samples);

    public override void End()
    {
        // The last window has no neighbour behind it. What is left fills no window: it is looked at for flatness alone.
        Look(_now, new(double.NaN, double.NaN));
        CountFlat(_windows.Rest, WindowMoments.Of(_windows.Rest));
    }

    private void Take(ReadOnlySpan<double> samples, long start)
    {
        WindowMoments next = WindowMoments.Of(samples);
        CountFlat(samples, next);
        Look(_now, next);
        _lastBefore = _start < 0 ? double.NaN : _middle[^1];
        (_before, _now, _start) = (_now, next, start);
        samples.CopyTo(_middle);
    }

    private void CountFlat(ReadOnlySpan<double> samples, WindowMoments moments)
    {
        if (double.IsNaN(moments.Sd))
        {
            _flatRun = 0;
            return;
        }

        Finite += samples.Length;
        bool atRail = moments.Sd == 0 && (moments.Mean == _highest || moments.Mean == _lowest);
        _flatRun = !atRail && (moments.Sd == 0 || moments.Sd < FlatPart * _medianSd) ? _flatRun + samples.Length : 0;
        Flat += _flatRun > 0 ? samples.Length : 0;
        LongestFlat = Math.Max(LongestFlat, _flatRun);
    }

    // Looks at the middle one of three windows, once the one behind it is known.
    private void Look(WindowMoments now, WindowMoments next)
    {
        if (_start < 0 || double.IsNaN(now.Sd) || (double.IsNaN(_before.Sd) && double.IsNaN(next.Sd)))
        {
            return;
        }

        double before = double.IsNaN(_before.Sd) ? next.Mean : _before.Mean;
        double behind = double.IsNaN(next.Sd) ? _before.Mean : next.Mean;
        double limit = _factor * Math.Max(_medianSd, Math.Max(double.IsNaN(_before.Sd) ? 0 : _before.Sd, double.IsNaN(next.Sd) ? 0 : next.Sd));
        if (limit == 0)
        {
            return;
        }

        double last = _lastBefore;
        for (int i = 0; i < _middle.Length; i++)
        {
            double sample = _middle[i];
            double distance = Math.Min(Math.Abs(sample - before), Math.Abs(sample - behind));
            if (distance > limit || Math.Abs(sample - last) > limit)
            {
                Count(_start + i);
            }

            last = sample;
        }
    }

    private void Count(long sample)
    {
        if (sample - _lastArtefact > _length || _lastArtefact < 0)
        {
            Artefacts++;
            if (_times.Count < MostTimes)
            {
                _times.Add(sample / _samplingRate);
            }
        }

        _lastArtefact = sample;
    }
}
