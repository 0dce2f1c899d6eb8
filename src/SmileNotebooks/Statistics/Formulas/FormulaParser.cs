// Recursive descent over the grammar of model formulae. From loose to tight: + -, * /, :, ^, and within functions arithmetic.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

internal sealed class FormulaParser
{
    private readonly FormulaScanner _scanner;
    private readonly List<FormulaToken> _tokens;
    private readonly List<FormulaVariable> _variables = [];
    private readonly List<RandomTerm> _randomTerms = [];
    private int _next;

    public FormulaParser(string text)
    {
        _scanner = new FormulaScanner(text);
        _tokens = _scanner.Tokens();
    }

    private FormulaToken Current => _tokens[_next];

    public Formula Parse(string text)
    {
        FormulaVariable? response = null;
        if (!Is("~"))
        {
            Arithmetic arithmetic = Sum();
            response = new FormulaVariable(arithmetic.ToString()!, arithmetic);
        }

        Expect("~");
        TermSet terms = AdditiveTerms(outermost: true);
        if (Current.Kind != FormulaTokenKind.End)
        {
            throw Unexpected("+, -, *, /, : or the end");
        }

        ImmutableArray<FormulaTerm> fixedTerms = [.. terms.InHierarchicalOrder().Select(TermOf)];
        return new Formula(text.Trim(), response, terms.Intercept ?? true, fixedTerms, [.. _randomTerms], [.. _variables]);
    }

    private TermSet AdditiveTerms(bool outermost)
    {
        TermSet terms = new();
        bool subtract = Take("-");
        if (!subtract)
        {
            Take("+");
        }

        do
        {
            if (outermost && !subtract && Is("(") && RandomTerms())
            {
                continue;
            }

            TermSet next = Product();
            if (subtract)
            {
                terms.Remove(next);
            }
            else
            {
                terms.Add(next);
            }
        }
        while (Take("+", ref subtract, false) || Take("-", ref subtract, true));
        return terms;
    }

    private TermSet Product()
    {
        TermSet left = Interaction();
        while (true)
        {
            if (Take("*"))
            {
                left = TermSet.Crossing(left, Interaction());
            }
            else if (Take("/"))
            {
                left = TermSet.Nesting(left, Interaction());
            }
            else
            {
                return left;
            }
        }
    }

    private TermSet Interaction()
    {
        TermSet left = Power();
        while (Take(":"))
        {
            left = TermSet.Interaction(left, Power());
        }

        return left;
    }

    private TermSet Power()
    {
        TermSet basis = Primary();
        if (!Take("^"))
        {
            return basis;
        }

        if (!int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int exponent) || exponent < 1)
        {
            throw Unexpected("a whole number of at least 1 (a power of a variable is written I(x^2))");
        }

        _next++;
        TermSet power = basis;
        for (int i = 1; i < exponent; i++)
        {
            power = TermSet.Crossing(power, basis);
        }

        return power;
    }

    private TermSet Primary()
    {
        if (Current.Kind == FormulaTokenKind.Number)
        {
            bool? intercept = Current.Text switch { "1" => true, "0" => false, _ => null };
            TermSet constant = new() { Intercept = intercept ?? throw Unexpected("0, 1, a variable or (") };
            _next++;
            return constant;
        }

        if (Take("("))
        {
            TermSet inner = AdditiveTerms(outermost: false);
            Expect(")");
            return inner;
        }

        return Current.Kind == FormulaTokenKind.Name ? TermSet.Of(BitOf(NameOrCall())) : throw Unexpected("a variable or (");
    }

    /// <summary>Reads (terms | grouping); leaves everything as it was where the parenthesis holds no bar.</summary>
    private bool RandomTerms()
    {
        int depth = 0, scan = _next;
        do
        {
            depth += _tokens[scan].Text switch { "(" => 1, ")" => -1, _ => 0 };
            scan++;
        }
        while (depth > 0 && _tokens[scan].Kind != FormulaTokenKind.End && !(depth == 1 && _tokens[scan].Text is "|" or "||"));
        if (_tokens[scan].Text is not ("|" or "||") || _tokens[scan].Kind != FormulaTokenKind.Symbol)
        {
            return false;
        }

        Expect("(");
        TermSet effects = AdditiveTerms(outermost: false);
        bool correlated = Take("|");
        if (!correlated)
        {
            Expect("||");
        }

        TermSet groupings = AdditiveTerms(outermost: false);
        if (groupings.Terms.Count == 0)
        {
            throw Unexpected("a grouping factor");
        }

        Expect(")");
        ImmutableArray<FormulaTerm> terms = [.. effects.InHierarchicalOrder().Select(TermOf)];
        _randomTerms.AddRange(groupings.Terms.Select(grouping => new RandomTerm(effects.Intercept ?? true, terms, TermOf(grouping).Variables, correlated)));
        return true;
    }

    private Arithmetic Sum()
    {
        Arithmetic left = Take("-") ? new Arithmetic.Negation(Multiplication()) : Multiplication();
        while (Is("+") || Is("-"))
        {
            char sign = _tokens[_next++].Text[0];
            left = new Arithmetic.Operation(sign, left, Multiplication());
        }

        return left;
    }

    private Arithmetic Multiplication()
    {
        Arithmetic left = Exponentiation();
        while (Is("*") || Is("/"))
        {
            char sign = _tokens[_next++].Text[0];
            left = new Arithmetic.Operation(sign, left, Exponentiation());
        }

        return left;
    }

    private Arithmetic Exponentiation()
    {
        Arithmetic basis = Operand();
        if (!Take("^"))
        {
            return basis;
        }

        return new Arithmetic.Operation('^', basis, Take("-") ? new Arithmetic.Negation(Exponentiation()) : Exponentiation());
    }

    private Arithmetic Operand()
    {
        FormulaToken token = Current;
        if (token.Kind == FormulaTokenKind.Number)
        {
            _next++;
            return new Arithmetic.Constant(double.Parse(token.Text, CultureInfo.InvariantCulture), token.Text);
        }

        if (Take("("))
        {
            Arithmetic inner = Sum();
            Expect(")");
            return new Arithmetic.Parenthesis(inner);
        }

        return token.Kind == FormulaTokenKind.Name ? NameOrCall() : throw Unexpected("a column, a number or (");
    }

    private Arithmetic NameOrCall()
    {
        FormulaToken name = _tokens[_next++];
        if (!Take("("))
        {
            return new Arithmetic.Name(name.Text);
        }

        if (!Arithmetic.Call.Functions.Contains(name.Text))
        {
            throw _scanner.Error(name.Position, $"there is no function '{name.Text}'; there are {string.Join(", ", Arithmetic.Call.Functions)}.");
        }

        Arithmetic argument = Sum();
        if (name.Text == Arithmetic.Call.FactorFunction && argument is not Arithmetic.Name)
        {
            throw _scanner.Error(name.Position, $"factor() takes the name of a column, not '{argument}'.");
        }

        Expect(")");
        return new Arithmetic.Call(name.Text, argument);
    }

    private ulong BitOf(Arithmetic arithmetic)
    {
        string name = arithmetic.ToString()!;
        int place = _variables.FindIndex(variable => variable.Name == name);
        if (place < 0)
        {
            place = _variables.Count;
            _variables.Add(new FormulaVariable(name, arithmetic));
        }

        return place < 64 ? 1UL << place : throw _scanner.Error(Current.Position, "more than 64 variables.");
    }

    private FormulaTerm TermOf(ulong bits) => new([.. _variables.Where((_, place) => (bits >> place & 1) != 0).Select(variable => variable.Name)]);

    private bool Is(string symbol) => Current.Kind == FormulaTokenKind.Symbol && Current.Text == symbol;

    private bool Take(string symbol)
    {
        bool found = Is(symbol);
        _next += found ? 1 : 0;
        return found;
    }

    private bool Take(string symbol, ref bool flag, bool value)
    {
        bool found = Take(symbol);
        flag = found ? value : flag;
        return found;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    private FormatException Unexpected(string expected) => _scanner.Error(Current.Position, $"expected {expected}, found {Current}.");
}
