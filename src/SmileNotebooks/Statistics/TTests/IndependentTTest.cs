// Two independent samples: Welch's and Student's tests.
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class IndependentTTest
{
    public static TTestResult Of(double[] first, double[] second, TTestOptions options)
    {
        options.Check();
        CheckSizes(first.Length, second.Length, options.EqualVariances);
        Moments x = Moments.Of(first);
        Moments y = Moments.Of(second);
        double pooled = PooledDeviation(x, y);
        (double error, double degrees) = options.EqualVariances
            ? (pooled * Math.Sqrt((1.0 / x.Count) + (1.0 / y.Count)), x.Count + (y.Count - 2.0))
            : Welch(x, y);
        double difference = x.Mean - y.Mean + (x.MeanRest - y.MeanRest);
        if (!TTest.HasSpread(error, Math.Max(Math.Abs(x.Mean), Math.Abs(y.Mean))))
        {
            throw new ArgumentException(
                Invariant($"All {x.Count} first values are {x.Mean} and all {y.Count} second values {y.Mean} but for rounding: without spread there is no t."), nameof(first));
        }

        double t = (difference - options.Null) / error;
        return new TTestResult
        {
            Kind = options.EqualVariances ? TTestKind.Student : TTestKind.Welch,
            First = ImmutableCollectionsMarshal.AsImmutableArray(first),
            Second = ImmutableCollectionsMarshal.AsImmutableArray(second),
            T = t,
            DegreesOfFreedom = degrees,
            P = StudentT.PValue(t, degrees, options.Alternative),
            Estimate = difference,
            StandardError = error,
            StandardDeviation = pooled,
            Interval = MeanIntervals.Of(difference, error, degrees, options.Level, options.Alternative),
            Options = options,
        };
    }

    // Welch (1947); degrees of freedom after Satterthwaite (1946), written with shares of the variance, which neither overflow nor underflow.
    private static (double Error, double Degrees) Welch(Moments x, Moments y)
    {
        double error = Hypotenuse(x.StandardError, y.StandardError);
        double share = Math.Pow(x.StandardError / error, 2);
        double rest = Math.Pow(y.StandardError / error, 2);
        return (error, 1 / ((share * share / (x.Count - 1)) + (rest * rest / (y.Count - 1))));
    }

    private static double PooledDeviation(Moments x, Moments y)
    {
        double degrees = x.Count + (y.Count - 2.0);
        double Part(Moments moments) => moments.Count == 1 ? 0 : moments.StandardDeviation * Math.Sqrt((moments.Count - 1) / degrees);
        return Hypotenuse(Part(x), Part(y));
    }

    private static double Hypotenuse(double a, double b)
    {
        double larger = Math.Max(a, b);
        double ratio = larger == 0 ? 0 : Math.Min(a, b) / larger;
        return larger * Math.Sqrt(1 + (ratio * ratio));
    }

    private static void CheckSizes(int first, int second, bool equalVariances)
    {
        bool isEnough = equalVariances ? first >= 1 && second >= 1 && first + second >= 3 : first >= 2 && second >= 2;
        if (!isEnough)
        {
            throw new ArgumentException(equalVariances
                ? $"Student's t test needs a value in each sample and three in all; found {first} and {second}."
                : $"Welch's t test needs at least two values in each sample; found {first} and {second}.");
        }
    }
}
