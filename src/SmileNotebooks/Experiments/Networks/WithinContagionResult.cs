// What an analysis of contagion within people and community waves says.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Contagion within people and community waves: <c>b = 0.031, permutation p = .384</c>.</summary>
public sealed partial record WithinContagionResult : IStatisticalResult
{
    /// <summary>The change of a person's outcome for a change of all of their friends' by 1 a wave before, beyond that of a stranger of the same community: of 0 and 1 a difference of
    /// probabilities.</summary>
    public required double Estimate { get; init; }

    /// <summary>The standard deviation of the estimate over permutations: its standard error where there is no contagion.</summary>
    public required double StandardError { get; init; }

    /// <summary>The slope over its standard error, less the mean of that over permutations.</summary>
    public required double Z { get; init; }

    /// <summary>Two-sided: (1 + b) / (1 + m) with b of m permutations of which Z is as far from 0 as observed.</summary>
    public required double P { get; init; }

    /// <summary>Z of each permutation.</summary>
    public required ImmutableArray<double> NullDistribution { get; init; }

    /// <summary>How many people with friends count.</summary>
    public required int Egos { get; init; }

    /// <summary>How many waves.</summary>
    public required int Waves { get; init; }

    /// <summary>The seed of the permutations.</summary>
    public required ulong Seed { get; init; }

    /// <inheritdoc/>
    public string Apa => Invariant($"b = {SmileNotebooks.Apa.Quantity(Estimate)}, SE = {SmileNotebooks.Apa.Quantity(StandardError)}, {SmileNotebooks.Apa.P(P)} ({NullDistribution.Length:#,0} shuffles of people's courses within communities, seed {Seed})");

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Contagion within people and community waves", ["", "b", "SE", "z", "p", "egos", "waves"],
        [["friends, wave before", SmileNotebooks.Apa.Quantity(Estimate), SmileNotebooks.Apa.Quantity(StandardError), SmileNotebooks.Apa.Number(Z), SmileNotebooks.Apa.PCell(P), Invariant($"{Egos:#,0}"), $"{Waves}"]])
    {
        Note = Invariant($"Means of people and of community waves taken out; p of z among {NullDistribution.Length:#,0} shuffles of people's courses within communities, the observed arrangement counted."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
