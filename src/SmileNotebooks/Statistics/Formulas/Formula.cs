// A model formula in the notation of Wilkinson and Rogers (1973, Applied Statistics 22, 392-399) as R and lme4 extend it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A model formula: <c>y ~ a*b + I(x^2) + (1 + a | s) + (1 | item)</c>. Immutable.</summary>
/// <remarks>Understood: <c>+ - : * / ^n ( )</c>, <c>0</c>, <c>1</c>, <c>-1</c>; random terms with <c>|</c> and <c>||</c>, grouping by <c>s</c>, <c>a:b</c>, <c>a/b</c>;
/// arithmetic within <c>I()</c>, <c>log()</c>, <c>log2()</c>, <c>log10()</c>, <c>exp()</c>, <c>sqrt()</c>, <c>abs()</c>, <c>sin()</c>, <c>cos()</c>, <c>tan()</c> and left of <c>~</c>;
/// <c>factor(x)</c>; names with other characters between backticks. Not understood: <c>.</c>, <c>%in%</c>, <c>offset()</c>, functions of several arguments.</remarks>
public sealed class Formula
{
    private readonly FormulaVariable? _response;

    internal Formula(
        string text,
        FormulaVariable? response,
        bool hasIntercept,
        ImmutableArray<FormulaTerm> fixedTerms,
        ImmutableArray<RandomTerm> randomTerms,
        ImmutableArray<FormulaVariable> variables)
    {
        Text = text;
        _response = response;
        HasIntercept = hasIntercept;
        FixedTerms = fixedTerms;
        RandomTerms = randomTerms;
        Variables = variables;
    }

    /// <summary>The formula as it was written.</summary>
    public string Text { get; }

    /// <summary>What is modelled: a column or arithmetic on columns.</summary>
    /// <exception cref="ArgumentException">The formula has nothing left of the <c>~</c>.</exception>
    public FormulaVariable Response => _response ?? throw new ArgumentException($"Formula \"{Text}\" has no response: nothing stands left of the ~.");

    /// <summary>Whether the fixed part has a constant: it does unless <c>0</c> or <c>-1</c> takes it out.</summary>
    public bool HasIntercept { get; }

    /// <summary>The fixed terms, expanded: main effects first, then interactions of two, and so on; within an order as first written.</summary>
    public ImmutableArray<FormulaTerm> FixedTerms { get; }

    /// <summary>The random terms in the order written; <c>(1 | a/b)</c> makes one for <c>a</c> and one for <c>a:b</c>.</summary>
    public ImmutableArray<RandomTerm> RandomTerms { get; }

    /// <summary>The variables of fixed and random terms in the order in which the formula first has them, the response excepted.</summary>
    public ImmutableArray<FormulaVariable> Variables { get; }

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormatException">The text is no formula; the message names the column, what was found and what was expected.</exception>
    public static Formula Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FormulaParser(text).Parse(text);
    }

    /// <summary>The variable of this name.</summary>
    /// <param name="name">As in <see cref="FormulaTerm.Variables"/>.</param>
    /// <exception cref="ArgumentException">The formula has no such variable.</exception>
    public FormulaVariable Variable(string name) =>
        Variables.FirstOrDefault(variable => variable.Name == name)
        ?? throw new ArgumentException($"Formula \"{Text}\" has no variable '{name}'; it has {string.Join(", ", Variables)}.", nameof(name));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
