// The test of Hosmer and Lemeshow (1980).
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Observed against expected counts in groups of risk.</summary>
/// <param name="ChiSquared">Sum over groups of (observed - expected)^2 / (n p (1 - p)).</param>
/// <param name="DegreesOfFreedom">Groups - 2 on the rows that the model was fitted to, else the groups.</param>
/// <param name="P">Upper tail; NaN where no degree of freedom is left.</param>
/// <param name="Groups">The groups, cut at quantiles; fewer than asked for where probabilities are tied.</param>
public sealed record CalibrationTest(double ChiSquared, int DegreesOfFreedom, double P, ImmutableArray<CalibrationGroup> Groups)
{
    /// <summary>As in <c>chi2(8) = 5.94, p = .654</c>.</summary>
    public override string ToString() => $"chi2({DegreesOfFreedom}) = {Apa.Number(ChiSquared)}, {Apa.P(P)}";

    internal static CalibrationTest Of(ImmutableArray<CalibrationGroup> groups, bool fittedOnTheseRows)
    {
        double sum = groups.Sum(Term);
        int degrees = groups.Length - (fittedOnTheseRows ? 2 : 0);
        return new CalibrationTest(sum, degrees, degrees > 0 ? SmileNotebooks.ChiSquared.UpperTail(sum, degrees) : double.NaN, groups);
    }

    // A group whose every row is certain has nothing to deviate, or deviates without end.
    private static double Term(CalibrationGroup group)
    {
        double expected = group.N * group.Predicted;
        double deviation = group.Events - expected;
        return deviation == 0 ? 0 : deviation * deviation / (expected * (1 - group.Predicted));
    }
}
