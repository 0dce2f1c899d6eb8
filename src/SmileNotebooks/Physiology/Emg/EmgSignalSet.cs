// The same muscle in each recording of a study.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The electromyogram of one muscle in each recording of a study: each is loaded and processed when its turn comes, and none is kept.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class EmgSignalSet : IReadOnlyCollection<EmgSignal>
{
    private readonly ImmutableArray<Func<EmgSignal>> _load;

    internal EmgSignalSet(string muscle, ImmutableArray<Func<EmgSignal>> load)
    {
        Muscle = muscle;
        _load = load;
    }

    /// <summary>The muscle or channel.</summary>
    public string Muscle { get; }

    /// <summary>How many there are.</summary>
    public int Count => _load.Length;

    /// <summary>Loads and processes one.</summary>
    /// <param name="index">From 0, in the order of the recordings.</param>
    public EmgSignal this[int index] => _load[index]();

    /// <summary>Does the same to each signal, when its turn comes.</summary>
    /// <param name="steps">Such as <c>emg => emg.BandPass(20, 450).Notch(50).Rectify().Envelope()</c>.</param>
    public EmgSignalSet Process(Func<EmgSignal, EmgSignal> steps) => new(Muscle, [.. _load.Select(load => (Func<EmgSignal>)(() => steps(load())))]);

    /// <inheritdoc/>
    public IEnumerator<EmgSignal> GetEnumerator() => _load.Select(load => load()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As in <c>zygomaticus in 21 recordings</c>.</summary>
    public override string ToString() => $"{Muscle} in {Count} recording{(Count == 1 ? "" : "s")}";
}
