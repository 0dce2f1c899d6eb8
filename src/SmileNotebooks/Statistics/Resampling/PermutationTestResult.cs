// What a permutation test found.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The result of a permutation test.</summary>
public sealed partial record PermutationTestResult : IStatisticalResult
{
    /// <summary>What was permuted, as in "sign flips".</summary>
    public required string Permuted { get; init; }

    /// <summary>What the statistic is, as in "M" or "mean difference".</summary>
    public required string StatisticName { get; init; }

    /// <summary>The observed statistic.</summary>
    public required double Statistic { get; init; }

    /// <summary>How often the statistic of a permutation is as far out as the observed one, the observed arrangement counted among the permutations.</summary>
    public required double P { get; init; }

    /// <summary>The statistic of each permutation besides the observed arrangement. A two-sided exact sign-flip test has one of each two that differ in all signs.</summary>
    public required ImmutableArray<double> NullDistribution { get; init; }

    /// <summary>Whether all permutations were enumerated, so that p is exact.</summary>
    public required bool IsExact { get; init; }

    /// <summary>The alternative hypothesis.</summary>
    public required Alternative Alternative { get; init; }

    /// <summary>The samples that were compared, without what was dropped: one or two.</summary>
    public required ImmutableArray<ImmutableArray<double>> Samples { get; init; }

    /// <summary>The seed of the permutations.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Rows that were left out (those of the second group after all of the first).</summary>
    public required DroppedRows Dropped { get; init; }

    /// <summary>How many permutations were looked at besides the observed arrangement.</summary>
    public int Permutations => NullDistribution.Length;

    /// <summary>The standard error that p has because permutations were drawn at random; 0 where it is exact.</summary>
    public double MonteCarloError => IsExact ? 0 : Math.Sqrt(P * (1 - P) / Permutations);

    /// <inheritdoc/>
    public string Apa => $"{StatisticName} = {SmileNotebooks.Apa.Quantity(Statistic)}, {SmileNotebooks.Apa.P(P)} ({PermutationWords})";

    private string PermutationWords => IsExact
        ? $"all {Grouped(Permutations + 1)} {Permuted}"
        : $"{Grouped(Permutations)} random {Permuted}, seed {Seed}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Permutation test",
        ["statistic", "value", "n", "p", "Monte-Carlo error of p"],
        [[StatisticName, SmileNotebooks.Apa.Quantity(Statistic), string.Join(", ", Samples.Select(sample => sample.Length)), SmileNotebooks.Apa.PCell(P), IsExact ? "exact" : SmileNotebooks.Apa.Bounded(MonteCarloError, 4)]])
    {
        Note = $"{char.ToUpperInvariant(PermutationWords[0])}{PermutationWords[1..]}, the observed arrangement counted{(Dropped.Count == 0 ? "" : $"; {Dropped}")}.",
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static string Grouped(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
