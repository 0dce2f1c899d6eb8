// What was measured of one person over time, however it was measured: the way into dyads for electromyograms and for faces in clips.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A measure of one person over time, such as the envelope of a muscle or the intensity of an action unit. Times need not be even.</summary>
/// <remarks>Of a face in a clip: <c>new PersonSeries("Anna", face.Times, face["AU12"])</c>.</remarks>
public sealed record PersonSeries
{
    private readonly ValueSequence<double> _times;
    private readonly ValueSequence<double> _values;

    /// <summary>Makes a series.</summary>
    /// <param name="person">Who it is; not empty.</param>
    /// <param name="times">Seconds, strictly ascending.</param>
    /// <param name="values">As many values, any unit; NaN where nothing was measured.</param>
    /// <exception cref="ArgumentException">No name, fewer than two values, lengths that differ, times that do not ascend, or an infinite value.</exception>
    public PersonSeries(string person, ImmutableArray<double> times, ImmutableArray<double> values)
    {
        Require(!string.IsNullOrWhiteSpace(person), "A person has no name.");
        Require(times.Length == values.Length && times.Length >= 2, $"{person} has {times.Length} times and {values.Length} values, expected as many of both and at least 2.");
        for (int i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) || (i > 0 && times[i] <= times[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Time {i} of {person} is {times[i]} s{(i == 0 ? "" : FormattableString.Invariant($" after {times[i - 1]} s"))}, expected finite times that ascend."));
            }

            if (double.IsInfinity(values[i]))
            {
                throw new ArgumentException($"Value {i} of {person} is infinite, expected a number, or NaN where nothing was measured.");
            }
        }

        Person = person;
        _times = new(times);
        _values = new(values);
    }

    /// <summary>Who it is.</summary>
    public string Person { get; }

    /// <summary>Seconds, strictly ascending.</summary>
    public ImmutableArray<double> Times => _times.Items;

    /// <summary>One value a time; NaN where nothing was measured.</summary>
    public ImmutableArray<double> Values => _values.Items;

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The amplitude of a muscle.</summary>
    /// <param name="signal">An amplitude: rectified and smoothed, such as an envelope. The correlation of raw electromyograms, which swing about zero, means nothing.</param>
    /// <param name="person">Who it is; by default the participant of the recording.</param>
    /// <exception cref="ArgumentException">A signal that is no amplitude, or nobody to name.</exception>
    public static PersonSeries Of(EmgSignal signal, string? person = null)
    {
        Require(signal.IsAmplitude, $"{signal.Muscle} is a raw electromyogram, expected an amplitude such as Envelope() gives.");
        ReadOnlySpan<double> samples = signal.Samples.Span;
        double[] times = new double[samples.Length];
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = i / signal.SamplingRate;
        }

        return new(person ?? signal.Participant, [.. times], [.. samples]) { Simulated = signal.Simulated };
    }

    /// <summary>The median distance of two times, in seconds.</summary>
    internal double Interval()
    {
        double[] distances = [.. Times.Skip(1).Zip(Times, (later, earlier) => later - earlier)];
        return Medians.Of(distances);
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
