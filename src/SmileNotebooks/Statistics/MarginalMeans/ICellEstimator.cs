// What a fitted model must be able to say for marginal means and contrasts to be made of it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A fitted model over the cells of crossed factors: estimates and tests of linear combinations of the cells' means.</summary>
internal interface ICellEstimator
{
    /// <summary>The factors whose cells have means; the last runs fastest.</summary>
    ImmutableArray<DesignFactor> Factors { get; }

    /// <summary>The estimate of one combination, with its standard error and the degrees of freedom of that.</summary>
    /// <param name="weights">A weight a cell.</param>
    (double Estimate, double StandardError, double Degrees) Combine(ReadOnlySpan<double> weights);

    /// <summary>The F test that several combinations are all zero; combinations that depend on others are left out of its degrees of freedom.</summary>
    /// <param name="rows">For each combination a weight a cell.</param>
    (double F, int Degrees, double ErrorDegrees) TestJointly(IReadOnlyList<double[]> rows);
}
