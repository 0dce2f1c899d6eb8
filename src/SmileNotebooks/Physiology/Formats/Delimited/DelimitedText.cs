// Recordings in delimited text, by a layout that says what the columns are.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Text recordings of one layout, or of one of several that differ in their number of columns.</summary>
public sealed class DelimitedText : RecordingFormat
{
    private readonly ImmutableArray<TextLayout> _layouts;

    /// <summary>A format of text files.</summary>
    /// <param name="layouts">At least one layout. Of several, each without a header and with a number of columns of its own: a file is read by the one that it fits.</param>
    /// <exception cref="ArgumentException">No layout, or one that contradicts itself or cannot be told from another.</exception>
    public DelimitedText(params IEnumerable<TextLayout> layouts)
    {
        _layouts = [.. layouts];
        TextLayoutRules.Check(_layouts);
    }

    /// <inheritdoc/>
    public override string Name => "delimited text";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Patterns => FilePatterns;

    /// <summary>Which files of a folder have this layout: *.txt, *.csv and *.tsv, also with .gz, by default.</summary>
    public ImmutableArray<string> FilePatterns { get; init; } = ["*.txt", "*.csv", "*.tsv", "*.txt.gz", "*.csv.gz", "*.tsv.gz"];

    // A text without a header of its own could be anything.
    internal override bool Recognises(string path) => false;

    internal override Recording Open(string path) => TextRecordingReader.Read(path, _layouts);
}
