// Numbers in text, as exactly as IEEE 754 allows, and fast: most of the time of reading a text recording is spent here.
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SmileNotebooks;

internal static class NumberText
{
    // Above 2^53 a mantissa, and above 10^22 a power of ten, is no longer exact in a double.
    private const ulong LargestExact = 1UL << 53;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number at the beginning of a text where one exact multiplication or division gives the nearest double (Clinger, 1990, How to read floating
    /// point numbers accurately): at most 18 digits, a mantissa below 2^53 and a power of ten within 22.</summary>
    /// <param name="text">The text; what follows the number is not looked at.</param>
    /// <param name="mark">The decimal mark.</param>
    /// <param name="value">The number.</param>
    /// <returns>How many bytes the number has; 0 where it must be read by <see cref="TryParse"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadSimple(ReadOnlySpan<byte> text, byte mark, out double value)
    {
        value = 0;
        int at = 0;
        bool negative = text.Length > 0 && text[0] == (byte)'-';
        at += negative ? 1 : 0;
        ulong mantissa = 0;
        int first = at;
        uint digit;
        while (at < text.Length && (digit = text[at] - (uint)'0') <= 9)
        {
            mantissa = (10 * mantissa) + digit;
            at++;
        }

        int digits = at - first;
        int exponent = 0;
        if (at < text.Length && text[at] == mark)
        {
            int point = ++at;
            while (at < text.Length && (digit = text[at] - (uint)'0') <= 9)
            {
                mantissa = (10 * mantissa) + digit;
                at++;
            }

            exponent = point - at;
            digits -= exponent;
        }

        if (digits is 0 or > 18 || mantissa > LargestExact)
        {
            return 0;
        }

        if (at < text.Length && (text[at] | 0x20) == 'e' && !ReadExponent(text, ref at, ref exponent))
        {
            return 0;
        }

        if (exponent is < -22 or > 22)
        {
            return 0;
        }

        double magnitude = (long)mantissa;
        magnitude = exponent < 0 ? magnitude / PowersOfTen[-exponent] : magnitude * PowersOfTen[exponent];
        value = negative ? -magnitude : magnitude;
        return at;
    }

    /// <summary>Reads a whole field as a number.</summary>
    /// <param name="field">The field without blanks around it.</param>
    /// <param name="mark">The decimal mark.</param>
    /// <param name="value">The nearest double; infinite where the number is too large, or where the field says so.</param>
    public static bool TryParse(ReadOnlySpan<byte> field, byte mark, out double value)
    {
        value = double.NaN;
        if (field.Length > 1000)
        {
            return false;
        }

        // As R and C print it; .NET knows the whole word.
        if (Is(field.TrimStart("+-"u8), "inf"u8))
        {
            value = field[0] == (byte)'-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (mark == (byte)'.')
        {
            return double.TryParse(field, Styles, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value);
        }

        Span<byte> pointed = stackalloc byte[field.Length];
        field.Replace(pointed, mark, (byte)'.');
        return !field.Contains((byte)'.') && double.TryParse(pointed, Styles, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value);
    }

    /// <summary>Whether a field says that there is no value: empty, <c>n/a</c> (BIDS), <c>NA</c> (R), <c>NaN</c>, or what the C library of Windows prints for NaN.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> field) => field.Length switch
    {
        0 => true,
        2 => Is(field, "na"u8),
        3 => Is(field, "n/a"u8) || Is(field, "nan"u8),
        4 => Is(field, "-nan"u8),
        6 or 7 or 8 => field.TrimStart((byte)'-') is [(byte)'1', (byte)'.', (byte)'#', var first, ..] && first is (byte)'I' or (byte)'Q' && !field.EndsWith("INF"u8),
        _ => false,
    };

    private static NumberStyles Styles => NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static bool Is(ReadOnlySpan<byte> field, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(field, lower);

    private static bool ReadExponent(ReadOnlySpan<byte> text, ref int at, ref int exponent)
    {
        at++;
        bool negative = at < text.Length && text[at] == (byte)'-';
        at += at < text.Length && text[at] is (byte)'-' or (byte)'+' ? 1 : 0;
        int first = at;
        int written = 0;
        while (at < text.Length && text[at] - (uint)'0' <= 9 && at - first < 4)
        {
            written = (10 * written) + (text[at] - '0');
            at++;
        }

        exponent += negative ? -written : written;
        return at > first && (at == text.Length || text[at] - (uint)'0' > 9);
    }
}
