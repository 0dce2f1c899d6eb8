// Recursive descent over arithmetic. From loose to tight: + and -, * and /, ^ (which groups to the right).
using System.Globalization;

namespace SmileNotebooks;

internal sealed class ArithmeticParser(FormulaReader reader)
{
    /// <summary>A sum: what stands left of ~, and what functions take.</summary>
    public Arithmetic Sum()
    {
        Arithmetic left = reader.Take("-") ? new Arithmetic.Negation(Multiplication()) : Multiplication();
        while (reader.Is("+") || reader.Is("-"))
        {
            char sign = reader.Next().Text[0];
            left = new Arithmetic.Operation(sign, left, Multiplication());
        }

        return left;
    }

    private Arithmetic Multiplication()
    {
        Arithmetic left = Exponentiation();
        while (reader.Is("*") || reader.Is("/"))
        {
            char sign = reader.Next().Text[0];
            left = new Arithmetic.Operation(sign, left, Exponentiation());
        }

        return left;
    }

    private Arithmetic Exponentiation()
    {
        Arithmetic basis = Operand();
        if (!reader.Take("^"))
        {
            return basis;
        }

        return new Arithmetic.Operation('^', basis, reader.Take("-") ? new Arithmetic.Negation(Exponentiation()) : Exponentiation());
    }

    private Arithmetic Operand()
    {
        FormulaToken token = reader.Current;
        if (token.Kind == FormulaTokenKind.Number)
        {
            reader.Next();
            return new Arithmetic.Constant(double.Parse(token.Text, CultureInfo.InvariantCulture), token.Text);
        }

        if (reader.Take("-"))
        {
            return new Arithmetic.Negation(Exponentiation());
        }

        if (reader.Take("("))
        {
            Arithmetic inner = Sum();
            reader.Expect(")");
            return new Arithmetic.Parenthesis(inner);
        }

        return token.Kind == FormulaTokenKind.Name ? NameOrCall() : throw reader.Unexpected("a column, a number or (");
    }

    /// <summary>A column, or a function of an expression.</summary>
    public Arithmetic NameOrCall()
    {
        FormulaToken name = reader.Next();
        if (!reader.Take("("))
        {
            return new Arithmetic.Name(name.Text);
        }

        if (!Arithmetic.Call.Functions.Contains(name.Text))
        {
            throw reader.Error(name, $"there is no function '{name.Text}'; there are {string.Join(", ", Arithmetic.Call.Functions)}.");
        }

        Arithmetic argument = Sum();
        if (name.Text == Arithmetic.Call.FactorFunction && argument is not Arithmetic.Name)
        {
            throw reader.Error(name, $"factor() takes the name of a column, not '{argument}'.");
        }

        reader.Expect(")");
        return new Arithmetic.Call(name.Text, argument);
    }
}
