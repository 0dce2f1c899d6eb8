// Walks over the tokens of a formula.
namespace SmileNotebooks;

internal sealed class FormulaReader
{
    private readonly FormulaScanner _scanner;
    private readonly List<FormulaToken> _tokens;
    private int _next;

    public FormulaReader(string text)
    {
        _scanner = new FormulaScanner(text);
        _tokens = _scanner.Tokens();
    }

    public FormulaToken Current => _tokens[_next];

    public FormulaToken Next() => _tokens[_next++];

    public bool Is(string symbol) => Current.Kind == FormulaTokenKind.Symbol && Current.Text == symbol;

    public bool Take(string symbol)
    {
        bool found = Is(symbol);
        _next += found ? 1 : 0;
        return found;
    }

    public void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    /// <summary>Whether the parenthesis that opens here holds a bar of its own: a random term.</summary>
    public bool OpensRandomTerm()
    {
        int depth = 0, scan = _next;
        do
        {
            FormulaToken token = _tokens[scan];
            bool isSymbol = token.Kind == FormulaTokenKind.Symbol;
            if (isSymbol && depth == 1 && token.Text is "|" or "||")
            {
                return true;
            }

            depth += isSymbol ? token.Text switch { "(" => 1, ")" => -1, _ => 0 } : 0;
            scan++;
        }
        while (depth > 0 && _tokens[scan].Kind != FormulaTokenKind.End);
        return false;
    }

    public FormatException Unexpected(string expected) => Error(Current, $"expected {expected}, found {Current}.");

    public FormatException Error(FormulaToken token, string message) => _scanner.Error(token.Position, message);
}
