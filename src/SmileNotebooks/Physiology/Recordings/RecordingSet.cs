// The recordings of a study, one after the other.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The recordings of a study: each is loaded when its turn comes and none is kept, so that a thousand need no more memory than one.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class RecordingSet : IReadOnlyCollection<Recording>
{
    private readonly ImmutableArray<Func<Recording>> _load;

    internal RecordingSet(IEnumerable<Func<Recording>> load) => _load = [.. load];

    /// <summary>Makes a set of recordings that are in memory or have been opened.</summary>
    /// <param name="recordings">The recordings.</param>
    public RecordingSet(params IEnumerable<Recording> recordings)
        : this(recordings.Select(recording => (Func<Recording>)(() => recording)))
    {
    }

    /// <summary>How many there are.</summary>
    public int Count => _load.Length;

    /// <summary>Loads one.</summary>
    /// <param name="index">From 0, in the order of file names.</param>
    public Recording this[int index] => _load[index]();

    /// <summary>The electromyogram of one channel in each recording; a recording is loaded when its turn comes.</summary>
    /// <param name="channel">The name of a channel, such as zygomaticus.</param>
    public EmgSignalSet Emg(string channel) => new(channel, [.. _load.Select(load => (Func<EmgSignal>)(() => load().Emg(channel)))]);

    /// <inheritdoc/>
    public IEnumerator<Recording> GetEnumerator() => _load.Select(load => load()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As in <c>21 recordings</c>.</summary>
    public override string ToString() => $"{Count} recording{(Count == 1 ? "" : "s")}";
}
