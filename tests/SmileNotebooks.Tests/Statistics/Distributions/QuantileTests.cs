namespace SmileNotebooks.Tests.Statistics.Distributions;

public class QuantileTests
{
    private static readonly double[] Shares = [1e-300, 1e-100, 1e-30, 1e-12, 1e-5, 0.001, 0.025, 0.2, 0.31, 0.49999, 0.5, 0.6, 0.9, 0.999];

    public static TheoryData<double> Degrees => [0.3, 1, 2, 3.7, 9, 19, 21, 29.5, 119, 1000, 123456, 1e7];

    [Fact]
    public void Normal_quantiles_give_their_tail_back()
    {
        foreach (double p in Shares)
        {
            Close.Relative(p, Normal.LowerTail(Normal.Quantile(p)), 4e-13, $"{p}");
            Close.Relative(p, Normal.UpperTail(Normal.UpperQuantile(p)), 4e-13, $"{p}");
        }

        Assert.Equal(1.959963984540054, Normal.UpperQuantile(0.025), 1e-15);
        Assert.Equal(0, Normal.Quantile(0.5));
        Assert.Equal(double.NegativeInfinity, Normal.Quantile(0));
        Assert.Equal(double.PositiveInfinity, Normal.Quantile(1));
    }

    [Theory]
    [MemberData(nameof(Degrees))]
    public void T_quantiles_give_their_tail_back(double degrees)
    {
        foreach (double p in Shares.Where(share => share > 1e-90 || degrees > 1))
        {
            Close.Relative(p, StudentT.LowerTail(StudentT.Quantile(p, degrees), degrees), 1e-11, $"{p}, {degrees}");
            Close.Relative(p, StudentT.UpperTail(StudentT.UpperQuantile(p, degrees), degrees), 1e-11, $"{p}, {degrees}");
        }

        Assert.Equal(0, StudentT.Quantile(0.5, degrees));
        Assert.Equal(double.PositiveInfinity, StudentT.UpperQuantile(0, degrees));
    }

    [Theory]
    [MemberData(nameof(Degrees))]
    public void Chi_squared_quantiles_give_their_tail_back(double degrees)
    {
        foreach (double p in Shares.Where(share => share > 1e-40 || degrees > 3))
        {
            Close.Relative(p, ChiSquared.UpperTail(ChiSquared.UpperQuantile(p, degrees), degrees), 1e-9, $"upper {p}, {degrees}");
            Close.Relative(p, ChiSquared.LowerTail(ChiSquared.Quantile(p, degrees), degrees), 1e-9, $"lower {p}, {degrees}");
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 238)]
    [InlineData(1.9886, 236.65)]
    [InlineData(7, 0.8)]
    [InlineData(1, 1e7)]
    [InlineData(1e4, 3e4)]
    public void F_quantiles_give_their_tail_back(double numerator, double denominator)
    {
        foreach (double p in Shares.Where(share => share > 1e-13))
        {
            Close.Relative(p, FisherF.UpperTail(FisherF.UpperQuantile(p, numerator, denominator), numerator, denominator), 1e-10, $"upper {p}");
            Close.Relative(p, FisherF.LowerTail(FisherF.Quantile(p, numerator, denominator), numerator, denominator), 1e-10, $"lower {p}");
        }
    }

    [Fact]
    public void Studentised_range_quantiles_are_those_of_the_tables()
    {
        // Harter (1960): upper 5 % points.
        Assert.Equal(3.877, StudentizedRange.UpperQuantile(0.05, 3, 10), 5e-4);
        Assert.Equal(3.314, StudentizedRange.UpperQuantile(0.05, 3, double.PositiveInfinity), 5e-4);
        Assert.Equal(0.05, StudentizedRange.UpperTail(StudentizedRange.UpperQuantile(0.05, 6, 24), 6, 24), 1e-12);
        Assert.Equal(StudentT.TwoSided(2.1, 17), StudentizedRange.UpperTail(2.1 * Math.Sqrt(2), 2, 17), 1e-13);
    }

    [Theory]
    [InlineData(0.4, 9)]
    [InlineData(4.39, 73)]
    [InlineData(-2.2, 3)]
    [InlineData(30, 2)]
    [InlineData(60, 119)]
    [InlineData(1e6, 119)]
    [InlineData(3, 1e7)]
    [InlineData(356.09, 1.5)]
    [InlineData(21215.6, 1)]
    [InlineData(-11119.5, 1e7)]
    public void Noncentrality_limits_put_t_at_both_tails(double t, double degrees)
    {
        ConfidenceInterval limits = NoncentralT.NoncentralityInterval(t, degrees, 0.9);

        Close.Relative(0.05, NoncentralT.UpperTail(t, degrees, limits.Lower), 1e-10, "lower");
        Close.Relative(0.05, NoncentralT.LowerTail(t, degrees, limits.Upper), 1e-10, "upper");
        ConfidenceInterval mirrored = NoncentralT.NoncentralityInterval(-t, degrees, 0.9);
        Close.Relative(-limits.Lower, mirrored.Upper, 1e-13);
    }

    [Fact]
    public void Large_degrees_of_freedom_run_into_their_limits()
    {
        Close.Relative(Normal.UpperTail(5), StudentT.UpperTail(5, 1e15), 1e-12);
        Assert.Equal(Normal.UpperTail(5), StudentT.UpperTail(5, double.PositiveInfinity));
        Close.Relative(ChiSquared.UpperTail(30, 3), FisherF.UpperTail(10, 3, double.PositiveInfinity), 1e-15);
        Close.Relative(Normal.UpperTail(1.5), NoncentralT.UpperTail(3.5, double.PositiveInfinity, 2), 1e-15);
    }

    [Fact]
    public void Ends_and_NaN_are_what_they_should_be()
    {
        Assert.Equal(0, Normal.UpperTail(double.PositiveInfinity));
        Assert.Equal(1, Normal.UpperTail(double.NegativeInfinity));
        Assert.True(Normal.LogUpperTail(1e10) < -4e19);
        Assert.Equal(0, StudentT.UpperTail(double.PositiveInfinity, 4));
        Assert.Equal(1, StudentT.UpperTail(double.NegativeInfinity, 4));
        Assert.Equal(0.5, StudentT.UpperTail(0, 4));
        Assert.Equal(1, FisherF.UpperTail(0, 2, 3));
        Assert.Equal(0, FisherF.UpperTail(double.PositiveInfinity, 2, 3));
        Assert.Equal(1, ChiSquared.UpperTail(-1, 2));
        Assert.Equal(1, StudentizedRange.UpperTail(-1, 3, 10));
        Assert.True(double.IsNaN(Normal.UpperTail(double.NaN)) && double.IsNaN(StudentT.TwoSided(double.NaN, 5)) && double.IsNaN(StudentT.TwoSided(1, double.NaN)));
        Assert.True(double.IsNaN(FisherF.UpperTail(double.NaN, 2, 3)) && double.IsNaN(ChiSquared.LowerTail(double.NaN, 3)));
        Assert.True(double.IsNaN(NoncentralT.LowerTail(double.NaN, 4, 1)) && double.IsNaN(StudentizedRange.UpperTail(double.NaN, 3, 4)));
        Assert.Equal(1, Binomial.AtMost(5, 5, 0.3));
        Assert.Equal(0, Binomial.AtMost(-1, 5, 0.3));
        Assert.Equal(1, Binomial.Probability(0, 0, 0.3));
    }

    [Fact]
    public void Impossible_parameters_are_errors()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.UpperTail(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(1.2, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherF.UpperTail(1, -1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.Quantile(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentizedRange.UpperTail(3, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralT.UpperTail(3, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.AtLeast(1, -1, 0.5));
    }
}
