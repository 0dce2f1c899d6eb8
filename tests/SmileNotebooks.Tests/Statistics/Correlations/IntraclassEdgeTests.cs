namespace SmileNotebooks.Tests.Statistics.Correlations;

public class IntraclassEdgeTests
{
    // Every target has the mean 3: the degrees of freedom of the limits fall to nothing.
    [Fact]
    public void Targets_of_one_mean_have_limits_all_the_same()
    {
        IntraclassEstimate estimate = IntraclassCorrelation.Of(new double[,] { { 1, 5, 3 }, { 5, 1, 3 }, { 3, 3, 3 }, { 4, 2, 3 } })[IntraclassForm.TwoWayRandomSingle];
        Assert.InRange(estimate.Value, -1, 0);
        Assert.True(double.IsFinite(estimate.Interval.Lower) && double.IsFinite(estimate.Interval.Upper));
    }

    [Fact]
    public void Quantiles_of_F_end_with_next_to_no_degrees_of_freedom() =>
        Assert.InRange(FisherF.Quantile(.975, 1e-33, 3), 0, 1e-200);
}
