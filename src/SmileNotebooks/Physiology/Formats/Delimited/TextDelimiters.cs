// Which character delimits the columns of a text file.
namespace SmileNotebooks;

internal static class TextDelimiters
{
    /// <summary>A character that delimits nothing: the file has one column.</summary>
    public const byte None = 0;

    private static ReadOnlySpan<byte> Candidates => "\t;, "u8;

    /// <summary>Tells the delimiter by a row and the number of columns that it should have, which settles whether a comma delimits columns or decimals: the first
    /// of tab, semicolon, comma and blank that gives so many fields without blanks in them, else so many fields, else any.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="expected">How many columns there may be.</param>
    public static byte Tell(ReadOnlySpan<byte> row, ReadOnlySpan<int> expected)
    {
        byte counted = None;
        byte occurring = None;
        foreach (byte candidate in Candidates)
        {
            (int count, bool endsEmpty) = TextFields.Counted(row, candidate);
            occurring = occurring == None && count > 1 ? candidate : occurring;
            if (count > 1 && (expected.Contains(count) || (endsEmpty && expected.Contains(count - 1))))
            {
                counted = counted == None ? candidate : counted;
                if (!HasBlanksWithin(row, candidate))
                {
                    return candidate;
                }
            }
        }

        return counted != None ? counted : expected.Contains(1) ? None : occurring;
    }

    /// <summary>The delimiter in words.</summary>
    public static string NameOf(byte delimiter) => delimiter switch
    {
        (byte)'\t' => "tab",
        (byte)';' => "semicolon",
        (byte)',' => "comma",
        _ => "blank",
    };

    private static bool HasBlanksWithin(ReadOnlySpan<byte> row, byte delimiter)
    {
        TextFields fields = new(row, delimiter);
        while (fields.Next())
        {
            if (!fields.Quoted && fields.Current.Contains((byte)' '))
            {
                return true;
            }
        }

        return false;
    }
}
