namespace SmileNotebooks;

/// <summary>A variable of a model: a column, or arithmetic on columns.</summary>
public sealed record FormulaVariable
{
    private readonly Arithmetic _arithmetic;

    internal FormulaVariable(string name, Arithmetic arithmetic)
    {
        Name = name;
        _arithmetic = arithmetic;
    }

    /// <summary>The variable's text, spaced as R prints it: <c>emotion</c>, <c>log(x)</c>, <c>I(x^2)</c>.</summary>
    public string Name { get; }

    /// <summary>The columns that the variable is made of.</summary>
    public IEnumerable<string> Columns => _arithmetic.Columns.Distinct();

    /// <summary>Whether the variable is categorical in these data: a column of labels, or <c>factor(x)</c>.</summary>
    /// <exception cref="ArgumentException">The data have no such column.</exception>
    public bool IsFactor(DataColumns data) => _arithmetic switch
    {
        Arithmetic.Name name => !data.IsNumeric(name.Column),
        Arithmetic.Call { Function: Arithmetic.Call.FactorFunction } => true,
        _ => false,
    };

    /// <summary>The variable as a factor; a number's levels are its distinct values, ascending.</summary>
    public Factor Factor(DataColumns data) => data.Factor(_arithmetic.Columns.First());

    /// <summary>The variable's value in each row.</summary>
    /// <exception cref="ArgumentException">The data have no such column, or it holds labels.</exception>
    public double[] Evaluate(DataColumns data) => _arithmetic.Evaluate(data);

    /// <summary>What the doubles of <see cref="Evaluate"/> leave off: x^10 has more digits than they.</summary>
    internal double[] LowParts(DataColumns data)
    {
        double[] values = Evaluate(data);
        return [.. _arithmetic.EvaluatePrecisely(data).Select((value, row) => (double)(value - values[row]))];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
