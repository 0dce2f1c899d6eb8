// The quality of a recording, channel by channel.
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks;

/// <summary>The quality of the channels of a recording. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record RecordingQuality
{
    private readonly ValueSequence<EmgQuality> _channels = new([]);

    /// <summary>One for each channel that was looked at, in the order of the file.</summary>
    public required ImmutableArray<EmgQuality> Channels
    {
        get => _channels.Items;
        init => _channels = new(value);
    }

    /// <summary>Who was recorded; empty where unknown.</summary>
    public string Participant { get; init; } = "";

    /// <summary>The file; null for a recording that was made in memory.</summary>
    public string? Path { get; init; }

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The quality of a channel.</summary>
    /// <exception cref="ArgumentException">It was not looked at; the message names those that were.</exception>
    public EmgQuality this[string channel] =>
        Channels.FirstOrDefault(one => one.Channel == channel)
        ?? throw new ArgumentException($"{channel} was not looked at; the channels that were are {string.Join(", ", Channels.Select(one => one.Channel))}.", nameof(channel));

    /// <summary>A plain table: a line a channel.</summary>
    public override string ToString()
    {
        string[][] rows =
        [
            ["channel", "line noise", "clipped", "flat", "drift", "artefacts", "gaps", "rest", "S/N", "verdict"],
            .. Channels.Select(RowOf),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new($"{(Path is null ? "Recording" : System.IO.Path.GetFileName(Path))}{(Participant.Length > 0 ? $" of {Participant}" : "")}{(Simulated is null ? "" : $"; {Simulated}")}");
        foreach (string[] row in rows)
        {
            text.Append('\n').AppendJoin("  ", row.Select((cell, column) => cell.PadRight(widths[column])).ToArray());
            while (text[^1] == ' ')
            {
                text.Length--;
            }
        }

        return text.ToString();
    }

    private static string[] RowOf(EmgQuality one) =>
    [
        one.Channel,
        one.LineNoise is { } line ? FormattableString.Invariant($"{100 * line.Share:0.#} %") : "-",
        Percent(one.ClippedShare),
        Percent(one.FlatShare),
        double.IsNaN(one.Drift) ? "-" : FormattableString.Invariant($"{one.Drift:0.##} SD"),
        FormattableString.Invariant($"{one.ArtefactCount}"),
        Percent(one.GapShare),
        double.IsNaN(one.BaselineNoise) ? "-" : FormattableString.Invariant($"{one.BaselineNoise:G3} {one.Unit}").TrimEnd(),
        double.IsNaN(one.SignalToNoise) ? "-" : FormattableString.Invariant($"{one.SignalToNoise:0.#} dB"),
        one.Verdict,
    ];

    private static string Percent(double share) => double.IsNaN(share) ? "-" : FormattableString.Invariant($"{100 * share:0.##} %");
}
