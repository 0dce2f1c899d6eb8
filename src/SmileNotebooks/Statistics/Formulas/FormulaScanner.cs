// Splits the text of a formula into tokens, each with its place.
using System.Globalization;

namespace SmileNotebooks;

internal enum FormulaTokenKind
{
    Name,
    Number,
    Symbol,
    End,
}

internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Position)
{
    public override string ToString() => Kind == FormulaTokenKind.End ? "the end" : $"'{Text}'";
}

internal sealed class FormulaScanner(string text)
{
    private const string Symbols = "~+-*/:^()|";

    /// <summary>All tokens, the last being the end.</summary>
    public List<FormulaToken> Tokens()
    {
        List<FormulaToken> tokens = [];
        int position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            FormulaToken token = Next(position, out position);
            tokens.Add(token);
        }

        tokens.Add(new FormulaToken(FormulaTokenKind.End, "", text.Length));
        return tokens;
    }

    public FormatException Error(int position, string message) => new($"Formula \"{text}\", column {position + 1}: {message}");

    private FormulaToken Next(int start, out int end)
    {
        char first = text[start];
        if (first == '`')
        {
            int close = text.IndexOf('`', start + 1);
            end = close < 0 ? throw Error(start, "a ` opens a name and no ` closes it.") : close + 1;
            return new FormulaToken(FormulaTokenKind.Name, text[(start + 1)..close], start);
        }

        if (char.IsDigit(first) || (first == '.' && start + 1 < text.Length && char.IsDigit(text[start + 1])))
        {
            return Number(start, out end);
        }

        if (IsOfName(first))
        {
            end = start;
            while (end < text.Length && IsOfName(text[end]))
            {
                end++;
            }

            return new FormulaToken(FormulaTokenKind.Name, text[start..end], start);
        }

        end = start + (text.AsSpan(start).StartsWith("||") ? 2 : 1);
        return Symbols.Contains(first, StringComparison.Ordinal)
            ? new FormulaToken(FormulaTokenKind.Symbol, text[start..end], start)
            : throw Error(start, $"'{first}' has no meaning in a formula.");
    }

    private FormulaToken Number(int start, out int end)
    {
        end = start;
        while (end < text.Length && (IsOfName(text[end]) || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E')))
        {
            end++;
        }

        string number = text[start..end];
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new FormulaToken(FormulaTokenKind.Number, number, start)
            : throw Error(start, $"'{number}' is neither a number nor a name; put ` ` around a name that begins with a digit.");
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '.';
}
