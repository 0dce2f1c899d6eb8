// A recording: channels, events, and when and of whom they were recorded.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A physiological recording of one person: channels, which may differ in rate, and events. Immutable; samples are read when they are asked for, so that a large
/// file opens at once.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record Recording
{
    private readonly ValueSequence<Channel> _channels;
    private readonly ValueSequence<RecordingEvent> _events = new([]);
    private readonly ValueSequence<string> _remarks = new([]);

    /// <summary>Makes a recording.</summary>
    /// <param name="channels">At least one channel, each with a name of its own.</param>
    /// <exception cref="ArgumentException">No channel, or a name that occurs twice.</exception>
    public Recording(params IEnumerable<Channel> channels)
    {
        _channels = new([.. channels]);
        if (_channels.Items.IsEmpty)
        {
            throw new ArgumentException("A recording has no channel, expected at least one.", nameof(channels));
        }

        if (_channels.Items.GroupBy(channel => channel.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Count()} channels of a recording are called {twice.Key}, expected a name of its own for each.", nameof(channels));
        }
    }

    /// <summary>The channels in the order of the file.</summary>
    public ImmutableArray<Channel> Channels
    {
        get => _channels.Items;
        private init => _channels = new(value);
    }

    /// <summary>Events in the order of their onsets; none by default.</summary>
    public ImmutableArray<RecordingEvent> Events
    {
        get => _events.Items;
        init => _events = new([.. value.OrderBy(one => one.Onset)]);
    }

    /// <summary>Who was recorded; empty where unknown.</summary>
    public string Participant { get; init; } = "";

    /// <summary>The file that it was read from; null for one that was made in memory.</summary>
    public string? Path { get; init; }

    /// <summary>When the first sample was taken, in the local time of the recorder; null where unknown.</summary>
    public DateTime? Start { get; init; }

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>What the reader noticed and mended, such as a last record that ends early; none by default.</summary>
    public ImmutableArray<string> Remarks
    {
        get => _remarks.Items;
        init => _remarks = new(value);
    }

    /// <summary>The duration of the longest channel, in seconds.</summary>
    public double Duration => Channels.Max(channel => channel.Duration);

    /// <summary>The channel of a name; upper and lower case count as the same where no name is written just so.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those that there are.</exception>
    public Channel this[string name] =>
        Channels.FirstOrDefault(channel => channel.Name == name)
        ?? (Channels.Where(channel => channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() is [Channel alike] ? alike : null)
        ?? throw new ArgumentException(
            $"{Path ?? "The recording"} has no channel called {name}; its channels are {string.Join(", ", Channels.Select(channel => channel.Name))}.", nameof(name));

    /// <summary>The electromyogram of a channel, with the events of the recording.</summary>
    /// <param name="channel">The name of a channel, such as zygomaticus.</param>
    /// <exception cref="ArgumentException">There is no such channel; the message names those that there are.</exception>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public EmgSignal Emg(string channel) => EmgSignal.Of(this, this[channel]);

    /// <summary>As in <c>09_FMOV: 8 channels, 265.2 s, 24 events</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(Path is null ? "Recording" : System.IO.Path.GetFileName(Path))}{(Participant.Length > 0 ? $" of {Participant}" : "")}: {Plural.Of(Channels.Length, "channel")}, {Duration:0.###} s, {Plural.Of(Events.Length, "event")}{(Simulated is null ? "" : $"; {Simulated}")}");
}
