// Numbers in the eight characters that a header has for each.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Writes numbers into eight characters.</summary>
internal static class EdfNumber
{
    private const int Width = 8;

    /// <summary>The number as it is; null where eight characters do not hold it.</summary>
    public static string? Exact(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        string shorter = text.Replace("0.", ".", StringComparison.Ordinal);
        return text.Length <= Width ? text : Math.Abs(value) < 1 && shorter.Length <= Width && Parse(shorter) == value ? shorter : null;
    }

    /// <summary>The nearest number of eight characters that is not greater, for a lower limit.</summary>
    public static string Down(double value)
    {
        // The sign that the mirrored number has or lacks takes a character.
        string mirrored = Up(-value, value > 0 ? Width + 1 : Width - 1);
        return mirrored.StartsWith('-') ? mirrored[1..] : mirrored == "0" ? mirrored : $"-{mirrored}";
    }

    /// <summary>The nearest number of eight characters that is not less, for an upper limit.</summary>
    public static string Up(double value) => Up(value, Width);

    public static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Up(double value, int width)
    {
        // Without an exponent where that is as close: not every reader knows exponents.
        string? best = null;
        for (int decimals = 0; decimals < Width; decimals++)
        {
            best = Closer(best, width, Math.Abs(value) < 1e8 ? RoundedUp(value, value.ToString($"F{decimals}", CultureInfo.InvariantCulture), "", Step(decimals)) : null);
        }

        for (int decimals = 0; decimals < Width - 2; decimals++)
        {
            string[] parts = value.ToString($"E{decimals}", CultureInfo.InvariantCulture).Split('E');
            best = Closer(best, width, RoundedUp(value, parts[0], $"E{int.Parse(parts[1], CultureInfo.InvariantCulture)}", Step(decimals)));
        }

        return best!;
    }

    private static decimal Step(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private static string? Closer(string? best, int width, string? text) =>
        text is null || text.Length > width ? best : best is null || Parse(text) < Parse(best) ? text : best;

    private static string? RoundedUp(double value, string mantissa, string exponent, decimal step)
    {
        decimal digits = decimal.Parse(mantissa, CultureInfo.InvariantCulture);
        digits = Parse(Text(digits, exponent)) < value ? digits + step : digits;
        double result = Parse(Text(digits, exponent));
        return result >= value && double.IsFinite(result) ? Text(digits, exponent) : null;
    }

    private static string Text(decimal digits, string exponent) =>
        digits == 0 ? "0" : digits.ToString("0.#########", CultureInfo.InvariantCulture) + exponent;
}
