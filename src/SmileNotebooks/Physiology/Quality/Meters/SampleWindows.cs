namespace SmileNotebooks;

/// <summary>Cuts a stream of blocks into windows of one length.</summary>
/// <param name="length">Samples a window.</param>
/// <param name="step">From the beginning of one to the beginning of the next, at most the length.</param>
/// <param name="take">Receives each full window and where it begins in the stream.</param>
internal sealed class SampleWindows(int length, int step, WindowAction take)
{
    private readonly double[] _window = new double[length];
    private int _filled;
    private long _start;

    public void Add(ReadOnlySpan<double> samples)
    {
        while (!samples.IsEmpty)
        {
            int count = Math.Min(samples.Length, length - _filled);
            samples[..count].CopyTo(_window.AsSpan(_filled));
            samples = samples[count..];
            _filled += count;
            if (_filled == length)
            {
                take(_window, _start);
                _window.AsSpan(step).CopyTo(_window);
                _filled = length - step;
                _start += step;
            }
        }
    }

    /// <summary>What is left at the end and fills no window.</summary>
    public ReadOnlySpan<double> Rest => _window.AsSpan(0, _filled);

    /// <summary>The number of samples of a tenth of a second, and at least 32: fewer make no SD.</summary>
    public static int TenthOfSecond(double samplingRate) => (int)Math.Clamp(Math.Round(samplingRate / 10), 32, 1 << 20);
}

/// <summary>Works on a window of samples that begins at a sample of the stream.</summary>
internal delegate void WindowAction(ReadOnlySpan<double> samples, long start);
