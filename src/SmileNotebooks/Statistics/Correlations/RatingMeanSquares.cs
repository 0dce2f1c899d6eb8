// Mean squares of a table of targets by raters.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Mean squares between targets, within targets, between raters, and of the residual.</summary>
internal sealed record RatingMeanSquares(int Targets, int Raters, double BetweenTargets, double WithinTargets, double BetweenRaters, double Residual)
{
    /// <exception cref="ArgumentException">All ratings are equal.</exception>
    public static RatingMeanSquares Of(double[][] raters)
    {
        int k = raters.Length;
        int n = raters[0].Length;
        double[][] deviations = Deviations(raters);
        double[] targetMeans = new double[n];
        double[] raterMeans = new double[k];
        for (int j = 0; j < k; j++)
        {
            for (int i = 0; i < n; i++)
            {
                targetMeans[i] += deviations[j][i] / k;
                raterMeans[j] += deviations[j][i] / n;
            }
        }

        double within = 0;
        double residual = 0;
        for (int j = 0; j < k; j++)
        {
            for (int i = 0; i < n; i++)
            {
                double fromTarget = deviations[j][i] - targetMeans[i];
                within += fromTarget * fromTarget;
                residual += (fromTarget - raterMeans[j]) * (fromTarget - raterMeans[j]);
            }
        }

        return new RatingMeanSquares(
            n,
            k,
            Spread(k * targetMeans.Sum(mean => mean * mean) / (n - 1)),
            Spread(within / (n * (k - 1.0))),
            Spread(n * raterMeans.Sum(mean => mean * mean) / (k - 1)),
            Spread(residual / ((n - 1.0) * (k - 1))));
    }

    // Ratings are scaled to 1 at most: squares of their rounding errors are no spread.
    private static double Spread(double meanSquare) => meanSquare > 1e-30 ? meanSquare : 0;

    // From the grand mean, scaled to the largest; the ratios of mean squares stay the same.
    private static double[][] Deviations(double[][] raters)
    {
        double largest = raters.Max(rater => rater.Max(Math.Abs));
        double[] first = raters[0];
        if (raters.All(rater => rater.All(value => value == first[0])))
        {
            throw new ArgumentException(Invariant($"All ratings are {first[0]}: without any variance an intraclass correlation is 0/0."), nameof(raters));
        }

        double mean = raters.Average(rater => rater.Average(value => value / largest));
        double[][] deviations = [.. raters.Select(rater => Array.ConvertAll(rater, value => (value / largest) - mean))];
        double left = deviations.Average(rater => rater.Average());
        return [.. deviations.Select(rater => Array.ConvertAll(rater, value => value - left))];
    }
}
