// Fisher's F distribution, accurate in both tails.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Fisher's F distribution. Relative accuracy about 1e-12 in both tails for degrees of freedom to 1e7, also fractional ones.
/// NaN gives NaN.</summary>
public static class FisherF
{
    /// <summary>P(F &lt;= f).</summary>
    /// <param name="f">At least 0; below it the probability is 0.</param>
    /// <param name="numerator">Degrees of freedom of the effect, above 0.</param>
    /// <param name="denominator">Degrees of freedom of the error, above 0; infinity gives chi-squared over its degrees of freedom.</param>
    public static double LowerTail(double f, double numerator, double denominator)
    {
        Check(numerator, denominator);
        if (double.IsNaN(f + numerator + denominator) || f <= 0)
        {
            return double.IsNaN(f + numerator + denominator) ? double.NaN : 0;
        }

        if (double.IsPositiveInfinity(denominator))
        {
            return ChiSquared.LowerTail(numerator * f, numerator);
        }

        (double x, double y) = Shares(f, numerator, denominator);
        return IncompleteBeta.Lower(0.5 * numerator, 0.5 * denominator, x, y);
    }

    /// <summary>P(F &gt; f): the p value of a test.</summary>
    /// <param name="f">At least 0; below it the probability is 1.</param>
    /// <param name="numerator">Degrees of freedom of the effect, above 0.</param>
    /// <param name="denominator">Degrees of freedom of the error, above 0; infinity gives chi-squared over its degrees of freedom.</param>
    public static double UpperTail(double f, double numerator, double denominator)
    {
        Check(numerator, denominator);
        if (double.IsNaN(f + numerator + denominator) || f <= 0)
        {
            return double.IsNaN(f + numerator + denominator) ? double.NaN : 1;
        }

        if (double.IsPositiveInfinity(denominator))
        {
            return ChiSquared.UpperTail(numerator * f, numerator);
        }

        (double x, double y) = Shares(f, numerator, denominator);
        return IncompleteBeta.Lower(0.5 * denominator, 0.5 * numerator, y, x);
    }

    /// <summary>The f below which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="numerator">Degrees of freedom of the effect, above 0.</param>
    /// <param name="denominator">Degrees of freedom of the error, above 0.</param>
    public static double Quantile(double p, double numerator, double denominator)
    {
        Check(numerator, denominator);
        Normal.CheckProbability(p);
        return double.IsPositiveInfinity(denominator)
            ? ChiSquared.Quantile(p, numerator) / numerator
            : Beta.OddsQuantile(p, 0.5 * numerator, 0.5 * denominator) * (denominator / numerator);
    }

    /// <summary>The f above which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="numerator">Degrees of freedom of the effect, above 0.</param>
    /// <param name="denominator">Degrees of freedom of the error, above 0.</param>
    public static double UpperQuantile(double p, double numerator, double denominator)
    {
        Check(numerator, denominator);
        Normal.CheckProbability(p);
        return double.IsPositiveInfinity(denominator)
            ? ChiSquared.UpperQuantile(p, numerator) / numerator
            : denominator / numerator / Beta.OddsQuantile(p, 0.5 * denominator, 0.5 * numerator);
    }

    private static (double Effect, double Error) Shares(double f, double numerator, double denominator)
    {
        double ratio = f * (numerator / denominator);
        return double.IsPositiveInfinity(ratio) ? (1, 0) : (ratio / (1 + ratio), 1 / (1 + ratio));
    }

    private static void Check(double numerator, double denominator)
    {
        if (numerator <= 0 || denominator <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(numerator), Invariant($"F has {numerator} and {denominator} degrees of freedom, expected numbers above 0."));
        }
    }
}
