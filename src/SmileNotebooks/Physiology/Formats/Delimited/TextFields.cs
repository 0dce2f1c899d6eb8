// Cuts a line into fields.
namespace SmileNotebooks;

/// <summary>The fields of a line. A field may stand in double quotes, in which a quote is written twice; blanks around a field do not count. Where the delimiter is a
/// blank, several count as one.</summary>
internal ref struct TextFields
{
    private readonly ReadOnlySpan<byte> _line;
    private readonly byte _delimiter;
    private int _next;

    /// <summary>The fields of a line.</summary>
    public TextFields(ReadOnlySpan<byte> line, byte delimiter)
    {
        // Blanks at the ends of a line delimit nothing.
        _line = delimiter == (byte)' ' ? line.Trim((byte)' ') : line;
        _delimiter = delimiter;
    }

    /// <summary>The current field, without blanks and quotes around it.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Whether the current field stands in quotes: its quotes within are still written twice.</summary>
    public bool Quoted { get; private set; }

    /// <summary>Whether a quote was opened and not closed; then the rest of the line is the last field.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>The current field as a string.</summary>
    public readonly string Text => Quoted ? TextLines.TextOf(Current).Replace("\"\"", "\"", StringComparison.Ordinal) : TextLines.TextOf(Current);

    /// <summary>Goes to the next field.</summary>
    public bool Next()
    {
        if (_next > _line.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _line[_next..];
        int blanks = rest.IndexOfAnyExcept((byte)' ');
        Quoted = blanks >= 0 && rest[blanks] == (byte)'"';
        int closing = Quoted ? ClosingQuote(rest, blanks + 1) : 0;
        Unclosed = closing == rest.Length && Quoted;
        int end = rest[closing..].IndexOf(_delimiter);
        end = end < 0 ? rest.Length : closing + end;

        // Where anything follows the closing quote, the field is what is written: no number, and an odd label.
        Quoted = Quoted && (Unclosed || !rest[(closing + 1)..end].ContainsAnyExcept((byte)' '));
        Current = Quoted ? rest[(blanks + 1)..closing] : rest[..end].Trim((byte)' ');

        _next += end + 1;
        while (_delimiter == (byte)' ' && _next < _line.Length && _line[_next] == (byte)' ')
        {
            _next++;
        }

        return true;
    }

    /// <summary>All fields of a line as strings.</summary>
    public static List<string> All(ReadOnlySpan<byte> line, byte delimiter)
    {
        List<string> all = [];
        TextFields fields = new(line, delimiter);
        while (fields.Next())
        {
            all.Add(fields.Text);
        }

        return all;
    }

    /// <summary>How many fields a line has, and whether the last is empty, as after a delimiter at the end.</summary>
    public static (int Count, bool EndsEmpty) Counted(ReadOnlySpan<byte> line, byte delimiter)
    {
        TextFields fields = new(line, delimiter);
        int count = 0;
        while (fields.Next())
        {
            count++;
        }

        return (count, count > 1 && fields.Current.IsEmpty && !fields.Quoted);
    }

    // The place of the closing quote, past quotes that are written twice; the end where there is none.
    private static int ClosingQuote(ReadOnlySpan<byte> rest, int at)
    {
        while (at < rest.Length && (rest[at] != (byte)'"' || (at + 1 < rest.Length && rest[at + 1] == (byte)'"')))
        {
            at += rest[at] == (byte)'"' ? 2 : 1;
        }

        return Math.Min(at, rest.Length);
    }
}
