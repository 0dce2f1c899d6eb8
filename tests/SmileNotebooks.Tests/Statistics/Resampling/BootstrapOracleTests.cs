// Bootstrap intervals beside SciPy's: the formulae on the same resamples, and whole intervals within Monte-Carlo error.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests.Statistics.Resampling;

public class BootstrapOracleTests
{
    private static readonly double[] Speed = ScipyOracle.Column("morley.csv", 0);
    private static readonly double[] MilesPerGallon = ScipyOracle.Column("mtcars.csv", 0);
    private static readonly double[] Weight = ScipyOracle.Column("mtcars.csv", 1);
    private static readonly double[] Control = [.. ScipyOracle.Column("plantgrowth.csv", 0).Select(value => Math.Log(value))];
    private static readonly double[] Treated = [.. ScipyOracle.Column("plantgrowth.csv", 1).Select(value => Math.Log(value))];

    [Theory]
    [InlineData(BootstrapMethod.BCa, .95)]
    [InlineData(BootstrapMethod.BCa, .9)]
    [InlineData(BootstrapMethod.Percentile, .95)]
    [InlineData(BootstrapMethod.Percentile, .9)]
    public void Limits_of_a_mean_agree_with_SciPy_on_the_same_resamples(BootstrapMethod method, double level) =>
        AssertSameLimits("morley-mean-999", method, level, Mean(Speed), [Left(Speed, Mean)]);

    [Theory]
    [InlineData(BootstrapMethod.BCa, .95)]
    [InlineData(BootstrapMethod.BCa, .9)]
    [InlineData(BootstrapMethod.Percentile, .95)]
    public void Limits_of_a_correlation_agree_with_SciPy_on_the_same_resamples(BootstrapMethod method, double level)
    {
        double[] left = [.. Enumerable.Range(0, Weight.Length).Select(i => Correlation(Without(MilesPerGallon, i), Without(Weight, i)))];
        AssertSameLimits("mtcars-correlation-999", method, level, Correlation(MilesPerGallon, Weight), [left]);
    }

    [Theory]
    [InlineData(BootstrapMethod.BCa, .95)]
    [InlineData(BootstrapMethod.BCa, .9)]
    [InlineData(BootstrapMethod.Percentile, .95)]
    public void Limits_of_a_difference_of_groups_agree_with_SciPy_on_the_same_resamples(BootstrapMethod method, double level)
    {
        double[] first = [.. Left(Control, Mean).Select(mean => mean - Mean(Treated))];
        double[] second = [.. Left(Treated, Mean).Select(mean => Mean(Control) - mean)];
        AssertSameLimits("plantgrowth-difference-999", method, level, Mean(Control) - Mean(Treated), [first, second]);
    }

    [Theory]
    [InlineData(BootstrapMethod.BCa, .95)]
    [InlineData(BootstrapMethod.BCa, .9)]
    [InlineData(BootstrapMethod.Percentile, .95)]
    public void Intervals_agree_with_SciPy_within_Monte_Carlo_error(BootstrapMethod method, double level)
    {
        BootstrapOptions options = new() { Method = method, Level = level, Resamples = 19_999 };
        AssertWithinError("morley-mean", Bootstrap.Interval(Speed, options));
        AssertWithinError("morley-mean", Bootstrap.Interval(Speed, Mean, options));
        AssertWithinError("mtcars-correlation", Bootstrap.Interval(MilesPerGallon, Weight, Correlation, options));
        AssertWithinError("plantgrowth-difference", Bootstrap.Difference(Control, Treated, options));
        double[] sleep = [.. ScipyOracle.Column("sleep.csv", 1).Zip(ScipyOracle.Column("sleep.csv", 0), (two, one) => two - one)];
        AssertWithinError("sleep-mean", Bootstrap.Interval(sleep, options));
    }

    private static void AssertSameLimits(string name, BootstrapMethod method, double level, double estimate, double[][] leftOut)
    {
        double[] sorted = [.. ScipyOracle.Column($"{name}-distribution.csv", 0).Order()];
        ConfidenceInterval found = method == BootstrapMethod.BCa
            ? BootstrapLimits.BCa(sorted, estimate, BootstrapLimits.Acceleration(leftOut), level)
            : BootstrapLimits.Percentile(sorted, level);
        JsonNode expected = ScipyOracle.Bootstrap(name, method, level);
        Assert.Equal((double)expected["lower"]!, found.Lower, 1e-9 * Math.Abs(estimate));
        Assert.Equal((double)expected["upper"]!, found.Upper, 1e-9 * Math.Abs(estimate));
    }

    private static void AssertWithinError(string name, BootstrapResult found)
    {
        JsonNode expected = ScipyOracle.Bootstrap(name, found.Method, found.Interval.Level);

        // The standard error of the 2.5 % quantile of 20,000 normal numbers is .019 standard deviations, of the difference of two .027; four of these, and
        // twice as many where BCa goes to a farther quantile.
        double error = 0.2 * (double)expected["error"]!;
        Assert.InRange(found.Interval.Lower - (double)expected["lower"]!, -error, error);
        Assert.InRange(found.Interval.Upper - (double)expected["upper"]!, -error, error);
        Assert.InRange(found.StandardError / (double)expected["error"]!, 0.97, 1.03);
    }

    private static double[] Without(double[] values, int index) => [.. values[..index], .. values[(index + 1)..]];

    private static double[] Left(double[] values, Func<ReadOnlySpan<double>, double> statistic) => [.. values.Select((_, i) => statistic(Without(values, i)))];

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double meanFirst = Mean(first);
        double meanSecond = Mean(second);
        double product = 0;
        double squaresFirst = 0;
        double squaresSecond = 0;
        for (int i = 0; i < first.Length; i++)
        {
            product += (first[i] - meanFirst) * (second[i] - meanSecond);
            squaresFirst += (first[i] - meanFirst) * (first[i] - meanFirst);
            squaresSecond += (second[i] - meanSecond) * (second[i] - meanSecond);
        }

        return product / Math.Sqrt(squaresFirst * squaresSecond);
    }
}
