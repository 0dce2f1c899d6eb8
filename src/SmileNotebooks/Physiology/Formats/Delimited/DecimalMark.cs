// Tells the decimal mark of a text file by its numbers.
using System.Buffers;

namespace SmileNotebooks;

/// <summary>The decimal mark of a text: given, or told by the first number that has one; a comma only where it is not the delimiter.</summary>
/// <remarks>A number such as 1,234 may be 1.234, or one thousand two hundred and thirty-four. Where every comma of a text could mark thousands, the text is refused.</remarks>
internal sealed class DecimalMark(TextLines lines, byte delimiter, char? given)
{
    private static readonly SearchValues<byte> DigitsAndComma = SearchValues.Create("0123456789,"u8);

    private byte? _told = given is null && delimiter == (byte)',' ? (byte)'.' : (byte?)given;
    private bool _certain = given is not null || delimiter == (byte)',';
    private (long Line, int Column, string Text)? _unclear;

    /// <summary>The mark, once it is certain. Until then a line end, which no line has, so that numbers with a mark come here.</summary>
    public byte Byte => _certain ? _told!.Value : (byte)'\n';

    /// <summary>The mark of a number.</summary>
    /// <exception cref="RecordingException">It contradicts the marks before.</exception>
    public byte Of(ReadOnlySpan<byte> field, int column)
    {
        bool comma = field.Contains((byte)',');
        bool point = field.Contains((byte)'.');
        if (given is not null || (!comma && !point))
        {
            return (byte)(given ?? '.');
        }

        byte mark = _told ??= comma ? (byte)',' : (byte)'.';
        if ((mark == (byte)',' ? point : comma) || field.Count((byte)',') > 1)
        {
            throw Unclear(lines.Number, column, TextLines.TextOf(field), "a number with the decimal mark of the numbers before");
        }

        _certain |= !comma || !MayMarkThousands(field);
        _unclear ??= (lines.Number, column, TextLines.TextOf(field));
        return mark;
    }

    /// <summary>Refuses a text whose commas can be read in two ways.</summary>
    public void Check()
    {
        if (!_certain && _unclear is (long line, int column, string text))
        {
            throw Unclear(line, column, text, "decimals that cannot be thousands");
        }
    }

    private RecordingException Unclear(long line, int column, string text, string expected) => new(
        lines.Path, $"line {line}, column {column + 1}", TextTokens.Shown(text), $"{expected}; say in the layout what is meant, as in DecimalMark = ',' or DecimalMark = '.'");

    private static bool MayMarkThousands(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> digits = field.TrimStart("+-"u8);
        int comma = digits.IndexOf((byte)',');
        return comma is 1 or 2 or 3 && digits[0] != (byte)'0' && digits.Length - comma == 4 && !digits.ContainsAnyExcept(DigitsAndComma);
    }
}
