// Maximum likelihood of a logistic regression by Newton's method (iteratively reweighted least squares).
using System.Numerics.Tensors;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>A maximum: standardised coefficients, the log-likelihood there (without penalty) and the factored, penalised information.</summary>
internal sealed record LogisticSolution(double[] Coefficients, double LogLikelihood, double[] Information, CholeskyFactor Factor, int Iterations);

internal static class LogisticSolver
{
    // A column with less than this share of its variance left by the others is taken as their combination.
    private const double Collinear = 1e-12;

    // The last step's squared length in standard errors, for each row. The coefficients are then right to rounding; the standard errors, which are of
    // the coefficients before that step, move by about a step over the root of the rows.
    private const double Converged = 1e-20;
    private const int MostIterations = 100;

    // Fits that have a maximum are done by then, or nearly; looking for separation costs as much as a step.
    private const int PatienceBeforeSeparation = 8;

    // Of many rows an eighth finds a start that saves about half of the steps over all.
    private const int Thinning = 8;
    private const int LeastThinnedRowsPerColumn = 25;

    /// <summary>Finds the maximum.</summary>
    /// <param name="design">Columns and outcomes.</param>
    /// <param name="penalties">What multiplies half of each squared standardised coefficient; null for none.</param>
    /// <param name="start">Where to begin; default: 0.</param>
    /// <exception cref="ArgumentException">Columns are collinear.</exception>
    /// <exception cref="SeparationException">There is no maximum.</exception>
    public static LogisticSolution Solve(LogisticDesign design, double[]? penalties = null, double[]? start = null)
    {
        LogisticPass pass = new(design);
        CholeskyFactor factor = new(design.Count);
        double[] coefficients = start is null ? Start(design, penalties) : [.. start];
        double[] step = new double[design.Count];
        pass.At(coefficients);
        for (int iteration = 1; iteration <= MostIterations; iteration++)
        {
            double decrement = Step(pass, factor, coefficients, penalties, step, out int failed);
            if (failed >= 0)
            {
                throw iteration == 1 ? CollinearColumns(design, factor, failed) : NoMaximum(design, step, coefficients);
            }

            if (decrement <= Converged * design.Rows)
            {
                TensorPrimitives.Add(coefficients, step, coefficients);
                return new LogisticSolution(coefficients, pass.LogLikelihood, pass.Information, factor, iteration);
            }

            Move(pass, coefficients, penalties, step);
            if (penalties is null && design.Offset is null)
            {
                Separation.ThrowIfFound(design, pass.LeastMargin > 0 ? coefficients : iteration >= PatienceBeforeSeparation ? step : null);
            }
        }

        throw NoMaximum(design, step, coefficients);
    }

    // A few steps on some of the rows; 0 where these have no maximum that is near.
    private static double[] Start(LogisticDesign design, double[]? penalties)
    {
        double[] coefficients = new double[design.Count];
        if (design.Offset is not null || design.Rows < Thinning * LeastThinnedRowsPerColumn * design.Count)
        {
            return coefficients;
        }

        LogisticDesign thinned = design.EveryNth(Thinning);
        double[]? lighter = penalties is null ? null : Array.ConvertAll(penalties, penalty => penalty / Thinning);
        LogisticPass pass = new(thinned);
        CholeskyFactor factor = new(design.Count);
        double[] step = new double[design.Count];
        pass.At(coefficients);
        for (int iteration = 0; iteration < PatienceBeforeSeparation + 2; iteration++)
        {
            double decrement = Step(pass, factor, coefficients, lighter, step, out int failed);
            if (failed >= 0)
            {
                break;
            }

            TensorPrimitives.Add(coefficients, step, coefficients);
            if (decrement < 1)
            {
                return coefficients;
            }

            pass.At(coefficients);
        }

        return new double[design.Count];
    }

    // Newton's step; returns how far it goes, squared, in standard errors.
    private static double Step(
        LogisticPass pass, CholeskyFactor factor, double[] coefficients, double[]? penalties, double[] step, out int failed)
    {
        pass.Gradient.CopyTo(step, 0);
        for (int j = 0; penalties is not null && j < step.Length; j++)
        {
            step[j] -= penalties[j] * coefficients[j];
            pass.Information[(j * step.Length) + j] += penalties[j];
        }

        failed = factor.Factor(pass.Information, penalties is null ? Collinear : 0);
        if (failed >= 0)
        {
            return 0;
        }

        double[] gradient = [.. step];
        factor.Solve(step);
        return TensorPrimitives.Dot<double>(gradient, step);
    }

    // Halves the step until the likelihood does not fall. The function is concave: that is always possible.
    private static void Move(LogisticPass pass, double[] coefficients, double[]? penalties, double[] step)
    {
        double before = Objective(pass, coefficients, penalties);
        TensorPrimitives.Add(coefficients, step, coefficients);
        pass.At(coefficients);
        for (int halving = 0; halving < 40 && !(Objective(pass, coefficients, penalties) >= before - (1e-11 * (1 + Math.Abs(before)))); halving++)
        {
            TensorPrimitives.Multiply(step, 0.5, step);
            TensorPrimitives.Subtract(coefficients, step, coefficients);
            pass.At(coefficients);
        }
    }

    private static double Objective(LogisticPass pass, double[] coefficients, double[]? penalties)
    {
        double penalty = 0;
        for (int j = 0; penalties is not null && j < coefficients.Length; j++)
        {
            penalty += penalties[j] * coefficients[j] * coefficients[j] / 2;
        }

        return pass.LogLikelihood - penalty;
    }

    private static ArgumentException CollinearColumns(LogisticDesign design, CholeskyFactor factor, int column)
    {
        double[] weights = factor.Combination(column);
        string[] others = [.. weights.Select((weight, j) => (weight, j)).Where(other => Math.Abs(other.weight) > 1e-6).Select(other => $"'{design.Names[other.j]}'")];
        return new ArgumentException(others.Length == 0
            ? $"Column '{design.Names[column]}' is constant{(design.HasConstant ? " beside the intercept" : " at 0")}: its coefficient cannot be told."
            : $"Column '{design.Names[column]}' is a linear combination of {string.Join(", ", others)}: their coefficients cannot be told apart. Leave one out, or set a Penalty.");
    }

    private static Exception NoMaximum(LogisticDesign design, double[] step, double[] coefficients) =>
        Separation.Find(design, step) is { } separation ? new SeparationException(separation)
            : new InvalidOperationException(
                Invariant($"The likelihood of the logistic regression was not maximised in {MostIterations} steps; the largest standardised coefficient is {coefficients.Max(Math.Abs):0.#}."));
}
