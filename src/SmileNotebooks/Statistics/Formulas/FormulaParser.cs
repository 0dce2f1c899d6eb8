// Recursive descent over the grammar of model formulae. From loose to tight: + and -, * and /, :, ^.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

internal sealed class FormulaParser
{
    private readonly FormulaReader _reader;
    private readonly ArithmeticParser _arithmetic;
    private readonly List<FormulaVariable> _variables = [];
    private readonly List<RandomTerm> _randomTerms = [];

    public FormulaParser(string text)
    {
        _reader = new FormulaReader(text);
        _arithmetic = new ArithmeticParser(_reader);
    }

    public Formula Parse(string text)
    {
        FormulaVariable? response = null;
        if (!_reader.Is("~"))
        {
            Arithmetic arithmetic = _arithmetic.Sum();
            response = new FormulaVariable(arithmetic.ToString()!, arithmetic);
        }

        _reader.Expect("~");
        TermSet terms = AdditiveTerms(outermost: true);
        if (_reader.Current.Kind != FormulaTokenKind.End)
        {
            throw _reader.Unexpected("+, -, *, /, : or the end");
        }

        ImmutableArray<FormulaTerm> fixedTerms = [.. terms.InHierarchicalOrder().Select(TermOf)];
        return new Formula(text.Trim(), response, terms.Intercept ?? true, fixedTerms, [.. _randomTerms], [.. _variables]);
    }

    private TermSet AdditiveTerms(bool outermost)
    {
        TermSet terms = new();
        TakeSign(out bool subtract);
        do
        {
            if (outermost && !subtract && _reader.Is("(") && _reader.OpensRandomTerm())
            {
                RandomTerms();
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
        while (TakeSign(out subtract));
        return terms;
    }

    private TermSet Product()
    {
        TermSet left = Interaction();
        while (true)
        {
            if (_reader.Take("*"))
            {
                left = TermSet.Crossing(left, Interaction());
            }
            else if (_reader.Take("/"))
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
        while (_reader.Take(":"))
        {
            left = TermSet.Interaction(left, Power());
        }

        return left;
    }

    private TermSet Power()
    {
        TermSet basis = Primary();
        if (!_reader.Take("^"))
        {
            return basis;
        }

        if (!int.TryParse(_reader.Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int exponent) || exponent < 1)
        {
            throw _reader.Unexpected("a whole number of at least 1 (a power of a variable is written I(x^2))");
        }

        _reader.Next();
        TermSet power = basis;
        for (int i = 1; i < exponent; i++)
        {
            power = TermSet.Crossing(power, basis);
        }

        return power;
    }

    private TermSet Primary()
    {
        if (_reader.Current.Kind == FormulaTokenKind.Number)
        {
            bool? intercept = _reader.Current.Text switch { "1" => true, "0" => false, _ => null };
            TermSet constant = new() { Intercept = intercept ?? throw _reader.Unexpected("0, 1, a variable or (") };
            _reader.Next();
            return constant;
        }

        if (_reader.Take("("))
        {
            TermSet inner = AdditiveTerms(outermost: false);
            _reader.Expect(")");
            return inner;
        }

        return _reader.Current.Kind == FormulaTokenKind.Name ? TermSet.Of(BitOf(_arithmetic.NameOrCall())) : throw _reader.Unexpected("a variable or (");
    }

    private void RandomTerms()
    {
        _reader.Expect("(");
        TermSet effects = AdditiveTerms(outermost: false);
        bool correlated = _reader.Take("|");
        if (!correlated)
        {
            _reader.Expect("||");
        }

        TermSet groupings = AdditiveTerms(outermost: false);
        if (groupings.Terms.Count == 0)
        {
            throw _reader.Unexpected("a grouping factor");
        }

        _reader.Expect(")");
        ImmutableArray<FormulaTerm> terms = [.. effects.InHierarchicalOrder().Select(TermOf)];
        _randomTerms.AddRange(groupings.Terms.Select(grouping => new RandomTerm(effects.Intercept ?? true, terms, TermOf(grouping).Variables, correlated)));
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

        return place < 64 ? 1UL << place : throw _reader.Error(_reader.Current, "more than 64 variables.");
    }

    private FormulaTerm TermOf(ulong bits) => new([.. _variables.Where((_, place) => (bits >> place & 1) != 0).Select(variable => variable.Name)]);

    private bool TakeSign(out bool subtract)
    {
        subtract = _reader.Take("-");
        return subtract || _reader.Take("+");
    }
}
