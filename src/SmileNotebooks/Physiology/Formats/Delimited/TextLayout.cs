// How the columns of a text recording are arranged.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The layout of a text recording: what its columns are, how fast it was sampled, and how its markers become events. Immutable.</summary>
/// <remarks>Lines end with LF, CR LF or CR; text is UTF-8 or Latin-1, or UTF-16 with its byte-order mark, and may be compressed by gzip. Empty fields, n/a, NA and
/// NaN are read as NaN. Blank lines, and a delimiter at the end of a row, do not count. A last line that was cut is left out with a remark.</remarks>
public sealed record TextLayout
{
    internal const double DefaultLimit = 1e30;

    private readonly ValueSequence<TextColumn> _columns = new([]);

    /// <summary>The columns. Without a header, all of them in their order. With a header, those of which there is more to say than the header does: the others
    /// are channels, with the unit that the header gives and the kind that words of their names say. A column of the layout that the header lacks is an
    /// error.</summary>
    public ImmutableArray<TextColumn> Columns
    {
        get => _columns.Items;
        init => _columns = new(value);
    }

    /// <summary>Samples a second (Hz); null to take it from the column of times.</summary>
    public double? SamplingRate { get; init; }

    /// <summary>Whether the first line that is not blank names the columns; no by default. A unit may stand after a name in square brackets, as in <c>zygomaticus
    /// [mV]</c>.</summary>
    public bool HasHeader { get; init; }

    /// <summary>How many lines before the header or the first row are passed over; 0 by default.</summary>
    public int SkippedLines { get; init; }

    /// <summary>What delimits the columns: a tab, a semicolon, a comma or a blank (several count as one); null to tell it by the first row and the number of
    /// columns.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The decimal mark, a point or a comma; null to tell it by the numbers. A file that can be read in two ways is refused, and the message says so.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The largest magnitude that is taken for a measurement, in the unit of each column; 1e30 by default, which no unit of the field reaches and
    /// overflows of a recorder do (1e44). Values beyond it are read as NaN and counted in the remarks.</summary>
    public double Limit { get; init; } = DefaultLimit;

    /// <summary>How the trigger channels become events; by default each rising edge of each of them, named after the channel. Null: they give no events.</summary>
    public TriggerRule? Triggers { get; init; } = new();
}
