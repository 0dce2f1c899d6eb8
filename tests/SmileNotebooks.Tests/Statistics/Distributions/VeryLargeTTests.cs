namespace SmileNotebooks.Tests.Statistics.Distributions;

public class VeryLargeTTests
{
    // Beside so large a t the normal part is nothing: R's t * sqrt(qchisq(c(.025, .975), df) / df).
    [Theory]
    [InlineData(1, 0.03133798202142659, 2.241402727604944)]
    [InlineData(7, 0.4913347972145956, 1.512460827102135)]
    [InlineData(100, 0.8615214882690027, 1.138249520912865)]
    public void Limits_of_noncentrality_grow_in_proportion_to_t(double degrees, double lower, double upper)
    {
        foreach (double t in (double[])[1e9, 1e12, 1e100, 1e300])
        {
            ConfidenceInterval interval = NoncentralT.NoncentralityInterval(t, degrees);
            Assert.Equal(lower, interval.Lower / t, 1e-12);
            Assert.Equal(upper, interval.Upper / t, 1e-12);
            Assert.Equal(-interval.Upper, NoncentralT.NoncentralityInterval(-t, degrees).Lower);
        }
    }
}
