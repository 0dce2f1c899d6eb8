// Changing the sampling rate.
namespace SmileNotebooks;

/// <summary>Changes the sampling rate of samples.</summary>
public static class Resampling
{
    /// <summary>Order and ripple of the filter before decimation, and its cut-off as a fraction of the new Nyquist frequency: SciPy's.</summary>
    private const int DecimationOrder = 8;
    private const double DecimationRipple = 0.05;
    private const double DecimationCutOff = 0.8;

    /// <summary>Kaiser's beta of the filter between the samples, and its half length in samples of the lower rate: SciPy's.</summary>
    private const double PolyphaseBeta = 5;
    private const int PolyphaseHalfLength = 10;

    /// <summary>The largest whole numbers that a ratio of two rates may need.</summary>
    private const int LargestFactor = 10_000;

    /// <summary>Takes every so many samples after a low-pass: Chebyshev type I of order 8 with 0.05 dB ripple to 0.8 of the new Nyquist frequency, zero-phase. As SciPy's <c>decimate</c>.</summary>
    /// <param name="samples">Samples; NaN is a gap: each stretch between gaps is filtered by itself. Empty gives empty.</param>
    /// <param name="factor">Every how many; 1 gives the samples themselves. Above 13 SciPy recommends several steps, which are quicker and steeper.</param>
    /// <returns>Sample k is sample k x factor of the filtered samples.</returns>
    /// <exception cref="ArgumentException">A factor below 1, or an infinite sample, which is named.</exception>
    public static double[] Decimate(ReadOnlySpan<double> samples, int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        if (factor == 1)
        {
            return samples.ToArray();
        }

        double[] filtered = Chebyshev.LowPass(DecimationOrder, DecimationRipple, DecimationCutOff / factor).ApplyZeroPhase(samples);
        double[] kept = new double[(samples.Length + factor - 1) / factor];
        for (int index = 0; index < kept.Length; index++)
        {
            kept[index] = filtered[index * factor];
        }

        return kept;
    }

    /// <summary>Resamples by a ratio of whole numbers with a finite filter between the samples: a sinc of 10 samples of the lower rate on each side, tapered by Kaiser's window with beta 5.
    /// As SciPy's <c>resample_poly</c>.</summary>
    /// <param name="samples">Samples; NaN is a gap. Before the first sample, after the last and in gaps the filter sees 0, so that samples far from 0 bend within 10 samples of an end: take
    /// their mean off before. Empty gives empty.</param>
    /// <param name="up">The new rate is the old one times this,</param>
    /// <param name="down">divided by this.</param>
    /// <returns>Sample k lies at k x down / up old samples; NaN where that is not within a stretch of samples.</returns>
    /// <exception cref="ArgumentException">A factor below 1, or an infinite sample, which is named.</exception>
    public static double[] Polyphase(ReadOnlySpan<double> samples, int up, int down)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(up, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(down, 1);
        int common = GreatestCommonDivisor(up, down);
        (up, down) = (up / common, down / common);
        if (up == 1 && down == 1)
        {
            return samples.ToArray();
        }

        int slower = Math.Max(up, down), half = PolyphaseHalfLength * slower;
        double[] filter = Fir.Design((2 * half) + 1, [0, 1.0 / slower], TaperWindow.Kaiser(PolyphaseBeta));
        return new PolyphaseFilter(filter, up, down).Apply(samples);
    }

    /// <summary>Resamples by cutting or lengthening the spectrum, as if the samples were one period of a periodic signal: exact for such, with ripples at the ends of others. As SciPy's
    /// <c>resample</c>.</summary>
    /// <param name="samples">Samples without gaps.</param>
    /// <param name="count">How many samples they become, at least 1.</param>
    /// <exception cref="ArgumentException">No samples, fewer than one wanted, or a sample that is not finite, which is named.</exception>
    public static double[] Fourier(ReadOnlySpan<double> samples, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return FourierResampling.Apply(samples, count);
    }

    /// <summary>The whole numbers in lowest terms that lead from one rate to another.</summary>
    /// <exception cref="ArgumentException">There are none up to 10,000.</exception>
    internal static (int Up, int Down) Ratio(double from, double to)
    {
        CutOff.CheckRate(to);
        for (int down = 1; down <= LargestFactor; down++)
        {
            double up = to / from * down;
            if (up > LargestFactor)
            {
                break;
            }

            if (Math.Round(up) >= 1 && Math.Abs(up - Math.Round(up)) <= 1e-9 * up)
            {
                return ((int)Math.Round(up), down);
            }
        }

        throw new ArgumentException(
            FormattableString.Invariant($"{to} Hz is no ratio of whole numbers up to {LargestFactor} times the sampling rate of {from} Hz; choose a rate such as {Math.Round(to)} Hz."), nameof(to));
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
