// The variance between studies: estimates and interval.
namespace SmileNotebooks;

internal static class BetweenStudies
{
    // The restricted likelihood can have more than one maximum: it is looked at on a grid of twelve decades before the best is refined.
    private const int GridPoints = 61;
    private const double GridDecades = 12;

    public static double Estimate(StudySet studies, HeterogeneityEstimator estimator) => estimator switch
    {
        HeterogeneityEstimator.Fixed => 0,
        HeterogeneityEstimator.DerSimonianLaird => DerSimonianLaird(studies),
        _ => RestrictedLikelihood(studies),
    };

    /// <summary>The values at which the generalised Q is not in either tail of its distribution (Viechtbauer, 2007). [0, 0] where studies differ less than
    /// sampling alone would have it even at 0; NaN for a single study.</summary>
    public static ConfidenceInterval ProfileInterval(StudySet studies, double level)
    {
        if (studies.Count < 2)
        {
            return new ConfidenceInterval(double.NaN, double.NaN, level);
        }

        double tail = (1 - level) / 2;
        double degrees = studies.Count - 1;
        return new ConfidenceInterval(
            Solve(studies, ChiSquared.UpperQuantile(tail, degrees)), Solve(studies, ChiSquared.Quantile(tail, degrees)), level);
    }

    private static double DerSimonianLaird(StudySet studies)
    {
        double excess = studies.Mean(0).Q - (studies.Count - 1);
        return Math.Max(0, excess / (studies.Count - 1) * studies.TypicalVariance);
    }

    // Where the generalised Q, which falls with tau2, is the quantile.
    private static double Solve(StudySet studies, double quantile)
    {
        double upper = studies.Variances.Max();
        if (studies.Mean(0).Q <= quantile)
        {
            return 0;
        }

        while (studies.Mean(upper).Q > quantile)
        {
            upper *= 4;
        }

        return Bisect(0, upper, tau2 => studies.Mean(tau2).Q - quantile);
    }

    private static double RestrictedLikelihood(StudySet studies)
    {
        double range = studies.Effects.Max() - studies.Effects.Min();
        double top = 4 * Math.Max(range * range, studies.Variances.Max());
        double[] grid = new double[GridPoints];
        for (int i = 1; i < GridPoints; i++)
        {
            grid[i] = top * Math.Pow(10, -GridDecades * (GridPoints - 1 - i) / (GridPoints - 1));
        }

        double[] heights = Array.ConvertAll(grid, tau2 => LogLikelihood(studies, tau2));
        int best = Array.IndexOf(heights, heights.Max());
        double lower = grid[Math.Max(best - 1, 0)];
        double upper = grid[Math.Min(best + 1, GridPoints - 1)];
        return Score(studies, lower) <= 0 ? lower : Bisect(lower, upper, tau2 => Score(studies, tau2));
    }

    // Up to a constant.
    private static double LogLikelihood(StudySet studies, double tau2)
    {
        WeightedMean mean = studies.Mean(tau2);
        return -0.5 * (studies.Variances.Sum(variance => Math.Log(variance + tau2)) + Math.Log(mean.TotalWeight) + mean.Q);
    }

    // Twice the derivative of the restricted log-likelihood.
    private static double Score(StudySet studies, double tau2)
    {
        WeightedMean mean = studies.Mean(tau2);
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < studies.Count; i++)
        {
            double weight = 1 / (studies.Variances[i] + tau2);
            double pull = weight * (studies.Effects[i] - mean.Value);
            squares += weight * weight;
            spread += pull * pull;
        }

        return spread - mean.TotalWeight + (squares / mean.TotalWeight);
    }

    // To the last bit: the function is positive at the lower end and not at the upper.
    private static double Bisect(double lower, double upper, Func<double, double> function)
    {
        while (true)
        {
            double middle = 0.5 * (lower + upper);
            if (middle <= lower || middle >= upper)
            {
                return middle;
            }

            if (function(middle) > 0)
            {
                lower = middle;
            }
            else
            {
                upper = middle;
            }
        }
    }
}
