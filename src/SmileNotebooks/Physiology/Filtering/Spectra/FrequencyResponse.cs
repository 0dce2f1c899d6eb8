// What a filter does to each frequency.
using System.Collections.Immutable;
using System.Numerics;

namespace SmileNotebooks;

/// <summary>The gain and phase of a filter over frequency, for one pass. Zero-phase filtering squares the gain, doubles it in dB, and has no phase.</summary>
/// <remarks>As SciPy's <c>sosfreqz</c> and <c>freqz</c>.</remarks>
public sealed record FrequencyResponse
{
    private readonly ValueSequence<double> _frequencies;
    private readonly ValueSequence<Complex> _values;

    internal FrequencyResponse(double? samplingRate, IEnumerable<double> frequencies, Func<Complex, Complex> transfer)
    {
        double rate = samplingRate ?? throw new InvalidOperationException("The filter does not know its sampling rate; give it where the filter is made.");
        _frequencies = new([.. frequencies]);
        if (Frequencies.FirstOrDefault(frequency => !(frequency >= 0 && frequency <= rate / 2), -1) is double bad && bad != -1)
        {
            throw new ArgumentException(FormattableString.Invariant($"A frequency is {bad} Hz, expected 0 to {rate / 2} Hz, half of the sampling rate of {rate} Hz."), nameof(frequencies));
        }

        _values = new([.. Frequencies.Select(frequency =>
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * frequency / rate);
            return transfer(new Complex(cosine, -sine));
        })]);
    }

    /// <summary>Frequencies in Hz.</summary>
    public ImmutableArray<double> Frequencies => _frequencies.Items;

    /// <summary>The complex gain at each.</summary>
    public ImmutableArray<Complex> Values => _values.Items;

    /// <summary>The gain at each: 1 passes, 0 stops.</summary>
    public IEnumerable<double> Gains => Values.Select(value => value.Magnitude);

    /// <summary>The gain at each in dB; minus infinity where nothing passes.</summary>
    public IEnumerable<double> Decibels => Gains.Select(gain => 20 * Math.Log10(gain));

    /// <summary>The phase at each in degrees, -180 to 180.</summary>
    public IEnumerable<double> Phases => Values.Select(value => value.Phase * 180 / Math.PI);

    /// <summary>Frequencies from 0 until half the sampling rate, evenly spaced.</summary>
    internal static IEnumerable<double> Grid(double? samplingRate, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Enumerable.Range(0, count).Select(index => index * (samplingRate ?? 0) / (2 * count));
    }
}
