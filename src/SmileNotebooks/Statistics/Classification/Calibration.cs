// Whether predicted probabilities mean what they say.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Calibration of predicted probabilities: curve, intercept and slope (Cox, 1958), Brier score (Brier, 1950), Hosmer-Lemeshow test.</summary>
public static class Calibration
{
    // Log odds at probabilities of 0 and 1 are infinite.
    private const double NearestToCertain = 1e-15;

    /// <summary>Calibration of probabilities against outcomes.</summary>
    /// <param name="probabilities">Predicted probability of the event, one a row, 0 to 1.</param>
    /// <param name="outcomes">Whether it happened.</param>
    /// <param name="options">Default: ten groups of equal size, new rows, 95 % intervals.</param>
    /// <exception cref="ArgumentException">Different lengths, outcomes all alike, a probability that is NaN or not between 0 and 1 (its row is named).</exception>
    public static CalibrationResult Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, CalibrationOptions? options = null)
    {
        options ??= new CalibrationOptions();
        options.Check();
        (double[] predicted, bool[] happened, DroppedRows dropped) = ScoredRows.Of(probabilities, outcomes, "probability", options.Missing);
        Check(happened, probabilities);
        ImmutableArray<CalibrationGroup> curve = CalibrationGrouping.Of(predicted, happened, options, options.Cut);
        (double brier, double logLoss) = Losses(predicted, happened);
        double prevalence = (double)happened.Count(outcome => outcome) / happened.Length;
        return new CalibrationResult
        {
            Curve = curve,
            Intercept = Intercept(predicted, happened, options.Level),
            Slope = Slope(predicted, happened, options.Level),
            Brier = brier,
            ScaledBrier = 1 - (brier / (prevalence * (1 - prevalence))),
            LogLoss = logLoss,
            ExpectedError = curve.Sum(group => group.N * Math.Abs(group.Observed - group.Predicted)) / happened.Length,
            HosmerLemeshow = CalibrationTest.Of(CalibrationGrouping.Of(predicted, happened, options, CalibrationGroups.Quantiles), options.FittedOnTheseRows),
            Probabilities = [.. predicted],
            Outcomes = [.. happened],
            Dropped = dropped,
        };
    }

    /// <summary>Calibration of probabilities that records hold.</summary>
    /// <param name="rows">One record a row.</param>
    /// <param name="probability">Predicted probability of the event.</param>
    /// <param name="outcome">Whether it happened.</param>
    /// <param name="options">See <see cref="Of(ReadOnlySpan{double}, ReadOnlySpan{bool}, CalibrationOptions?)"/>.</param>
    public static CalibrationResult Of<T>(IEnumerable<T> rows, Func<T, double> probability, Func<T, bool> outcome, CalibrationOptions? options = null)
    {
        T[] all = [.. rows];
        return Of((ReadOnlySpan<double>)Array.ConvertAll(all, row => probability(row)), Array.ConvertAll(all, row => outcome(row)), options);
    }

    private static (double Brier, double LogLoss) Losses(double[] predicted, bool[] happened)
    {
        double squares = 0;
        double logs = 0;
        for (int row = 0; row < predicted.Length; row++)
        {
            double miss = happened[row] ? 1 - predicted[row] : predicted[row];
            squares += miss * miss;
            logs -= happened[row] ? Math.Log(predicted[row]) : Precise.Log1p(-predicted[row]);
        }

        return (squares / predicted.Length, logs / predicted.Length);
    }

    // Log odds that are all too high or too low: the constant of a regression with the log odds as they are.
    private static LogisticCoefficient Intercept(double[] predicted, bool[] happened, double level)
    {
        double[] constant = new double[predicted.Length];
        Array.Fill(constant, 1);
        LogisticDesign design = LogisticDesign.Of(constant, ["intercept"], happened, hasConstant: true).With([0], LogOdds(predicted));
        return LogisticRegressionResult.Of(design, new LogisticRegressionOptions { Level = level }).Coefficients[0];
    }

    // Too extreme (below 1) or not extreme enough: the coefficient of the log odds.
    private static LogisticCoefficient? Slope(double[] predicted, bool[] happened, double level)
    {
        double[] logOdds = LogOdds(predicted);
        if (logOdds.All(value => value == logOdds[0]))
        {
            return null;
        }

        double[] columns = new double[2 * predicted.Length];
        columns.AsSpan(0, predicted.Length).Fill(1);
        logOdds.CopyTo(columns, predicted.Length);
        try
        {
            LogisticDesign design = LogisticDesign.Of(columns, [LogisticRegression.InterceptName, "slope"], happened, hasConstant: true);
            return LogisticRegressionResult.Of(design, new LogisticRegressionOptions { Level = level })["slope"];
        }
        catch (SeparationException)
        {
            return null;
        }
    }

    private static double[] LogOdds(double[] predicted) => Array.ConvertAll(predicted, probability =>
    {
        double inside = Math.Clamp(probability, NearestToCertain, 1 - NearestToCertain);
        return Math.Log(inside) - Precise.Log1p(-inside);
    });

    // Rows are named as the caller counts them.
    private static void Check(bool[] happened, ReadOnlySpan<double> probabilities)
    {
        int events = happened.Count(outcome => outcome);
        if (events == 0 || events == happened.Length)
        {
            throw new ArgumentException($"Of {happened.Length} rows {events} are events; calibration needs both outcomes.", nameof(happened));
        }

        for (int row = 0; row < probabilities.Length; row++)
        {
            if (probabilities[row] is < 0 or > 1)
            {
                throw new ArgumentException(Invariant($"Row {row}: the probability is {probabilities[row]}, expected 0 to 1."), nameof(probabilities));
            }
        }
    }
}
