// Mean and standard deviation to the last digits, for ten values or ten million, at any scale.
using System.Numerics;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Mean and spread of a sample. The sum is carried in two doubles (Knuth's two-sum), the squares about the two-double mean in blocks:
/// both are right to a few units in the last place for any number of values, also where the spread is 1e-12 of the mean.</summary>
/// <param name="Count">Number of values, at least 1.</param>
/// <param name="Mean">The mean, rounded once.</param>
/// <param name="MeanRest">What the mean lost in rounding.</param>
/// <param name="StandardDeviation">With n - 1; NaN of one value. Not the square root of <see cref="Variance"/> where that would overflow.</param>
internal readonly record struct Moments(int Count, double Mean, double MeanRest, double StandardDeviation)
{
    // Squares below this have lost digits to underflow, or all of them.
    private const double LeastSquares = 1e-270;

    private const int Block = 1024;

    /// <summary>With n - 1, in the squared unit: infinite or zero where it is no double, as for values of 1e300 or 1e-300.</summary>
    public double Variance => StandardDeviation * StandardDeviation;

    /// <summary>Standard error of the mean.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>Moments of finite values; at least one.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        (double mean, double rest) = MeanOf(values);
        double squares = double.IsFinite(mean) ? SumOfSquares(values, mean, rest) : double.PositiveInfinity;
        return squares is >= LeastSquares and < double.PositiveInfinity
            ? new Moments(values.Length, mean, rest, Deviation(squares, values.Length))
            : OfExtreme(values, mean, rest);
    }

    /// <summary>The sum of values in two doubles: exact to about 31 digits of the sum of their sizes.</summary>
    internal static (double High, double Low) Sum(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> high0 = default;
        Vector<double> high1 = default;
        Vector<double> low = default;
        int i = 0;
        for (; i + 1 < vectors.Length; i += 2)
        {
            low += Add(ref high0, vectors[i]) + Add(ref high1, vectors[i + 1]);
        }

        if (i < vectors.Length)
        {
            low += Add(ref high0, vectors[i]);
        }

        low += Add(ref high0, high1);
        double sum = 0;
        double rest = Vector.Sum(low);
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            rest += Add(ref sum, high0[lane]);
        }

        foreach (double value in values[(vectors.Length * Vector<double>.Count)..])
        {
            rest += Add(ref sum, value);
        }

        double total = sum + rest;
        return (total, rest - (total - sum));
    }

    private static (double Mean, double MeanRest) MeanOf(ReadOnlySpan<double> values)
    {
        (double high, double low) = Sum(values);
        double mean = high / values.Length;
        double remainder = -Math.FusedMultiplyAdd(mean, values.Length, -high);
        double rest = (remainder + low) / values.Length;
        double rounded = mean + rest;
        return (rounded, rest - (rounded - mean));
    }

    // The sum of (x - mean)^2, less what the deviations' own sum shows the mean to lack.
    private static double SumOfSquares(ReadOnlySpan<double> values, double mean, double rest)
    {
        double squares = 0;
        double squaresRest = 0;
        double deviations = 0;
        for (int start = 0; start < values.Length; start += Block)
        {
            ReadOnlySpan<double> block = values.Slice(start, Math.Min(Block, values.Length - start));
            (double blockSquares, double blockDeviations) = BlockSums(block, mean, rest);
            squaresRest += Add(ref squares, blockSquares);
            deviations += blockDeviations;
        }

        return squares + squaresRest - (deviations * (deviations / values.Length));
    }

    private static (double Squares, double Deviations) BlockSums(ReadOnlySpan<double> block, double mean, double rest)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(block);
        Vector<double> centre = new(mean);
        Vector<double> centreRest = new(rest);
        Vector<double> squares0 = default;
        Vector<double> squares1 = default;
        Vector<double> deviations = default;
        int i = 0;
        for (; i + 1 < vectors.Length; i += 2)
        {
            Vector<double> first = vectors[i] - centre - centreRest;
            Vector<double> second = vectors[i + 1] - centre - centreRest;
            squares0 += first * first;
            squares1 += second * second;
            deviations += first + second;
        }

        double squareSum = Vector.Sum(squares0 + squares1);
        double deviationSum = Vector.Sum(deviations);
        foreach (double value in block[(i * Vector<double>.Count)..])
        {
            double deviation = value - mean - rest;
            squareSum += deviation * deviation;
            deviationSum += deviation;
        }

        return (squareSum, deviationSum);
    }

    // Sums or squares that overflow or underflow: the same of the values scaled by a power of two, which costs no digit.
    private static Moments OfExtreme(ReadOnlySpan<double> values, double mean, double rest)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, double.IsFinite(mean) ? Math.Abs(value - mean) : Math.Abs(value));
        }

        if (largest == 0 || !double.IsFinite(largest))
        {
            return new Moments(values.Length, mean, rest, values.Length == 1 ? double.NaN : largest);
        }

        int exponent = -Math.ILogB(largest);
        double[] scaled = new double[values.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = double.IsFinite(mean) ? Math.ScaleB(values[i] - mean - rest, exponent) : Math.ScaleB(values[i], exponent);
        }

        (double scaledMean, double scaledRest) = MeanOf(scaled);
        double deviation = Math.ScaleB(Deviation(SumOfSquares(scaled, scaledMean, scaledRest), values.Length), -exponent);
        return double.IsFinite(mean)
            ? new Moments(values.Length, mean, rest, deviation)
            : new Moments(values.Length, Math.ScaleB(scaledMean, -exponent), Math.ScaleB(scaledRest, -exponent), deviation);
    }

    private static double Deviation(double squares, int count) => count == 1 ? double.NaN : Math.Sqrt(squares / (count - 1));

    // Knuth's two-sum: adds a term and returns what the sum lost in rounding.
    private static Vector<double> Add(ref Vector<double> sum, Vector<double> term)
    {
        Vector<double> total = sum + term;
        Vector<double> part = total - sum;
        Vector<double> lost = (sum - (total - part)) + (term - part);
        sum = total;
        return lost;
    }

    private static double Add(ref double sum, double term)
    {
        double total = sum + term;
        double part = total - sum;
        double lost = (sum - (total - part)) + (term - part);
        sum = total;
        return lost;
    }
}
