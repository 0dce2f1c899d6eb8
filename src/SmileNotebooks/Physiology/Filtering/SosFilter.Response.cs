// What a filter of sections does to each frequency.
using System.Numerics;

namespace SmileNotebooks;

public sealed partial record SosFilter
{
    /// <summary>The gain at 0 Hz: what happens to the mean.</summary>
    internal double GainAtZero => Sections.Aggregate(1.0, (gain, section) => gain * section.GainAtZero);

    /// <summary>The response of one pass at frequencies from 0 until half the sampling rate, evenly spaced.</summary>
    /// <param name="count">How many frequencies.</param>
    /// <exception cref="InvalidOperationException">The filter does not know its sampling rate.</exception>
    public FrequencyResponse Response(int count = 512) => Response(FrequencyResponse.Grid(SamplingRate, count));

    /// <summary>The response of one pass at some frequencies.</summary>
    /// <param name="frequencies">In Hz, 0 to half the sampling rate.</param>
    /// <exception cref="ArgumentException">A frequency is outside of that.</exception>
    /// <exception cref="InvalidOperationException">The filter does not know its sampling rate.</exception>
    public FrequencyResponse Response(IEnumerable<double> frequencies) => new(SamplingRate, frequencies, delay => Sections.Aggregate(
        Complex.One,
        (gain, section) => gain * ((section.B0 + (delay * (section.B1 + (delay * section.B2)))) / (1 + (delay * (section.A1 + (delay * section.A2)))))));
}
