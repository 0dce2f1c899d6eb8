// p values of a family of tests, adjusted for their number.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The p values of a family of tests before and after adjustment: reject those whose adjusted p is at most the level of the family.</summary>
public sealed partial record AdjustedPValues : IStatisticalResult
{
    /// <summary>What was controlled and how: Bonferroni, Holm, Benjamini-Hochberg.</summary>
    public required string Method { get; init; }

    /// <summary>The p values handed in, in their order.</summary>
    public required ImmutableArray<double> Raw { get; init; }

    /// <summary>The adjusted p values in the same order; NaN where the raw one is NaN.</summary>
    public required ImmutableArray<double> Adjusted { get; init; }

    /// <summary>What the tests are called.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>How many of the tests may be rejected at a level of the family.</summary>
    /// <param name="level">The family-wise error rate, or the false discovery rate, between 0 and 1.</param>
    public int Rejected(double level = 0.05) => Adjusted.Count(p => p <= level);

    /// <summary>One line a test: its name, raw and adjusted p.</summary>
    public string Apa => string.Join('\n', Names.Select((name, i) => $"{name}: {SmileNotebooks.Apa.P(Raw[i])}, adjusted {SmileNotebooks.Apa.P(Adjusted[i])}"));

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        $"p values adjusted by {Method}",
        ["", "p", "adjusted p"],
        [.. Names.Select((name, i) => ImmutableArray.Create(name, SmileNotebooks.Apa.PCell(Raw[i]), SmileNotebooks.Apa.PCell(Adjusted[i])))]);

    /// <summary>The lines.</summary>
    public override string ToString() => Apa;
}
