// Recordings in delimited text, by a layout that says what the columns are.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Text recordings of one layout, or of one of several that differ in their number of columns.</summary>
public sealed class DelimitedText : RecordingFormat
{
    private readonly ImmutableArray<TextLayout> _layouts;

    /// <summary>A format of text files.</summary>
    /// <param name="layouts">At least one layout. Of several, each without a header and with a number of columns of its own: a file is read by the one that it
    /// fits.</param>
    /// <exception cref="ArgumentException">No layout, or one that contradicts itself or cannot be told from another.</exception>
    public DelimitedText(params IEnumerable<TextLayout> layouts)
    {
        _layouts = [.. layouts];
        TextLayoutRules.Check(_layouts);
    }

    /// <inheritdoc/>
    public override string Name => RecognisesTimes ? "text with a first column \"time [s]\"" : "delimited text";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Patterns => FilePatterns;

    /// <summary>Which files of a folder have this layout: *.txt, *.csv and *.tsv, also with .gz, by default.</summary>
    public ImmutableArray<string> FilePatterns { get; init; } = ["*.txt", "*.csv", "*.tsv", "*.txt.gz", "*.csv.gz", "*.tsv.gz"];

    /// <summary>Text whose first column is called <c>time [s]</c>: the times of the rows; each other column is a channel. <see cref="Recording.SaveCsv"/> writes
    /// it, and <see cref="Recording.Load"/> knows it without being told.</summary>
    public static DelimitedText WithTimes { get; } = new(new TextLayout { HasHeader = true, Columns = [new("time", "s") { Role = TextColumnRole.Time }], Triggers = null }) { RecognisesTimes = true };

    private bool RecognisesTimes { get; init; }

    // Other text could be anything.
    internal override bool Recognises(string path)
    {
        if (!RecognisesTimes)
        {
            return false;
        }

        try
        {
            using TextLines lines = new(path);
            return lines.NextFilled() && lines.Current.TrimStart("\" "u8).StartsWith("time [s]"u8);
        }
        catch (RecordingException)
        {
            // No text, or not to be read: another format, or the error of whoever opens it.
            return false;
        }
    }

    internal override Recording Open(string path) => TextRecordingReader.Read(path, _layouts);
}
