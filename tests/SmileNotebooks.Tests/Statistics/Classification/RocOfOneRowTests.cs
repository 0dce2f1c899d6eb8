namespace SmileNotebooks.Tests.Statistics.Classification;

public class RocOfOneRowTests
{
    private static readonly bool[] OneOther = [true, false, true, true, true, true, true];

    [Fact]
    public void With_one_row_of_an_outcome_there_is_an_area_but_no_standard_error()
    {
        RocCurve curve = RocCurve.From([1, 0, 1, 0, 1, 3, 2], OneOther);
        Assert.Equal(11.0 / 12, curve.Auc, 1e-15);
        Assert.True(double.IsNaN(curve.StandardError));
        Assert.True(double.IsNaN(curve.P));
        Assert.True(double.IsNaN(curve.Interval.Lower));
    }

    [Fact]
    public void Nor_is_there_a_test_of_two_such_areas()
    {
        RocComparison comparison = RocCurve.From([1, 0, 1, 0, 1, 3, 2], OneOther).Paired(RocCurve.From([.5, -1, 2.5, 2.5, .5, .5, 1.5], OneOther));
        Assert.True(double.IsNaN(comparison.Z));
        Assert.True(double.IsNaN(comparison.P));
    }
}
