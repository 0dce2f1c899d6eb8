// Line noise: how much of the power lies at the frequency of the mains and its harmonics, beyond what their neighbours have.
using MathNet.Numerics.IntegralTransforms;

namespace SmileNotebooks;

/// <summary>Sums the spectra of overlapping segments with a Hann window, each divided by its own power, so that neither a burst nor an artefact outweighs the rest.</summary>
internal sealed class LinePowerMeter : QualityMeter
{
    /// <summary>The lower of the two frequencies that mains have, in Hz.</summary>
    public const double Lowest = 50;

    /// <summary>How far from the frequency its power is looked for, in Hz: mains stray by .2 Hz, and the window spreads them over twice the resolution of .5 Hz.</summary>
    public const double HalfWidth = 1.5;

    // Neighbours begin where the line ends, and reach this far, in Hz.
    private const double Reach = 6;

    // Drift and movement are no part of the power that line noise is compared with.
    private const double LowestPower = 5;

    private readonly double[] _frequencies;
    private readonly double _binWidth;
    private readonly double _nyquist;
    private readonly double[] _window;
    private readonly double[] _real;
    private readonly double[] _imaginary;
    private readonly double[] _sums;
    private readonly SampleWindows _segments;
    private int _count;

    private LinePowerMeter(double samplingRate, double[] frequencies)
    {
        int length = 1 << (int)Math.Ceiling(Math.Log2(2 * samplingRate));
        _frequencies = frequencies;
        _binWidth = samplingRate / length;
        _nyquist = samplingRate / 2;
        _window = [.. Enumerable.Range(0, length).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / length)))];
        _real = new double[length];
        _imaginary = new double[length];
        _sums = new double[(length / 2) + 1];
        _segments = new(length, length / 2, Take);
    }

    /// <summary>A meter for a channel; null where no frequency of the mains lies below half its sampling rate, and for amplitudes, in which rectification has moved it elsewhere.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="frequency">Of the mains, in Hz; null for 50 or 60.</param>
    public static LinePowerMeter? For(Channel channel, double? frequency)
    {
        double[] within = [.. (frequency is { } known ? [known] : new[] { Lowest, 60 }).Where(one => one + HalfWidth <= channel.SamplingRate / 2)];
        return within.Length == 0 || channel.Kind == ChannelKind.EmgAmplitude || channel.SamplingRate > 1 << 24 ? null : new(channel.SamplingRate, within);
    }

    public override void Add(ReadOnlySpan<double> samples) => _segments.Add(samples);

    /// <summary>The stronger of the frequencies; null where no segment was without a gap.</summary>
    public LineNoise? Result() => _count == 0 ? null : _frequencies.Select(ResultAt).MaxBy(line => line.Share);

    private void Take(ReadOnlySpan<double> samples, long start)
    {
        WindowMoments moments = WindowMoments.Of(samples);
        if (Gaps.In(samples) || moments.Sd == 0)
        {
            return;
        }

        for (int i = 0; i < samples.Length; i++)
        {
            _real[i] = (samples[i] - moments.Mean) / moments.Sd * _window[i];
            _imaginary[i] = 0;
        }

        Fourier.Forward(_real, _imaginary, FourierOptions.NoScaling);
        double total = 0;
        for (int k = BinAbove(LowestPower); k < _sums.Length; k++)
        {
            total += PowerAt(k);
        }

        if (!(total > 0))
        {
            return;
        }

        for (int k = 0; k < _sums.Length; k++)
        {
            _sums[k] += PowerAt(k) / total;
        }

        _count++;
    }

    private double PowerAt(int bin) => (_real[bin] * _real[bin]) + (_imaginary[bin] * _imaginary[bin]);

    private int BinAbove(double frequency) => (int)Math.Ceiling(frequency / _binWidth);

    private LineNoise ResultAt(double frequency)
    {
        int harmonics = (int)Math.Floor((_nyquist - HalfWidth) / frequency);
        double excess = 0;
        double decibels = 0;
        for (int harmonic = 1; harmonic <= harmonics; harmonic++)
        {
            (double power, double expected) = PowersAt(harmonic * frequency);
            excess += power - expected;
            decibels = harmonic == 1 ? 10 * Math.Log10(power / expected) : decibels;
        }

        return new LineNoise(frequency, harmonics, Math.Clamp(excess / _count, 0, 1), decibels);
    }

    private (double Power, double Expected) PowersAt(double frequency)
    {
        double power = 0;
        int bins = 0;
        List<double> neighbours = [];
        int last = Math.Min(_sums.Length - 1, (int)Math.Floor((frequency + Reach) / _binWidth));
        for (int k = Math.Max(1, BinAbove(frequency - Reach)); k <= last; k++)
        {
            if (Math.Abs((k * _binWidth) - frequency) <= HalfWidth)
            {
                power += _sums[k];
                bins++;
            }
            else
            {
                neighbours.Add(_sums[k]);
            }
        }

        // The median, as another line may lie near; of a mean of K chi-square variables it is smaller than their expectation by 1 / 3K (Wilson and Hilferty, 1931).
        return (power, bins * Medians.Of(neighbours.ToArray()) / (1 - (1 / (3.0 * Math.Max(1, _count)))));
    }
}
