namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

/// <summary>The Simon-Lesage data sets among the NIST Statistical Reference Datasets for analysis of variance, made by their rule:
/// nine treatments of means b + .4, .3, .5, .3, .5, ...; of a treatment's values the first is the mean and the others lie .1 below and above in turn.</summary>
public sealed class CertifiedAnovaTests
{
    [Theory]
    [InlineData(1, 21, 1e-12)]
    [InlineData(1, 201, 1e-12)]
    [InlineData(1, 2001, 1e-12)]
    [InlineData(1e6, 21, 1e-8)]
    [InlineData(1e6, 201, 1e-8)]
    [InlineData(1e6, 2001, 1e-8)]
    [InlineData(1e12, 21, 1e-2)] // A double at 1e12 + .4 is itself off by up to 6e-5: .1 has three digits.
    [InlineData(1e12, 201, 1e-2)]
    [InlineData(1e12, 2001, 1e-2)]
    public void Simon_Lesage_data_have_the_certified_F_and_R_squared(double level, int size, double tolerance)
    {
        double[][] treatments = [.. Enumerable.Range(0, 9).Select(treatment => Values(level, treatment == 0 ? 4 : treatment % 2 == 1 ? 3 : 5, size))];
        AnovaEffect effect = Anova.OneWay(treatments).Effects[0];
        Assert.Equal((8, 9 * (size - 1)), (effect.Degrees, effect.ErrorDegrees));
        Assert.Equal(size, effect.F, tolerance * size);

        // Between 8 * size * .01, within 9 * (size - 1) * .01.
        Assert.Equal(8.0 * size / ((8.0 * size) + (9.0 * (size - 1))), effect.PartialEtaSquared, tolerance);
    }

    // Decimal first, so that each value is the double nearest to what the data set says.
    private static double[] Values(double level, int tenths, int size) =>
        [.. Enumerable.Range(0, size).Select(i => (double)((decimal)level + ((tenths + (i == 0 ? 0 : i % 2 == 1 ? -1 : 1)) / 10m)))];
}
