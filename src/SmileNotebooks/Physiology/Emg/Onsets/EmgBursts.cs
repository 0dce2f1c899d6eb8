// The bursts of a muscle in one recording.
using System.Collections;
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks;

/// <summary>The bursts of a muscle in one recording, in the order of time, and what they were found with. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record EmgBursts : IReadOnlyList<EmgBurst>
{
    private readonly ValueSequence<EmgBurst> _items = new([]);

    /// <summary>The bursts; onsets and offsets are never mixed.</summary>
    public required ImmutableArray<EmgBurst> Items
    {
        get => _items.Items;
        init => _items = new(value);
    }

    /// <summary>The signal that they are of.</summary>
    public required EmgSignal Signal { get; init; }

    /// <summary>How they were found.</summary>
    public required OnsetMethod Method { get; init; }

    /// <summary>The mean of what was compared with the threshold (amplitude or energy) at rest; 0 for <see cref="BonatoOnsets"/>, which compares squares.</summary>
    public required double BaselineMean { get; init; }

    /// <summary>Its standard deviation at rest; of the whitened signal for <see cref="BonatoOnsets"/>.</summary>
    public required double BaselineSd { get; init; }

    /// <summary>The threshold for onsets, in <see cref="ThresholdUnit"/>. NaN where the signal has no sample that is no gap.</summary>
    public required double Threshold { get; init; }

    /// <summary>The unit of the threshold.</summary>
    public required string ThresholdUnit { get; init; }

    /// <summary>How many candidates were left out as too short.</summary>
    public required int TooShort { get; init; }

    /// <summary>How many pauses were too short and became part of a burst.</summary>
    public required int Bridged { get; init; }

    /// <summary>How many bursts there are.</summary>
    public int Count => Items.Length;

    /// <summary>A burst, from 0, in the order of time.</summary>
    public EmgBurst this[int index] => Items[index];

    /// <summary>When bursts begin: seconds after the recording began, without those that had begun before the signal did.</summary>
    public ImmutableArray<double> Onsets => [.. Items.Where(burst => !burst.HadBegun).Select(burst => burst.Onset)];

    /// <summary>When bursts end: seconds after the recording began, without those that go on after the signal.</summary>
    public ImmutableArray<double> Offsets => [.. Items.Where(burst => !burst.GoesOn).Select(burst => burst.Offset)];

    /// <summary>The first burst that begins within a stretch of seconds, half-open; null where none does. A burst that had begun before does not count.</summary>
    /// <param name="from">Such as the onset of a stimulus.</param>
    /// <param name="to">Where the stretch ends.</param>
    public EmgBurst? FirstIn(double from, double to) => Items.FirstOrDefault(burst => !burst.HadBegun && burst.Onset >= from && burst.Onset < to);

    /// <inheritdoc/>
    public IEnumerator<EmgBurst> GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One line on the whole, and one a burst.</summary>
    public override string ToString()
    {
        StringBuilder text = new(FormattableString.Invariant(
            $"{Signal.Muscle}{(Signal.Participant.Length > 0 ? $" of {Signal.Participant}" : "")}: {Count} burst{(Count == 1 ? "" : "s")}; {Method.Description}; {TooShort} too short, {Bridged} pause{(Bridged == 1 ? "" : "s")} bridged{(Signal.Simulated is null ? "" : $"; {Signal.Simulated}")}"));
        foreach (EmgBurst burst in Items)
        {
            text.Append('\n').Append(burst);
        }

        return text.ToString();
    }
}
