// Type III tests of the fixed terms of a mixed model.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Type III F tests of the fixed terms of a mixed model, with Satterthwaite's denominator degrees of freedom.</summary>
/// <param name="Terms">Terms in hierarchical order.</param>
public sealed partial record MixedModelAnova(ImmutableArray<MixedModelTerm> Terms) : IStatisticalResult
{
    /// <summary>The test of a term.</summary>
    /// <exception cref="ArgumentException">There is no such term; the message lists those there are.</exception>
    public MixedModelTerm this[string term] =>
        Terms.FirstOrDefault(test => test.Term == term)
        ?? throw new ArgumentException($"There is no term '{term}'; there are: {string.Join(", ", Terms.Select(test => test.Term))}.", nameof(term));

    /// <inheritdoc/>
    public string Apa => string.Join('\n', Terms.Select(term => term.Apa));

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Type III tests of fixed effects",
        ["term", "df", "df error", "F", "p"],
        [.. Terms.Select(term => ImmutableArray.Create(
            term.Term,
            $"{term.NumeratorDegrees}",
            SmileNotebooks.Apa.DegreesOfFreedom(term.DenominatorDegrees),
            SmileNotebooks.Apa.Number(term.F),
            SmileNotebooks.Apa.PCell(term.P)))])
    {
        Note = "Denominator degrees of freedom by Satterthwaite's method.",
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
