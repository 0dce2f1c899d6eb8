// Logistic regression under an elastic-net penalty: Newton's method outside, coordinate descent and an exact step on the active coefficients inside.
using System.Numerics.Tensors;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Minimises the mean negative log-likelihood plus penalty x (mixing x sum|b| + (1 - mixing) / 2 x sum b^2) over standardised coefficients, the constant left free
/// (Zou and Hastie, 2005; Friedman, Hastie and Tibshirani, 2010). Written anew: with far more rows than columns the information matrix is made once a step, by the pass that
/// <see cref="LogisticSolver"/> uses, and all that follows is work on columns.</summary>
/// <param name="design">Standardised columns, the constant first.</param>
internal sealed class ElasticNetSolver(LogisticDesign design)
{
    // Squared length of the last step in standard errors of one row: what is left after that step is of the order of this number.
    private const double Converged = 1e-12;
    private const double RoughlyConverged = 1e-4;
    private const int MostSteps = 200;
    private const int MostHalvings = 40;

    // As in LogisticSolver: of many rows an eighth finds a start.
    private const int Thinning = 8;
    private const int LeastThinnedRowsPerColumn = 25;

    private readonly LogisticPass _pass = new(design);
    private readonly ElasticNetStep _step = new(design.Count);

    /// <summary>The minimum.</summary>
    /// <param name="penalty">Above 0.</param>
    /// <param name="mixing">0 (ridge) to 1 (lasso).</param>
    /// <param name="start">Where to begin, as the minimum at a neighbouring penalty; null for none.</param>
    /// <returns>Standardised coefficients, the constant first.</returns>
    /// <exception cref="InvalidOperationException">Rounding stops the descent before it has converged; not seen with standardised columns.</exception>
    public double[] Solve(double penalty, double mixing, double[]? start = null) =>
        Solve(penalty, mixing, start is null ? Start(penalty, mixing) : [.. start], Converged);

    /// <summary>The least penalty at which all coefficients of a lasso are 0: the largest slope of the mean log-likelihood at the base rate.</summary>
    public static double LargestSlope(LogisticDesign design)
    {
        double rate = (double)design.Events / design.Rows;
        double[] residuals = Array.ConvertAll(design.Signs, sign => sign > 0 ? 1 - rate : -rate);
        double largest = 0;
        for (int j = 1; j < design.Count; j++)
        {
            largest = Math.Max(largest, Math.Abs(TensorPrimitives.Dot<double>(design.Column(j), residuals)) / design.Rows);
        }

        return largest;
    }

    private double[] Solve(double penalty, double mixing, double[] coefficients, double tolerance)
    {
        double[] step = new double[coefficients.Length];
        _pass.At(coefficients);
        for (int iteration = 0; iteration < MostSteps; iteration++)
        {
            double decrement = _step.Find(_pass, design.Rows, penalty, mixing, coefficients, step);
            if (decrement <= tolerance)
            {
                return Moved(coefficients, step);
            }

            if (!TryMove(penalty, mixing, coefficients, step))
            {
                // No step is short enough to be seen in the objective: rounding is all that is left.
                return decrement <= Math.Sqrt(Converged) ? coefficients
                    : throw new InvalidOperationException(Invariant($"The elastic net (penalty {penalty:G3}, mixing {mixing:G3}) stopped at a decrement of {decrement:G3}."));
            }
        }

        throw new InvalidOperationException(Invariant($"The elastic net (penalty {penalty:G3}, mixing {mixing:G3}) did not converge in {MostSteps} steps."));
    }

    private double[] Start(double penalty, double mixing)
    {
        double[] coefficients = new double[design.Count];
        if (design.Rows < Thinning * LeastThinnedRowsPerColumn * design.Count)
        {
            // The constant of the base rate.
            coefficients[0] = Math.Log((double)design.Events / (design.Rows - design.Events));
            return coefficients;
        }

        LogisticDesign thinned = design.EveryNth(Thinning);
        return thinned.Events == 0 || thinned.Events == thinned.Rows
            ? coefficients
            : new ElasticNetSolver(thinned).Solve(penalty, mixing, coefficients, RoughlyConverged);
    }

    private static double[] Moved(double[] coefficients, double[] step)
    {
        TensorPrimitives.Add(coefficients, step, coefficients);
        return coefficients;
    }

    // Halves the step until the objective does not rise. It is convex: that is always possible but for rounding.
    private bool TryMove(double penalty, double mixing, double[] coefficients, double[] step)
    {
        double before = Objective(penalty, mixing, coefficients);
        Moved(coefficients, step);
        _pass.At(coefficients);
        for (int halving = 0; halving < MostHalvings; halving++)
        {
            if (Objective(penalty, mixing, coefficients) <= before + (1e-14 * (1 + Math.Abs(before))))
            {
                return true;
            }

            TensorPrimitives.Multiply(step, 0.5, step);
            TensorPrimitives.Subtract(coefficients, step, coefficients);
            _pass.At(coefficients);
        }

        return false;
    }

    private double Objective(double penalty, double mixing, double[] coefficients)
    {
        ReadOnlySpan<double> slopes = coefficients.AsSpan(1);
        double penalties = slopes.IsEmpty
            ? 0
            : (mixing * TensorPrimitives.SumOfMagnitudes(slopes)) + ((1 - mixing) / 2 * TensorPrimitives.SumOfSquares(slopes));
        return (-_pass.LogLikelihood / design.Rows) + (penalty * penalties);
    }
}
