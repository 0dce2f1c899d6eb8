// Whether log odds are stretched and shifted so that probabilities mean what they say.
namespace SmileNotebooks;

/// <summary>Recalibration of log odds (Platt, 1999; Cox, 1958): probability = 1 / (1 + exp(-(slope x log odds + intercept))).</summary>
/// <param name="Slope">1 where nothing is recalibrated.</param>
/// <param name="Intercept">0 where nothing is recalibrated.</param>
/// <param name="Gain">By how much the log loss falls when each fold is recalibrated by the others; NaN where no line could be fitted.</param>
/// <param name="GainError">Its standard error over people.</param>
/// <param name="IsUsed">Whether it is used: the gain exceeds its standard error.</param>
public sealed record Recalibration(double Slope, double Intercept, double Gain, double GainError, bool IsUsed)
{
    /// <summary>One sentence on what was done and why.</summary>
    public string Sentence => double.IsNaN(Gain)
        ? "Not recalibrated: no line could be fitted to the out-of-fold log odds."
        : $"{(IsUsed ? "Recalibrated" : "Not recalibrated")}: by the other folds, it {(Gain >= 0 ? "lowers" : "raises")} the log loss of a fold by {Apa.Bounded(Math.Abs(Gain), 4)} "
            + $"(standard error over people {Apa.Bounded(GainError, 4)}); it is used where it lowers it by more than that.";

    /// <returns>What the finished classifier uses, fitted to all rows, and the log odds that each fold has by the others.</returns>
    internal static (Recalibration Chosen, double[] LogOdds) Of(double[] logOdds, TrainingSet set, GroupedFolds folds)
    {
        double[] crossed = [.. logOdds];
        for (int fold = 0; fold < folds.Count; fold++)
        {
            if (Line(logOdds, set, folds.TrainingRows(fold)) is not var (slope, intercept))
            {
                return None(logOdds);
            }

            foreach (int row in folds.TestRows(fold))
            {
                crossed[row] = (slope * logOdds[row]) + intercept;
            }
        }

        if (Line(logOdds, set, Enumerable.Range(0, set.Count)) is not var (finalSlope, finalIntercept))
        {
            return None(logOdds);
        }

        double[] gains = [.. Enumerable.Range(0, set.Count).Select(row => LogLoss.Of(logOdds[row], set.Labels[row]) - LogLoss.Of(crossed[row], set.Labels[row]))];
        double gain = gains.Average();
        double error = LogLoss.ClusteredError(gains, set.Groups.AsSpan());

        // A line that falls would turn the ranking around: that is no matter of calibration.
        bool isUsed = gain > error && finalSlope > 0;
        return (new Recalibration(isUsed ? finalSlope : 1, isUsed ? finalIntercept : 0, gain, error, isUsed), isUsed ? crossed : logOdds);
    }

    private static (Recalibration, double[]) None(double[] logOdds) => (new Recalibration(1, 0, double.NaN, double.NaN, IsUsed: false), logOdds);

    private static (double Slope, double Intercept)? Line(double[] logOdds, TrainingSet set, IEnumerable<int> rows)
    {
        int[] all = [.. rows];
        double[,] predictors = new double[all.Length, 1];
        for (int i = 0; i < all.Length; i++)
        {
            predictors[i, 0] = logOdds[all[i]];
        }

        try
        {
            LogisticRegressionResult fitted = LogisticRegression.Fit(predictors, [.. all.Select(row => set.Labels[row])], ["log odds"]);
            return (fitted["log odds"].Estimate, fitted[LogisticRegression.InterceptName].Estimate);
        }
        catch (Exception exception) when (exception is ArgumentException or SeparationException)
        {
            // Log odds that are all alike, outcomes that are, or log odds that separate them.
            return null;
        }
    }
}
