// Which character delimits the columns of a text file.
namespace SmileNotebooks;

internal static class TextDelimiters
{
    private static ReadOnlySpan<byte> Candidates => "\t;, "u8;

    /// <summary>A character that delimits nothing: the file has one column.</summary>
    public const byte None = 0;

    /// <summary>Tells the delimiter by a row of numbers: the first of tab, semicolon, comma and blank that gives an expected number of columns; where it is not known how many
    /// are expected, the first that occurs.</summary>
    /// <param name="row">The first row of numbers.</param>
    /// <param name="expected">How many columns there may be; empty where unknown.</param>
    /// <param name="mark">The decimal mark, where it was given.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <returns>Whether it can be told: one comma may stand between two columns, or be the decimal mark of one.</returns>
    public static bool TryTell(ReadOnlySpan<byte> row, ReadOnlySpan<int> expected, char? mark, out byte delimiter)
    {
        foreach (byte candidate in Candidates)
        {
            (int count, bool endsEmpty) = TextFields.Counted(row, candidate);
            if (count > 1 && (expected.Contains(count) || (endsEmpty && expected.Contains(count - 1))))
            {
                delimiter = candidate;
                return true;
            }
        }

        return TryGuess(row, expected.Contains(1), mark, out delimiter);
    }

    /// <summary>The delimiter in words.</summary>
    public static string NameOf(byte delimiter) => delimiter switch
    {
        (byte)'\t' => "tab",
        (byte)';' => "semicolon",
        (byte)',' => "comma",
        (byte)' ' => "blank",
        _ => "none",
    };

    private static bool TryGuess(ReadOnlySpan<byte> row, bool oneColumn, char? mark, out byte delimiter)
    {
        delimiter = row.Contains((byte)'\t') ? (byte)'\t' : row.Contains((byte)';') ? (byte)';' : None;
        if (delimiter != None || oneColumn)
        {
            return true;
        }

        ReadOnlySpan<byte> trimmed = row.Trim((byte)' ');
        int commas = trimmed.Count((byte)',');
        int spaced = trimmed.Count(", "u8);
        bool blanks = trimmed.Contains((byte)' ');
        delimiter = commas > 0 && mark != ',' && (!blanks || spaced == commas) ? (byte)',' : blanks ? (byte)' ' : None;
        bool unclear = mark is null && ((commas == 1 && !trimmed.Contains((byte)'.') && spaced == 0 && !blanks) || (spaced > 0 && spaced < commas));
        return !unclear;
    }
}
