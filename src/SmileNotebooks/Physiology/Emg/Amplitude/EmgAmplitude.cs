// Amplitudes of an electromyogram, on plain samples: what the fluent methods of EmgSignal stand on.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Amplitudes of an electromyogram. All take samples in any unit and the sampling rate that they truly have; none assumes one.</summary>
/// <remarks>NaN is a gap and stays one: a sample is NaN in the result exactly where it is NaN in the signal, and windows use the finite samples that lie in them. An infinite
/// sample is an error. An empty signal gives an empty one.</remarks>
public static partial class EmgAmplitude
{
    // Squares of larger numbers cannot be held.
    private const double Largest = 1e150;

    /// <summary>Full-wave rectification: |x|.</summary>
    /// <param name="samples">Any unit; NaN is a gap.</param>
    /// <exception cref="ArgumentException">An infinite sample.</exception>
    public static double[] Rectify(ReadOnlySpan<double> samples)
    {
        RequireFinite(samples, double.MaxValue);
        double[] rectified = new double[samples.Length];
        TensorPrimitives.Abs(samples, rectified);
        return rectified;
    }

    /// <summary>Moving root mean square: the root of the mean of x² over a centred window.</summary>
    /// <param name="samples">Any unit; NaN is a gap.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="window">In seconds. It covers the odd number of samples that is nearest to it (50 ms at 1,000 Hz: 51), so that it has a middle; at the ends, and beside
    /// gaps, it shrinks to the samples that there are.</param>
    /// <returns>One number a sample, in the same unit.</returns>
    /// <exception cref="ArgumentException">An infinite sample or one beyond 1e150, whose square cannot be held; a rate or window that is not a positive number.</exception>
    public static double[] Rms(ReadOnlySpan<double> samples, double samplingRate, double window)
    {
        int length = WindowLength(samplingRate, window);
        double peak = RequireFinite(samples, Largest);

        // Squares of very small numbers would be 0; powers of two change no digit.
        double scale = peak is > 0 and < 1e-140 ? Math.ScaleB(1, 500) : 1;
        double[] squares = new double[samples.Length];
        TensorPrimitives.Multiply(samples, scale, squares);
        TensorPrimitives.Multiply(squares, squares, squares);
        double[] means = MovingWindow.Means(squares, length);
        TensorPrimitives.Sqrt(means, means);
        TensorPrimitives.Multiply(means, 1 / scale, means);
        return means;
    }

    /// <summary>Moving mean over a centred window; of rectified samples it is the average rectified value.</summary>
    /// <param name="samples">Any unit; NaN is a gap.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="window">In seconds; as in <see cref="Rms"/>.</param>
    /// <returns>One number a sample, in the same unit.</returns>
    /// <exception cref="ArgumentException">An infinite sample; a rate or window that is not a positive number.</exception>
    public static double[] MovingAverage(ReadOnlySpan<double> samples, double samplingRate, double window)
    {
        int length = WindowLength(samplingRate, window);
        RequireFinite(samples, double.MaxValue / length);
        return MovingWindow.Means(samples, length);
    }

    /// <summary>Linear envelope: |x|, smoothed by a Butterworth low-pass that runs forwards and then backwards, so that it does not delay.</summary>
    /// <param name="samples">Any unit; NaN is a gap. Each stretch between gaps is filtered by itself.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="cutoff">The cut-off in Hz, below half the sampling rate; 6 dB down there, as both passes count.</param>
    /// <param name="order">The order of the low-pass, in each direction.</param>
    /// <returns>One number a sample, in the same unit. Where the filter swings below zero, which no amplitude does, it is 0.</returns>
    /// <exception cref="ArgumentException">An infinite sample; a cut-off that does not lie between 0 and half the sampling rate; an order below 1.</exception>
    public static double[] Envelope(ReadOnlySpan<double> samples, double samplingRate, double cutoff = 8, int order = 4)
    {
        double[] envelope = Butterworth.LowPass(order, cutoff, samplingRate).ApplyZeroPhase(Rectify(samples));

        // The comparison leaves NaN as it is, which a maximum of vectors need not.
        foreach (ref double value in envelope.AsSpan())
        {
            value = value < 0 ? 0 : value;
        }

        return envelope;
    }

    /// <summary>The Teager-Kaiser energy operator, x[n]² - x[n-1] x[n+1]: large where a signal is both large and fast, as in a burst (Kaiser, 1990, ICASSP; for onsets
    /// Li, Zhou and Aruin, 2007, Annals of Biomedical Engineering 35, 1532).</summary>
    /// <param name="samples">Positive and negative, any unit; NaN is a gap.</param>
    /// <returns>Energies, in the square of the unit; they can be negative. The first and the last sample, and the neighbours of a gap, have a neighbour too few and take the
    /// value beside them; NaN where there is none, as in a stretch of fewer than three samples.</returns>
    /// <exception cref="ArgumentException">An infinite sample or one beyond 1e150, whose square cannot be held.</exception>
    public static double[] TeagerKaiser(ReadOnlySpan<double> samples)
    {
        RequireFinite(samples, Largest);
        double[] energy = new double[samples.Length];
        foreach ((int start, int end) in Gaps.StretchesOf(samples))
        {
            ReadOnlySpan<double> x = samples[start..end];
            Span<double> psi = energy.AsSpan(start..end);
            if (x.Length < 3)
            {
                psi.Fill(double.NaN);
                continue;
            }

            for (int n = 1; n < x.Length - 1; n++)
            {
                psi[n] = (x[n] * x[n]) - (x[n - 1] * x[n + 1]);
            }

            psi[0] = psi[1];
            psi[^1] = psi[^2];
        }

        Gaps.Copy(samples, energy);
        return energy;
    }

    /// <summary>The odd number of samples that is nearest to a window; a tie goes up.</summary>
    internal static int WindowLength(double samplingRate, double window)
    {
        RequirePositive(samplingRate, "sampling rate", "Hz", nameof(samplingRate));
        RequirePositive(window, "window", "s", nameof(window));
        double samples = window * samplingRate;
        return samples > int.MaxValue / 2
            ? throw new ArgumentException(FormattableString.Invariant($"A window of {window} s holds {samples:0} samples, expected at most {int.MaxValue / 2}."), nameof(window))
            : (2 * (int)Math.Floor(samples / 2)) + 1;
    }

    internal static void RequirePositive(double value, string what, string unit, string parameter)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The {what} is {value} {unit}, expected a positive number."), parameter);
        }
    }

    /// <summary>The largest magnitude of the finite samples.</summary>
    internal static double RequireFinite(ReadOnlySpan<double> samples, double largest)
    {
        double peak = samples.IsEmpty ? 0 : TensorPrimitives.MaxMagnitude(samples);
        if (Math.Abs(peak) <= largest)
        {
            return Math.Abs(peak);
        }

        peak = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            if (Math.Abs(samples[i]) > largest)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Sample {i} is {samples[i]}, expected {(double.IsInfinity(samples[i]) ? "a finite number" : $"a magnitude of at most {largest:0.##e+0}")}, or NaN for a gap."),
                    nameof(samples));
            }

            peak = Math.Max(peak, double.IsNaN(samples[i]) ? 0 : Math.Abs(samples[i]));
        }

        return peak;
    }
}
