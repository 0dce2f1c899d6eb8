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
        int end = Quoted ? EndOfQuoted(rest, blanks) : rest.IndexOf(_delimiter);
        end = end < 0 ? rest.Length : end;
        Current = rest[..end].Trim((byte)' ');
        if (Quoted)
        {
            Current = Unclosed || Current.Length < 2 ? Current[1..] : Current[1..^1];
        }

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

    private int EndOfQuoted(ReadOnlySpan<byte> rest, int quote)
    {
        int at = quote + 1;
        while (at < rest.Length)
        {
            if (rest[at] != (byte)'"')
            {
                at++;
            }
            else if (at + 1 < rest.Length && rest[at + 1] == (byte)'"')
            {
                at += 2;
            }
            else
            {
                // What stands between the closing quote and the delimiter stays in the field, where no number or label has it: the reader names it.
                int delimiter = rest[at..].IndexOf(_delimiter);
                return delimiter < 0 ? rest.Length : at + delimiter;
            }
        }

        Unclosed = true;
        return rest.Length;
    }
}
