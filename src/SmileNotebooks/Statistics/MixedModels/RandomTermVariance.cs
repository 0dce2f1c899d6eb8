using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The covariance of the effects of one random term.</summary>
/// <param name="Group">Grouping factor: <c>participant</c>, <c>school:class</c>.</param>
/// <param name="Levels">How many levels the grouping factor has.</param>
/// <param name="Effects">Names of the effects, as columns of a model matrix.</param>
/// <param name="StandardDeviations">Of each effect, in the unit of the response for each unit of the effect.</param>
/// <param name="Correlations">[effects][effects], one row after the other; NaN where a standard deviation is zero, and 1 on the diagonal.</param>
public sealed record RandomTermVariance(
    string Group, int Levels, ImmutableArray<string> Effects, ImmutableArray<double> StandardDeviations, ImmutableArray<ImmutableArray<double>> Correlations)
{
    /// <summary>Variance of each effect.</summary>
    public ImmutableArray<double> Variances => [.. StandardDeviations.Select(deviation => deviation * deviation)];
}
