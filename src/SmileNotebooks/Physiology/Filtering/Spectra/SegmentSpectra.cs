namespace SmileNotebooks;

/// <summary>Adds up the power spectra of segments.</summary>
/// <remarks>Two real segments are the real and the imaginary part of one transform Z; the sum of their powers at line k is (|Z(k)|² + |Z(n - k)|²) / 2.</remarks>
internal sealed class SegmentSpectra(double[] window, int step)
{
    private readonly FourierTransform _transform = new(window.Length);
    private readonly double[] _power = new double[(window.Length / 2) + 1];
    private double[] _re = new double[window.Length];
    private double[] _im = new double[window.Length];

    /// <summary>How many segments were added.</summary>
    public int Count { get; private set; }

    /// <summary>How many samples were in at least one of them.</summary>
    public int Covered { get; private set; }

    /// <summary>Adds the segments of a stretch; what is left over at its end is not used.</summary>
    public void Add(ReadOnlySpan<double> stretch)
    {
        int segments = stretch.Length < window.Length ? 0 : ((stretch.Length - window.Length) / step) + 1;
        for (int segment = 0; segment < segments; segment += 2)
        {
            Taper(stretch.Slice(segment * step, window.Length), _re);
            if (segment + 1 < segments)
            {
                Taper(stretch.Slice((segment + 1) * step, window.Length), _im);
            }
            else
            {
                Array.Clear(_im);
            }

            AddPair();
        }

        Count += segments;
        Covered += segments == 0 ? 0 : window.Length + ((segments - 1) * Math.Min(step, window.Length));
    }

    /// <summary>The mean density; all lines but those at 0 and at half the sampling rate stand for two.</summary>
    public double[] Density(double samplingRate)
    {
        double scale = 1 / (samplingRate * window.Sum(value => value * value) * Count);
        double[] density = [.. _power.Select((power, line) => power * scale * (line == 0 || 2 * line == window.Length ? 1 : 2))];
        return density.AsSpan().ContainsAnyExceptInRange(0, double.MaxValue)
            ? throw new OverflowException("The squares of the samples left the range of numbers; divide the samples by their size first.")
            : density;
    }

    private void AddPair()
    {
        _transform.Forward(ref _re, ref _im);
        for (int line = 0; line < _power.Length; line++)
        {
            int mirror = line == 0 ? 0 : window.Length - line;
            _power[line] += 0.5 * ((_re[line] * _re[line]) + (_im[line] * _im[line]) + (_re[mirror] * _re[mirror]) + (_im[mirror] * _im[mirror]));
        }
    }

    private void Taper(ReadOnlySpan<double> segment, double[] destination)
    {
        double sum = 0;
        foreach (double sample in segment)
        {
            sum += sample;
        }

        double mean = sum / segment.Length;
        for (int index = 0; index < destination.Length; index++)
        {
            destination[index] = window[index] * (segment[index] - mean);
        }
    }
}
