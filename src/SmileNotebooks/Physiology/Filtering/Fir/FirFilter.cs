// A finite filter, and how it is applied.
using System.Collections.Immutable;
using System.Numerics;

namespace SmileNotebooks;

/// <summary>A filter of finite length: each output is a weighted sum of the inputs before it. Immutable; may be used by several threads at once.</summary>
/// <remarks>States and padding are those of SciPy's <c>lfilter</c> and <c>filtfilt</c>. Time grows with samples times coefficients.</remarks>
public sealed record FirFilter
{
    private readonly ValueSequence<double> _coefficients;

    /// <summary>Makes a filter of coefficients.</summary>
    /// <param name="coefficients">At least one; the first weighs the present input.</param>
    /// <param name="samplingRate">The rate that the filter was designed for, in Hz; null where it is not known, and then it is not checked.</param>
    /// <exception cref="ArgumentException">No coefficient, one that is not finite (it is named), or a rate that is not a positive number.</exception>
    public FirFilter(IEnumerable<double> coefficients, double? samplingRate = null)
    {
        _coefficients = new([.. coefficients]);
        if (Coefficients.IsEmpty)
        {
            throw new ArgumentException("A filter has no coefficient, expected at least one.", nameof(coefficients));
        }

        int bad = Coefficients.AsSpan().IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
        if (bad >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Coefficient {bad} of the filter is {Coefficients[bad]}, expected a finite number."), nameof(coefficients));
        }

        if (samplingRate is double rate)
        {
            CutOff.CheckRate(rate);
        }

        SamplingRate = samplingRate;
    }

    /// <summary>The weights, of the present input first.</summary>
    public ImmutableArray<double> Coefficients => _coefficients.Items;

    /// <summary>The rate that the filter was designed for, in Hz; null where it is not known.</summary>
    public double? SamplingRate { get; }

    /// <summary>By how many samples each end is extended in zero-phase filtering: three times the number of coefficients.</summary>
    public int PadLength => 3 * Coefficients.Length;

    /// <summary>Filters once, from rest: a symmetric filter delays by half its length.</summary>
    /// <param name="samples">Samples; NaN is a gap. Each stretch between gaps is filtered by itself, from rest; gaps stay NaN. Empty gives empty.</param>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    public double[] Apply(ReadOnlySpan<double> samples)
    {
        double[] backwards = [.. Coefficients.Reverse()];
        int past = backwards.Length - 1;
        return FiniteStretches.Process(samples, (stretch, result) =>
        {
            double[] input = new double[past + stretch.Length];
            stretch.CopyTo(input.AsSpan(past));
            SlidingSums.Of(input, backwards, result);
        });
    }

    /// <summary>Filters forwards and then backwards: no delay, and twice the attenuation in dB.</summary>
    /// <param name="samples">Samples; NaN is a gap. Each stretch between gaps is filtered by itself; gaps stay NaN. Empty gives empty.</param>
    /// <remarks>Each end is extended by <see cref="PadLength"/> samples, turned about the end sample (odd), and the filter begins as if the first of them had gone on for ever. A stretch of
    /// n samples that is not longer than that is extended by n - 1; there SciPy refuses.</remarks>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    public double[] ApplyZeroPhase(ReadOnlySpan<double> samples)
    {
        double[] forwards = [.. Coefficients], backwards = [.. Coefficients.Reverse()];
        return FiniteStretches.Process(samples, (stretch, result) => ZeroPhase(stretch, result, forwards, backwards));
    }

    /// <summary>The gain at 0 Hz: what happens to the mean.</summary>
    internal double GainAtZero => Coefficients.Sum();

    /// <summary>The response of one pass at frequencies from 0 until half the sampling rate, evenly spaced.</summary>
    /// <param name="count">How many frequencies.</param>
    /// <exception cref="InvalidOperationException">The filter does not know its sampling rate.</exception>
    public FrequencyResponse Response(int count = 512) => Response(FrequencyResponse.Grid(SamplingRate, count));

    /// <summary>The response of one pass at some frequencies.</summary>
    /// <param name="frequencies">In Hz, 0 to half the sampling rate.</param>
    /// <exception cref="ArgumentException">A frequency is outside of that.</exception>
    /// <exception cref="InvalidOperationException">The filter does not know its sampling rate.</exception>
    public FrequencyResponse Response(IEnumerable<double> frequencies) => new(
        SamplingRate, frequencies, delay => Coefficients.Reverse().Aggregate(Complex.Zero, (sum, coefficient) => coefficient + (delay * sum)));

    private static void ZeroPhase(ReadOnlySpan<double> samples, Span<double> result, double[] forwards, double[] backwards)
    {
        int past = forwards.Length - 1, pad = Math.Min(3 * forwards.Length, samples.Length - 1);
        double[] extended = new double[past + pad + samples.Length + pad];
        OddExtension.Write(samples, extended.AsSpan(past), pad);
        extended.AsSpan(0, past).Fill(extended[past]);
        double[] once = new double[extended.Length];
        SlidingSums.Of(extended, backwards, once.AsSpan(0, extended.Length - past));
        once.AsSpan(extended.Length - past).Fill(once[extended.Length - past - 1]);
        SlidingSums.Of(once.AsSpan(pad, samples.Length + past), forwards, result);
    }

    /// <summary>As in <c>101 coefficients for 1,000 Hz</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Coefficients.Length} coefficient{(Coefficients.Length == 1 ? "" : "s")}{(SamplingRate is null ? "" : $" for {SamplingRate:#,0.######} Hz")}");
}
