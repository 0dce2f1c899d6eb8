// The smooth line in a plot of residuals: locally weighted linear regression (Cleveland, 1979, Journal of the American Statistical
// Association 74:829) without the robustness iterations, so that outliers show.
namespace SmileNotebooks;

/// <summary>Smooths y over x.</summary>
internal static class LocalRegression
{
    /// <summary>Share of the values that each place looks at.</summary>
    private const double Span = 2.0 / 3;

    /// <summary>The smooth line at the given places.</summary>
    /// <param name="x">Ascending.</param>
    /// <param name="y">As many.</param>
    /// <param name="places">Where.</param>
    public static double[] At(double[] x, double[] y, IEnumerable<double> places)
    {
        int near = Math.Clamp((int)((Span * x.Length) + 1e-7), 2, x.Length);
        return [.. places.Select(place => Fit(x, y, place, near))];
    }

    private static double Fit(double[] x, double[] y, double place, int near)
    {
        int from = 0;
        while (from + near < x.Length && place - x[from] > x[from + near] - place)
        {
            from++;
        }

        double reach = Math.Max(place - x[from], x[from + near - 1] - place);
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        double[] weights = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double distance = Math.Abs(x[i] - place);
            weights[i] = reach == 0 ? (distance == 0 ? 1 : 0) : distance < reach ? Tricube(distance / reach) : 0;
            sum += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }

        meanX /= sum;
        meanY /= sum;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sxx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
            sxy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
        }

        // Where the weighted x have no spread, the line is their mean.
        double range = x[^1] - x[0];
        return Math.Sqrt(sxx / sum) > 0.001 * range ? meanY + (sxy / sxx * (place - meanX)) : meanY;
    }

    private static double Tricube(double share)
    {
        double rest = 1 - (share * share * share);
        return rest * rest * rest;
    }
}
