// The curve of a raincloud: a Gaussian kernel estimate of a density (Silverman, 1986, Density estimation for statistics and data analysis).
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A density on an even grid.</summary>
/// <param name="X">The grid, ascending.</param>
/// <param name="Density">The density there; its area is 1 up to the tails that the grid cuts off.</param>
/// <param name="Bandwidth">Standard deviation of the kernel.</param>
internal sealed record KernelDensity(ImmutableArray<double> X, ImmutableArray<double> Density, double Bandwidth)
{
    private const int GridPoints = 121;

    /// <summary>How far the grid reaches beyond the data, in bandwidths: enough to close the curve, not so far that it promises values.</summary>
    private const double Cut = 2;

    /// <summary>Estimates the density of values.</summary>
    /// <param name="sorted">Finite values, ascending.</param>
    /// <returns>Null where there is no spread to smooth (fewer than two different values).</returns>
    public static KernelDensity? Of(ReadOnlySpan<double> sorted)
    {
        double bandwidth = BandwidthOf(sorted);
        if (!(bandwidth > 0) || !double.IsFinite(bandwidth))
        {
            return null;
        }

        double from = sorted[0] - (Cut * bandwidth);
        double step = (sorted[^1] + (Cut * bandwidth) - from) / (GridPoints - 1);
        double[] x = new double[GridPoints];
        double[] density = new double[GridPoints];
        for (int i = 0; i < GridPoints; i++)
        {
            x[i] = from + (i * step);
            density[i] = At(x[i], sorted, bandwidth);
        }

        return new([.. x], [.. density], bandwidth);
    }

    /// <summary>Silverman's rule of thumb (1986, equation 3.31): 0.9 min(SD, IQR / 1.34) n^(-1/5); the SD alone where the quartiles meet.</summary>
    public static double BandwidthOf(ReadOnlySpan<double> sorted)
    {
        if (sorted.Length < 2)
        {
            return 0;
        }

        double deviation = StandardDeviation(sorted);
        double quartiles = (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / 1.34;
        double spread = quartiles > 0 ? Math.Min(deviation, quartiles) : deviation;
        return 0.9 * spread * Math.Pow(sorted.Length, -0.2);
    }

    /// <summary>A quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private static double At(double x, ReadOnlySpan<double> sorted, double bandwidth)
    {
        // Beyond 8 bandwidths a value adds less than 1e-14 of what it adds at its own place.
        int first = LowerBound(sorted, x - (8 * bandwidth));
        double sum = 0;
        for (int i = first; i < sorted.Length && sorted[i] <= x + (8 * bandwidth); i++)
        {
            double z = (x - sorted[i]) / bandwidth;
            sum += Math.Exp(-0.5 * z * z);
        }

        return sum / (sorted.Length * bandwidth * Math.Sqrt(2 * Math.PI));
    }

    private static int LowerBound(ReadOnlySpan<double> sorted, double value)
    {
        int from = 0;
        int until = sorted.Length;
        while (from < until)
        {
            int middle = (from + until) / 2;
            (from, until) = sorted[middle] < value ? (middle + 1, until) : (from, middle);
        }

        return from;
    }

    private static double StandardDeviation(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / (values.Length - 1));
    }
}
