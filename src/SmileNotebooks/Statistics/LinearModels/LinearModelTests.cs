using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The test of one term of a linear model.</summary>
/// <param name="Term">The term's name.</param>
/// <param name="SumOfSquares">What the error sum of squares grows by where the term is left out.</param>
/// <param name="Degrees">The term's columns.</param>
/// <param name="ErrorDegrees">Degrees of freedom of the error.</param>
/// <param name="F">Ratio of the mean squares. Infinite where the error is exactly zero and the effect is not; NaN where both are.</param>
/// <param name="P">Upper tail of F.</param>
/// <param name="PartialEtaSquared">SS / (SS + SS error).</param>
public sealed record LinearModelTest(string Term, double SumOfSquares, int Degrees, int ErrorDegrees, double F, double P, double PartialEtaSquared)
{
    /// <summary>As in <c>group: F(2, 57) = 4.85, p = .011, partial eta2 = .145</c>.</summary>
    public override string ToString() => $"{Term}: F({Degrees}, {ErrorDegrees}) = {Apa.Number(F)}, {Apa.P(P)}, partial eta2 = {Apa.Bounded(PartialEtaSquared, 3)}";
}

/// <summary>Type III tests of a linear model's terms. Immutable.</summary>
/// <param name="Tests">In the order of the model's terms.</param>
public sealed partial record LinearModelTests(ImmutableArray<LinearModelTest> Tests) : IStatisticalResult
{
    /// <summary>A line a term.</summary>
    public string Apa => string.Join('\n', Tests);

    /// <inheritdoc/>
    public ResultTable ToTable() => new("Type III tests", ["term", "SS", "df", "df error", "F", "p", "partial eta2"], [.. Tests.Select(test => ImmutableArray.Create(
        test.Term,
        SmileNotebooks.Apa.Quantity(test.SumOfSquares),
        $"{test.Degrees}",
        $"{test.ErrorDegrees}",
        SmileNotebooks.Apa.Number(test.F),
        SmileNotebooks.Apa.PCell(test.P),
        SmileNotebooks.Apa.Bounded(test.PartialEtaSquared, 3)))]);

    /// <inheritdoc/>
    public override string ToString() => Apa;

    internal static LinearModelTests Of(LinearModelResult fit)
    {
        // In units of the residuals, of which no unit of the response takes squares out of range; a fit without residuals has no such unit.
        bool isPerfect = fit.ResidualStandardError == 0;
        double unit = isPerfect ? 1 : fit.ResidualStandardError;
        double[,] covariance = fit.Covariance(1);
        return new LinearModelTests([.. fit.ModelMatrix.Terms.Select((term, place) =>
        {
            (int first, int end) = fit.ModelMatrix.ColumnsOf(place);
            double[] estimates = [.. fit.Coefficients.AsSpan(first, end - first).ToArray().Select(coefficient => coefficient.Estimate / unit)];
            (double meanSquare, int rank) = WaldTest.Of(estimates, Block(covariance, first, end - first));
            double f = isPerfect ? meanSquare / 0 : meanSquare, sum = meanSquare * rank;
            double p = double.IsNaN(f) ? double.NaN : double.IsInfinity(f) ? 0 : FisherF.UpperTail(f, rank, fit.ErrorDegrees);
            return new LinearModelTest(term.Name, sum * unit * unit, rank, fit.ErrorDegrees, f, p, sum / (sum + (isPerfect ? 0 : fit.ErrorDegrees)));
        })]);
    }

    private static double[,] Block(double[,] matrix, int first, int count)
    {
        double[,] block = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                block[i, j] = matrix[first + i, first + j];
            }
        }

        return block;
    }
}
