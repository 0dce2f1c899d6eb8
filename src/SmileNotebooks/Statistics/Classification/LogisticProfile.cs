// Intervals of logistic coefficients from the profile of the likelihood: better than Wald's where samples are small or effects large.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

public sealed partial record LogisticRegressionResult
{
    /// <summary>Profile-likelihood intervals: the values of each coefficient that a likelihood-ratio test would not reject
    /// (Venzon and Moolgavkar, 1988). Each limit takes a few fits.</summary>
    /// <returns>One interval a coefficient, in their order, on the scale of log odds; infinite where the likelihood never falls far enough.</returns>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public ImmutableArray<ConfidenceInterval> ProfileIntervals()
    {
        LogisticComparison.RequireMaximum(this);
        double drop = ChiSquared.Quantile(Options.Level, 1) / 2;
        return [.. Enumerable.Range(0, Coefficients.Length).Select(column => LogisticProfile.Interval(this, column, drop))];
    }
}

internal static class LogisticProfile
{
    // A limit farther than this from the estimate, in standard errors, is taken as infinite.
    private const double Farthest = 1e4;
    private const double Precision = 1e-11;

    public static ConfidenceInterval Interval(LogisticRegressionResult fit, int column, double drop)
    {
        LogisticCoefficient coefficient = fit.Coefficients[column];
        return new ConfidenceInterval(
            Limit(fit, column, drop, -coefficient.StandardError), Limit(fit, column, drop, coefficient.StandardError), fit.Options.Level);
    }

    // Where the root of the lost log-likelihood, which is nearly linear in the coefficient, reaches that of the drop: the Pegasus method of Dowell and Jarratt (1972).
    private static double Limit(LogisticRegressionResult fit, int column, double drop, double unit)
    {
        double target = Math.Sqrt(drop);
        double Excess(double distance) => Math.Sqrt(Math.Max(0, fit.LogLikelihood - Profile(fit, column, distance * unit))) - target;
        (double near, double nearExcess) = (0, -target);
        double far = Math.Sqrt(2 * drop);
        double farExcess = Excess(far);
        while (farExcess < 0)
        {
            (near, nearExcess) = (far, farExcess);
            far *= 2;
            if (far > Farthest)
            {
                return unit < 0 ? double.NegativeInfinity : double.PositiveInfinity;
            }

            farExcess = Excess(far);
        }

        for (int step = 0; step < 60 && Math.Abs(far - near) > Precision * far && farExcess != 0; step++)
        {
            double next = far - (farExcess * (far - near) / (farExcess - nearExcess));
            double excess = Excess(next);
            (near, nearExcess) = excess * farExcess < 0 ? (far, farExcess) : (near, nearExcess * farExcess / (farExcess + excess));
            (far, farExcess) = (next, excess);
        }

        return fit.Coefficients[column].Estimate + (far * unit);
    }

    // The best log-likelihood with one raw coefficient moved by some distance from its estimate.
    private static double Profile(LogisticRegressionResult fit, int column, double distance)
    {
        LogisticDesign design = fit.Design;
        int[] others = [.. Enumerable.Range(0, design.Count).Where(other => other != column)];
        double[] offset = new double[design.Rows];
        double[] start = [.. others.Select(other => fit.Solution.Coefficients[other])];
        if (column == 0 && design.HasConstant)
        {
            // The raw intercept: the others' columns count from 0, not from their means.
            Array.Fill(offset, fit.Coefficients[0].Estimate + distance);
            return LogisticSolver.Solve(design.WithUncentred(others, offset), start: start).LogLikelihood;
        }

        TensorPrimitives.Multiply(design.Column(column), fit.Solution.Coefficients[column] + (distance * design.Scales[column]), offset);
        return LogisticSolver.Solve(design.With(others, offset), start: start).LogLikelihood;
    }
}
