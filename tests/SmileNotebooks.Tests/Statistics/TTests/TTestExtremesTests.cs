namespace SmileNotebooks.Tests.Statistics.TTests;

/// <summary>Values of 1e-300 and 1e300, ten million of them, spread in the twelfth digit.</summary>
public class TTestExtremesTests
{
    private static readonly double[] Plain = [1.2, -0.4, 3.1, 2.2, 0.9, 1.7];
    private static readonly double[] Other = [0.3, 0.1, 1.9, -0.8, 2.5];

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-200)]
    [InlineData(1e160)]
    [InlineData(1e300)]
    [InlineData(5e307)]
    public void Scale_changes_no_test(double scale)
    {
        double[] first = Array.ConvertAll(Plain, value => value * scale);
        double[] second = Array.ConvertAll(Other, value => value * scale);
        foreach (bool equal in (bool[])[false, true])
        {
            TTestOptions options = new() { EqualVariances = equal };
            TTestResult expected = TTest.Independent(Plain, Other, options);
            TTestResult result = TTest.Independent(first, second, options);
            Close.Relative(expected.T, result.T, 1e-12);
            Close.Relative(expected.DegreesOfFreedom, result.DegreesOfFreedom, 1e-12);
            Close.Relative(expected.Effect.Interval.Lower, result.Effect.Interval.Lower, 1e-11);
        }

        Close.Relative(TTest.OneSample(Plain).P, TTest.OneSample(first).P, 1e-12);
        DescriptiveResult shape = SmileNotebooks.Descriptives.Of(first);
        Close.Relative(SmileNotebooks.Descriptives.Of(Plain).StandardDeviation * scale, shape.StandardDeviation, 1e-12);
        Close.Relative(SmileNotebooks.Descriptives.Of(Plain).ExcessKurtosis, shape.ExcessKurtosis, 1e-11);
        Assert.True(double.IsFinite(shape.MeanInterval.Width));
    }

    [Fact]
    public void Spread_in_the_twelfth_digit_is_kept()
    {
        // 1e9 plus multiples of 2^-12, which doubles hold exactly there.
        double[] values = [.. Plain.Select((_, i) => 1e9 + ((i * i) / 4096.0))];
        double[] plain = [.. Plain.Select((_, i) => (i * i) / 4096.0)];

        Close.Relative(TTest.OneSample(plain).T, TTest.OneSample(values, new TTestOptions { Null = 1e9 }).T, 1e-13);
    }

    [Fact]
    public void Ten_million_values_lose_no_digit()
    {
        // Whole numbers: the moments are known exactly.
        const int Count = 10_000_000;
        double[] values = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            values[i] = 1e8 + (i % 1000);
        }

        TTestResult result = TTest.OneSample(values, new TTestOptions { Null = 1e8 + 499.4 });

        Assert.Equal(1e8 + 499.5, result.Estimate);
        double deviation = Math.Sqrt(83333.25 * Count / (Count - 1));
        Close.Relative(deviation, result.StandardDeviation, 1e-14);
        Close.Relative(0.1 / (deviation / Math.Sqrt(Count)), result.T, 1e-7);
        Assert.Equal(Count - 1, result.DegreesOfFreedom);
        Close.Relative(Normal.TwoSided(result.T), result.P, 1e-6);
        Assert.InRange(result.Effect.Interval.Width, 3.9 / Math.Sqrt(Count), 3.95 / Math.Sqrt(Count));
    }
}
