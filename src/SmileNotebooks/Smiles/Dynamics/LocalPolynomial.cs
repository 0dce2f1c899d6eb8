// Smoothing in seconds on true time stamps: a cubic is fitted around each moment, and read off with its derivatives.
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>Local polynomial regression of degree 3 (Cleveland, 1979; on even samples with equal weights the filter of Savitzky and Golay, 1964).</summary>
internal static class LocalPolynomial
{
    /// <summary>So many samples at least determine a cubic with something left to smooth: where a window holds fewer, it is widened.</summary>
    public const int LeastSamples = 7;

    private const int Terms = 4;

    // Below this share of its own moment a direction is not determined by the samples, and the degree is lowered.
    private const double Singular = 1e-11;

    /// <summary>Fits around each moment of an even grid.</summary>
    /// <param name="times">Ascending, seconds; at least one.</param>
    /// <param name="values">A finite value for each.</param>
    /// <param name="first">The first moment of the grid.</param>
    /// <param name="step">Its step, seconds.</param>
    /// <param name="halfWidth">Half the window, seconds. Within this distance from the first and last sample the window is widened to keep its whole width.</param>
    /// <param name="position">Output, one a moment.</param>
    /// <param name="velocity">Output, per second.</param>
    /// <param name="acceleration">Output, per second squared.</param>
    /// <param name="kernel">The weights.</param>
    public static void Fit(
        ReadOnlySpan<double> times, ReadOnlySpan<double> values, double first, double step, double halfWidth,
        Span<double> position, Span<double> velocity, Span<double> acceleration, SmoothingKernel kernel = SmoothingKernel.Tricube)
    {
        Span<double> moments = stackalloc double[(2 * Terms) - 1];
        Span<double> products = stackalloc double[Terms];
        int from = 0;
        int until = 0;
        for (int i = 0; i < position.Length; i++)
        {
            double at = first + (i * step);
            double width = halfWidth + Math.Max(0, Math.Max(halfWidth - (at - times[0]), halfWidth - (times[^1] - at)));
            while (until < times.Length && times[until] - at < width)
            {
                until++;
            }

            // The window may also grow to the left where it is widened for a border or a gap.
            while (from < times.Length - 1 && at - times[from] >= width)
            {
                from++;
            }

            while (from > 0 && at - times[from - 1] < width)
            {
                from--;
            }

            int low = from;
            int high = until;
            width = Widened(times, at, width, ref low, ref high);
            Moments(times[low..high], values[low..high], at, width, kernel, moments, products);
            Solve(moments, products);
            position[i] = products[0];
            velocity[i] = products[1] / width;
            acceleration[i] = 2 * products[2] / (width * width);
        }
    }

    private static double Widened(ReadOnlySpan<double> times, double at, double width, ref int low, ref int high)
    {
        int wanted = Math.Min(LeastSamples, times.Length);
        if (high - low >= wanted)
        {
            return width;
        }

        while (high - low < wanted)
        {
            bool takesLeft = high == times.Length || (low > 0 && at - times[low - 1] <= times[high] - at);
            if (takesLeft)
            {
                low--;
            }
            else
            {
                high++;
            }
        }

        // The farthest sample keeps a little weight.
        return Math.Max(width, 1.1 * Math.Max(Math.Abs(at - times[low]), Math.Abs(times[high - 1] - at)));
    }

    /// <summary>Weighted sums of powers of the distance and of their products with the values. Four samples at a time, on any machine: the same sums everywhere.</summary>
    private static void Moments(
        ReadOnlySpan<double> times, ReadOnlySpan<double> values, double at, double width, SmoothingKernel kernel, Span<double> moments, Span<double> products)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default;
        Vector256<double> p0 = default, p1 = default, p2 = default, p3 = default;
        Vector256<double> middle = Vector256.Create(at);
        Vector256<double> scale = Vector256.Create(1 / width);
        Span<double> lastTimes = stackalloc double[Vector256<double>.Count];
        Span<double> lastValues = stackalloc double[Vector256<double>.Count];
        for (int i = 0; i < times.Length; i += Vector256<double>.Count)
        {
            Vector256<double> time;
            Vector256<double> value;
            Vector256<double> there = Vector256<double>.One;
            int left = times.Length - i;
            if (left >= Vector256<double>.Count)
            {
                time = Vector256.Create(times[i..]);
                value = Vector256.Create(values[i..]);
            }
            else
            {
                lastTimes.Fill(at);
                lastValues.Clear();
                times[i..].CopyTo(lastTimes);
                values[i..].CopyTo(lastValues);
                time = Vector256.Create(lastTimes);
                value = Vector256.Create(lastValues);
                there = Vector256.Create(1, left > 1 ? 1 : 0, left > 2 ? 1.0 : 0, 0);
            }

            Vector256<double> u = (time - middle) * scale;
            Vector256<double> square = u * u;
            Vector256<double> rest = Vector256<double>.One - (square * Vector256.Abs(u));
            Vector256<double> weight = kernel == SmoothingKernel.Tricube ? rest * rest * rest * there : there;
            Vector256<double> w1 = weight * u;
            Vector256<double> w2 = weight * square;
            Vector256<double> w3 = w1 * square;
            Vector256<double> w4 = w2 * square;
            s0 += weight;
            s1 += w1;
            s2 += w2;
            s3 += w3;
            s4 += w4;
            s5 += w3 * square;
            s6 += w4 * square;
            p0 += weight * value;
            p1 += w1 * value;
            p2 += w2 * value;
            p3 += w3 * value;
        }

        (moments[0], moments[1], moments[2], moments[3]) = (Vector256.Sum(s0), Vector256.Sum(s1), Vector256.Sum(s2), Vector256.Sum(s3));
        (moments[4], moments[5], moments[6]) = (Vector256.Sum(s4), Vector256.Sum(s5), Vector256.Sum(s6));
        (products[0], products[1], products[2], products[3]) = (Vector256.Sum(p0), Vector256.Sum(p1), Vector256.Sum(p2), Vector256.Sum(p3));
    }

    /// <summary>Solves the normal equations by LDL', with as many terms as the samples determine; the others are 0.</summary>
    private static void Solve(ReadOnlySpan<double> moments, Span<double> products)
    {
        if (!TrySolveAll(moments, products))
        {
            SolveSome(moments, products);
        }
    }

    /// <summary>All four terms, written out: as <see cref="SolveSome"/>, operation by operation. False, and nothing changed, where they are not determined.</summary>
    private static bool TrySolveAll(ReadOnlySpan<double> moments, Span<double> products)
    {
        (double m0, double m1, double m2, double m3, double m4, double m5, double m6) = (moments[0], moments[1], moments[2], moments[3], moments[4], moments[5], moments[6]);
        double l10 = m1 / m0;
        double d1 = m2 - (l10 * l10 * m0);
        double l20 = m2 / m0;
        double l21 = (m3 - (l20 * l10 * m0)) / d1;
        double d2 = m4 - (l20 * l20 * m0) - (l21 * l21 * d1);
        double l30 = m3 / m0;
        double l31 = (m4 - (l30 * l10 * m0)) / d1;
        double l32 = (m5 - (l30 * l20 * m0) - (l31 * l21 * d1)) / d2;
        double d3 = m6 - (l30 * l30 * m0) - (l31 * l31 * d1) - (l32 * l32 * d2);
        if (!(m0 > Singular * m0 && d1 > Singular * m2 && d2 > Singular * m4 && d3 > Singular * m6))
        {
            return false;
        }

        double p0 = products[0];
        double p1 = products[1] - (l10 * p0);
        double p2 = products[2] - (l20 * p0) - (l21 * p1);
        double p3 = products[3] - (l30 * p0) - (l31 * p1) - (l32 * p2);
        p3 /= d3;
        p2 = (p2 / d2) - (l32 * p3);
        p1 = (p1 / d1) - (l21 * p2) - (l31 * p3);
        p0 = (p0 / m0) - (l10 * p1) - (l20 * p2) - (l30 * p3);
        (products[0], products[1], products[2], products[3]) = (p0, p1, p2, p3);
        return true;
    }

    private static void SolveSome(ReadOnlySpan<double> moments, Span<double> products)
    {
        Span<double> lower = stackalloc double[Terms * Terms];
        Span<double> diagonal = stackalloc double[Terms];
        int terms = 0;
        for (; terms < Terms; terms++)
        {
            double pivot = moments[2 * terms];
            for (int j = 0; j < terms; j++)
            {
                double sum = moments[terms + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= lower[(terms * Terms) + k] * lower[(j * Terms) + k] * diagonal[k];
                }

                double factor = sum / diagonal[j];
                lower[(terms * Terms) + j] = factor;
                pivot -= factor * factor * diagonal[j];
            }

            if (!(pivot > Singular * moments[2 * terms]))
            {
                break;
            }

            diagonal[terms] = pivot;
        }

        for (int i = 0; i < terms; i++)
        {
            for (int k = 0; k < i; k++)
            {
                products[i] -= lower[(i * Terms) + k] * products[k];
            }
        }

        for (int i = terms - 1; i >= 0; i--)
        {
            products[i] /= diagonal[i];
            for (int k = i + 1; k < terms; k++)
            {
                products[i] -= lower[(k * Terms) + i] * products[k];
            }
        }

        products[terms..].Clear();
    }
}
