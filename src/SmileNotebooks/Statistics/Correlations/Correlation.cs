// Correlations of two variables: Pearson's product-moment and Spearman's rank correlation.
namespace SmileNotebooks;

/// <summary>Correlation of two variables measured on the same units, with test and interval.</summary>
public static class Correlation
{
    private const int AutomaticallyExact = 12;
    private const int MostExact = 16;

    /// <summary>Pearson's r, tested by t with n - 2 degrees of freedom; interval by Fisher's z transformation (Fisher, 1921). The test assumes that one variable
    /// is normal given the other; the interval that both are jointly normal.</summary>
    /// <param name="x">One value a unit, any unit of measurement.</param>
    /// <param name="y">The units' values of the other variable, in the same order.</param>
    /// <param name="options">Default: two-sided, 95 % interval, an error at NaN.</param>
    /// <exception cref="ArgumentException">Different lengths, fewer than 3 pairs, a constant variable, a value that is not finite.</exception>
    public static CorrelationResult Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y, CorrelationOptions? options = null)
    {
        options ??= new CorrelationOptions();
        (double[] first, double[] second, DroppedRows dropped) = Complete(x, y, options);
        ProductMoment moment = ProductMoment.Of(first, second);
        int n = first.Length;
        return Result(CorrelationKind.Pearson, moment, first, second, options, dropped) with
        {
            Interval = FisherInterval(moment, n, n > 3 ? 1 / Math.Sqrt(n - 3.0) : double.PositiveInfinity, options.Level),
        };
    }

    /// <summary>Pearson's r of two numbers that records hold.</summary>
    /// <param name="rows">One record a unit.</param>
    /// <param name="x">The first variable.</param>
    /// <param name="y">The second variable.</param>
    /// <param name="options">See <see cref="Pearson(ReadOnlySpan{double}, ReadOnlySpan{double}, CorrelationOptions?)"/>.</param>
    public static CorrelationResult Pearson<T>(IEnumerable<T> rows, Func<T, double> x, Func<T, double> y, CorrelationOptions? options = null)
    {
        T[] all = [.. rows];
        return Pearson((ReadOnlySpan<double>)Array.ConvertAll(all, row => x(row)), Array.ConvertAll(all, row => y(row)), options);
    }

    /// <summary>Spearman's rank correlation (Spearman, 1904): Pearson's r of midranks. p is exact for up to 12 pairs, ties included; else by t with
    /// n - 2 degrees of freedom. Interval by Fisher's z with the variance of Bonett and Wright (2000), good from about 25 pairs on.</summary>
    /// <param name="x">One value a unit; only its rank matters.</param>
    /// <param name="y">The units' values of the other variable, in the same order.</param>
    /// <param name="options">Default: two-sided, 95 % interval, an error at NaN.</param>
    /// <exception cref="ArgumentException">Different lengths, fewer than 3 pairs, a constant variable, a value that is not finite, more pairs than the exact
    /// distribution can take.</exception>
    public static CorrelationResult Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y, SpearmanOptions? options = null)
    {
        options ??= new SpearmanOptions();
        (double[] first, double[] second, DroppedRows dropped) = Complete(x, y, options);
        double[] firstRanks = Midranks.Of(first);
        double[] secondRanks = Midranks.Of(second);
        ProductMoment moment = ProductMoment.Of(firstRanks, secondRanks);
        int n = first.Length;
        double spread = n > 3 ? Math.Sqrt((1 + (moment.R * moment.R / 2)) / (n - 3.0)) : double.PositiveInfinity;
        CorrelationResult result = Result(CorrelationKind.Spearman, moment, first, second, options, dropped) with
        {
            Interval = FisherInterval(moment, n, spread, options.Level),
        };
        return !IsExact(n, options.Exact) ? result : result with
        {
            IsExact = true,
            P = SpearmanPermutations.P(firstRanks, secondRanks, options.Alternative),
        };
    }

    /// <summary>Spearman's rank correlation of two numbers that records hold.</summary>
    /// <param name="rows">One record a unit.</param>
    /// <param name="x">The first variable.</param>
    /// <param name="y">The second variable.</param>
    /// <param name="options">See <see cref="Spearman(ReadOnlySpan{double}, ReadOnlySpan{double}, SpearmanOptions?)"/>.</param>
    public static CorrelationResult Spearman<T>(IEnumerable<T> rows, Func<T, double> x, Func<T, double> y, SpearmanOptions? options = null)
    {
        T[] all = [.. rows];
        return Spearman((ReadOnlySpan<double>)Array.ConvertAll(all, row => x(row)), Array.ConvertAll(all, row => y(row)), options);
    }

    private static (double[] First, double[] Second, DroppedRows Dropped) Complete(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, CorrelationOptions options)
    {
        Levels.Checked(options.Level);
        (double[] first, double[] second, DroppedRows dropped) = CompleteRows.Of(x, y, nameof(x), nameof(y), options.Missing);
        return first.Length >= 3 ? (first, second, dropped)
            : throw new ArgumentException($"A correlation needs at least 3 pairs; found {first.Length}.", nameof(x));
    }

    private static bool IsExact(int n, bool? asked) =>
        asked == true && n > MostExact
            ? throw new ArgumentException($"The exact distribution of a rank correlation is computed up to {MostExact} pairs; found {n}.")
            : asked ?? n <= AutomaticallyExact;

    private static CorrelationResult Result(
        CorrelationKind kind, ProductMoment moment, double[] x, double[] y, CorrelationOptions options, DroppedRows dropped)
    {
        double degrees = x.Length - 2;
        double t = moment.R * Math.Sqrt(degrees / moment.Unexplained);
        return new CorrelationResult
        {
            Kind = kind,
            R = moment.R,
            T = t,
            DegreesOfFreedom = degrees,
            P = StudentT.PValue(t, degrees, options.Alternative),
            Alternative = options.Alternative,
            X = [.. x],
            Y = [.. y],
            Dropped = dropped,
        };
    }

    // At r = 1 or -1 the transformation is infinite, and the interval is the point itself.
    private static ConfidenceInterval FisherInterval(ProductMoment moment, int n, double standardError, double level)
    {
        if (n <= 3)
        {
            return new ConfidenceInterval(-1, 1, level);
        }

        double z = 0.5 * Math.Log((1 + moment.R) / (moment.R >= 1 ? 0 : 1 - moment.R));
        double reach = Normal.UpperQuantile((1 - level) / 2) * standardError;
        return new ConfidenceInterval(Math.Tanh(z - reach), Math.Tanh(z + reach), level);
    }
}
