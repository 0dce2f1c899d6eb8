// The sign-flip test of a mean or of a mean difference of pairs.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>The sign-flip (one-sample or paired permutation) test (Fisher, 1935, section 21).</summary>
/// <remarks>Under the null hypothesis each difference is as likely as its negative: differences are independent and symmetric about zero. Ties need no care; a
/// difference of zero stays zero under every flip. Where all differences are zero, p is 1.</remarks>
public static class SignFlip
{
    /// <summary>Tests whether the mean of differences is zero.</summary>
    /// <param name="differences">One a participant, any unit; at least two.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two differences, or one that is not finite (its row is in the message).</exception>
    public static PermutationTestResult Test(ReadOnlySpan<double> differences, PermutationTestOptions? options = null)
    {
        options ??= PermutationTestOptions.Default;
        (double[] kept, DroppedRows dropped) = CompleteRows.Of(differences, "difference", options.Missing);
        return OfMean(kept, [[.. kept]], "M", dropped, options);
    }

    /// <summary>Tests whether the mean difference of pairs, the first less the second value, is zero.</summary>
    /// <param name="first">One value a participant, any unit.</param>
    /// <param name="second">The other value of the same participants, in the same order.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two pairs, another number of first than of second values, or a value that is not finite.</exception>
    public static PermutationTestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, PermutationTestOptions? options = null)
    {
        options ??= PermutationTestOptions.Default;
        (double[] one, double[] other, DroppedRows dropped) = CompleteRows.Of(first, second, "first", "second", options.Missing);
        double[] differences = new double[one.Length];
        TensorPrimitives.Subtract(one, other, differences);
        return OfMean(differences, [[.. one], [.. other]], "Mean difference", dropped, options);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, PermutationTestOptions?)"/>
    /// <param name="rows">One a participant.</param>
    /// <param name="first">The first value of a participant.</param>
    /// <param name="second">The second value of a participant.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static PermutationTestResult Test<T>(IReadOnlyCollection<T> rows, Func<T, double> first, Func<T, double> second, PermutationTestOptions? options = null) =>
        Test(rows.Select(first).ToArray().AsSpan(), rows.Select(second).ToArray().AsSpan(), options);

    /// <summary>Tests whether differences are symmetric about zero by any statistic of them.</summary>
    /// <param name="differences">One a participant, any unit; at least two.</param>
    /// <param name="statistic">Its value is large, or far from zero, where the hypothesis fails. Called from several threads.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two differences, one that is not finite, or a statistic that is not a number.</exception>
    public static PermutationTestResult Test(ReadOnlySpan<double> differences, Func<ReadOnlySpan<double>, double> statistic, PermutationTestOptions? options = null)
    {
        options ??= PermutationTestOptions.Default;
        (double[] kept, DroppedRows dropped) = CompleteRows.Of(differences, "difference", options.Missing);
        double Of(ReadOnlySpan<double> signs, Span<double> scratch)
        {
            TensorPrimitives.Multiply(signs, kept, scratch);
            return PermutationRun.RequireNumber(statistic(scratch), "a sign-flip test");
        }

        // Another statistic need not change its sign with all differences: no two flips stand for one.
        return Run(kept, [[.. kept]], "Statistic", PermutationRun.RequireNumber(statistic(kept), "a sign-flip test"), Of, exponent: 0, halve: false, dropped, options);
    }

    private static PermutationTestResult OfMean(double[] differences, ImmutableArray<ImmutableArray<double>> samples, string name, DroppedRows dropped, PermutationTestOptions options)
    {
        // Scaled by a power of two, so that no sum overflows; the order of the statistics is that of the sums.
        int exponent = differences.Length == 0 ? 0 : ScaleOf(differences);
        double[] scaled = Array.ConvertAll(differences, value => Math.ScaleB(value, -exponent));
        double mean = differences.Length == 0 ? 0 : TensorPrimitives.Sum<double>(scaled) / scaled.Length;
        double Of(ReadOnlySpan<double> signs, Span<double> scratch) => TensorPrimitives.Dot(signs, scaled) / scaled.Length;
        return Run(scaled, samples, name, mean, Of, exponent, options.Alternative == Alternative.TwoSided, dropped, options);
    }

    private static PermutationTestResult Run(
        double[] differences, ImmutableArray<ImmutableArray<double>> samples, string name, double observed, PermutationRun.Statistic statistic, int exponent, bool halve, DroppedRows dropped, PermutationTestOptions options)
    {
        options.Check();
        if (differences.Length < 2)
        {
            throw new ArgumentException($"{differences.Length} differences, expected at least 2.");
        }

        SignFlips scheme = new(differences.Length, halve, options.Permutations, options.Seed);
        double[] permuted = PermutationRun.Statistics(scheme, differences.Length, statistic, options);
        double p = PermutationRun.PValue(scheme, observed, permuted, options.Alternative, TensorPrimitives.SumOfMagnitudes<double>(differences));
        return new PermutationTestResult
        {
            Permuted = "sign flips",
            StatisticName = name,
            Statistic = Math.ScaleB(observed, exponent),
            P = p,
            NullDistribution = [.. exponent == 0 ? permuted : permuted.Select(value => Math.ScaleB(value, exponent))],
            IsExact = scheme.IsExact,
            Alternative = options.Alternative,
            Samples = samples,
            Seed = options.Seed,
            Dropped = dropped,
        };
    }

    private static int ScaleOf(double[] values)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));
        return largest is 0 or > 1e-100 and < 1e100 ? 0 : Math.ILogB(largest);
    }
}
