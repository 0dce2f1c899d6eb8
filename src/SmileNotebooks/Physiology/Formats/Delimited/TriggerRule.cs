using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How trigger channels become events. Immutable.</summary>
/// <remarks>A sample is high above the threshold; NaN keeps the state of the sample before. What is high from the first sample on has no rising edge.</remarks>
public sealed record TriggerRule
{
    private readonly ValueSequence<string> _channels = new([]);

    /// <summary>Which edge begins an event; rising by default.</summary>
    public TriggerEdge Edge { get; init; }

    /// <summary>The threshold in the unit of the channels; null (the default) for half way between the lowest and the highest value of each channel. A channel
    /// that never changes gives no event then.</summary>
    public double? Threshold { get; init; }

    /// <summary>What several channels say together; by default each speaks for itself.</summary>
    public TriggerCoding Coding { get; init; }

    /// <summary>States that last shorter than this, in seconds, are taken for part of the next: lines of a parallel port may change a sample apart, and make a
    /// wrong number for that sample. 0 by default: every state counts.</summary>
    public double Shortest { get; init; }

    /// <summary>The trigger channels, of a binary code from the lowest bit on; empty (the default) for all channels of kind <see cref="ChannelKind.Trigger"/> in
    /// the order of the file.</summary>
    public ImmutableArray<string> Channels
    {
        get => _channels.Items;
        init => _channels = new(value);
    }

    /// <summary>Labels of events in place of a channel's name or a binary code, as in 5 for Happy; what is not in it keeps its name.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Equal settings, channels and labels.</summary>
    public bool Equals(TriggerRule? other) =>
        other is not null && Edge == other.Edge && Nullable.Equals(Threshold, other.Threshold) && Coding == other.Coding && Shortest.Equals(other.Shortest)
        && _channels.Equals(other._channels) && Labels.SequenceEqual(other.Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Edge, Threshold, Coding, Shortest, _channels, Labels.Count);
}
