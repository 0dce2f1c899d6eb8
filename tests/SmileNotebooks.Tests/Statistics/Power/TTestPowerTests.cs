// The power of t tests in closed form, against R.
namespace SmileNotebooks.Tests.Statistics.PowerBySimulation;

public class TTestPowerTests
{
    [Fact]
    public void Power_is_that_of_R()
    {
        OracleTable table = OracleTable.Read("power", "power_t_test.csv");
        Assert.All(table.Rows, row =>
        {
            double d = table.Number(row, "d");
            int n = (int)table.Number(row, "n");
            double found = table.Text(row, "type") == "paired" ? TTestPower.Paired(d, n) : TTestPower.Independent(d, n);
            Assert.Equal(table.Number(row, "power"), found, 1e-10);
        });
    }

    [Fact]
    public void The_sign_of_a_difference_does_not_matter() => Assert.Equal(TTestPower.Independent(.5, 64), TTestPower.Independent(-.5, 64), 1e-12);

    [Theory]
    [InlineData(0, .01)]
    [InlineData(0, .05)]
    public void Without_a_difference_it_is_the_level(double d, double alpha) => Assert.Equal(alpha, TTestPower.Paired(d, 20, alpha), 1e-12);

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TTestPower.Independent(double.NaN, 20));
        Assert.Throws<ArgumentException>(() => TTestPower.Independent(.5, 1));
        Assert.Throws<ArgumentException>(() => TTestPower.Paired(.5, 20, 0));
        Assert.Throws<ArgumentException>(() => TTestPower.Paired(.5, 20, double.NaN));
    }
}
