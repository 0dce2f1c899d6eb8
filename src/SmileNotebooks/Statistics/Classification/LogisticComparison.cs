// Logistic regressions compared by their likelihoods.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record LogisticRegressionResult
{
    /// <summary>Tests each term of the formula (each column of a matrix) by the likelihood lost when its columns are left out and all others stay
    /// (type III; with sum-to-zero contrasts what car's Anova(type = 3) does).</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public LikelihoodRatioTests LikelihoodRatioTests()
    {
        LogisticComparison.RequireMaximum(this);
        int first = Coefficients.Length - Predictors;
        IEnumerable<(string Name, int[] Columns)> terms = Matrix is null
            ? Enumerable.Range(first, Predictors).Select(column => (Design.Names[column], new[] { column }))
            : Matrix.Terms.Select((term, index) => (term.Name, Enumerable.Range(0, Coefficients.Length).Where(column => Matrix.TermOfColumn[column] == index).ToArray()));
        return new LikelihoodRatioTests([.. terms.Select(term => LogisticComparison.Without(this, term.Name, term.Columns))]);
    }

    /// <summary>Likelihood-ratio test of this fit against a smaller one that is nested in it.</summary>
    /// <param name="smaller">A fit of the same outcomes with fewer coefficients. That it is nested is for the caller to see to.</param>
    /// <exception cref="ArgumentException">Other outcomes, or not fewer coefficients.</exception>
    /// <exception cref="InvalidOperationException">A fit is penalised.</exception>
    public LikelihoodRatio Against(LogisticRegressionResult smaller)
    {
        LogisticComparison.RequireMaximum(this);
        LogisticComparison.RequireMaximum(smaller);
        return smaller.Coefficients.Length < Coefficients.Length && smaller.Outcomes.SequenceEqual(Outcomes)
            ? LogisticComparison.Test("difference", LogLikelihood - smaller.LogLikelihood, Coefficients.Length - smaller.Coefficients.Length)
            : throw new ArgumentException(
                $"Found {smaller.Coefficients.Length} coefficients for {smaller.N} outcomes, expected fewer than {Coefficients.Length} for the same {N} outcomes.", nameof(smaller));
    }
}

internal static class LogisticComparison
{
    public static LikelihoodRatio Of(LogisticRegressionResult fit)
    {
        RequireMaximum(fit);
        return fit.Predictors > 0
            ? Test("model", fit.LogLikelihood - fit.NullLogLikelihood, fit.Predictors)
            : throw new InvalidOperationException("The regression has an intercept only: there is nothing to test.");
    }

    public static LikelihoodRatio Without(LogisticRegressionResult fit, string name, int[] columns)
    {
        LogisticDesign smaller = fit.Design.With([.. Enumerable.Range(0, fit.Design.Count).Except(columns)], offset: null);
        return Test(name, fit.LogLikelihood - LogisticSolver.Solve(smaller).LogLikelihood, columns.Length);
    }

    public static LikelihoodRatio Test(string name, double difference, int degrees)
    {
        double statistic = Math.Max(0, 2 * difference);
        return new LikelihoodRatio(name, statistic, degrees, ChiSquared.UpperTail(statistic, degrees));
    }

    public static void RequireMaximum(LogisticRegressionResult fit)
    {
        if (fit.Options.Penalty > 0)
        {
            throw new InvalidOperationException(
                Invariant($"The regression has a penalty of {fit.Options.Penalty}; likelihood ratios need maximum likelihood, a Penalty of 0."));
        }
    }
}
