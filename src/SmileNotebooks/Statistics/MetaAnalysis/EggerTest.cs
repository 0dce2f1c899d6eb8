// Egger's regression: do small studies find larger effects?
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class EggerTest
{
    /// <summary>Weighted least squares of effects on standard errors with weights 1 / variance. The slope is the intercept of Egger's own regression
    /// (effect / error on 1 / error), and the intercept here is his slope: the effect of a study without error.</summary>
    public static EggerResult Of(ImmutableArray<StudyEffect> studies, double level)
    {
        int k = studies.Length;
        double[] errors = [.. studies.Select(study => study.StandardError)];
        if (k < 3 || errors.All(error => error == errors[0]))
        {
            throw new ArgumentException(k < 3
                ? $"Egger's test needs at least three studies; found {k}."
                : Invariant($"Egger's test needs studies of different standard errors; all {k} are {errors[0]}."), nameof(studies));
        }

        double[] weights = [.. studies.Select(study => 1 / study.Variance)];
        double total = weights.Sum();
        double meanError = Sum(k, i => weights[i] * errors[i]) / total;
        double meanEffect = Sum(k, i => weights[i] * studies[i].Effect) / total;
        double spread = Sum(k, i => weights[i] * (errors[i] - meanError) * (errors[i] - meanError));
        double slope = Sum(k, i => weights[i] * (errors[i] - meanError) * (studies[i].Effect - meanEffect)) / spread;
        double residual = Sum(k, i =>
        {
            double left = studies[i].Effect - meanEffect - (slope * (errors[i] - meanError));
            return weights[i] * left * left;
        }) / (k - 2);

        double degrees = k - 2;
        double quantile = StudentT.UpperQuantile((1 - level) / 2, degrees);
        double slopeError = Math.Sqrt(residual / spread);
        double limit = meanEffect - (slope * meanError);
        double limitError = Math.Sqrt(residual * ((1 / total) + (meanError * meanError / spread)));
        return new EggerResult
        {
            Asymmetry = slope,
            StandardError = slopeError,
            T = slope / slopeError,
            DegreesOfFreedom = degrees,
            P = StudentT.TwoSided(slope / slopeError, degrees),
            Interval = new ConfidenceInterval(slope - (quantile * slopeError), slope + (quantile * slopeError), level),
            Limit = limit,
            LimitInterval = new ConfidenceInterval(limit - (quantile * limitError), limit + (quantile * limitError), level),
        };
    }

    private static double Sum(int k, Func<int, double> term)
    {
        double sum = 0;
        for (int i = 0; i < k; i++)
        {
            sum += term(i);
        }

        return sum;
    }
}
