namespace SmileNotebooks.Tests.Statistics.Distributions;

/// <summary>Against 40 digits and more: tests/oracles/statistics/distributions.</summary>
public class TailTests
{
    [Theory]
    [InlineData("tails.csv", "normal", 1e-14)]
    [InlineData("tails.csv", "student", 1e-12)]
    [InlineData("tails.csv", "fisher", 1e-12)]
    [InlineData("tails.csv", "chisquared", 1e-12)]
    [InlineData("tails.csv", "binomial", 1e-12)]
    [InlineData("integrals.csv", "noncentral", 1e-11)]
    [InlineData("integrals.csv", "studentised", 1e-11)]
    public void Both_tails_agree_with_many_digits(string file, string distribution, double share)
    {
        OracleTable oracle = OracleTable.Read("distributions", file);
        double worst = 0;
        string where = "";
        for (int row = 0; row < oracle.RowCount; row++)
        {
            if (oracle.Text(row, "distribution") != distribution)
            {
                continue;
            }

            (double lower, double upper) = Tails(distribution, oracle.Number(row, "x"), oracle.Number(row, "parameter1"), oracle.Number(row, "parameter2"));
            foreach ((double expected, double actual) in new[] { (oracle.Number(row, "lower"), lower), (oracle.Number(row, "upper"), upper) })
            {
                double error = double.IsNaN(actual) ? 0 : expected < 1e-305 ? actual < 1e-304 ? 0 : 1 : Math.Abs(actual / expected - 1);
                if (error > worst)
                {
                    (worst, where) = (error, $"x {oracle.Text(row, "x")}, {oracle.Text(row, "parameter1")}, {oracle.Text(row, "parameter2")}: {actual:R} for {expected:R}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{distribution}: worst {worst:g3} at {where}");
        Assert.True(worst < share, $"{distribution}: {worst:g3} at {where}");
    }

    private static (double Lower, double Upper) Tails(string distribution, double x, double first, double second) => distribution switch
    {
        "normal" => (Normal.LowerTail(x), Normal.UpperTail(x)),
        "student" => (StudentT.LowerTail(x, first), StudentT.UpperTail(x, first)),
        "fisher" => (FisherF.LowerTail(x, first, second), FisherF.UpperTail(x, first, second)),
        "noncentral" => (NoncentralT.LowerTail(x, first, second), NoncentralT.UpperTail(x, first, second)),
        // The lower tail is 1 less the upper: no more is said of it.
        "studentised" => (double.NaN, StudentizedRange.UpperTail(x, (int)first, second)),
        "chisquared" => (ChiSquared.LowerTail(x, first), ChiSquared.UpperTail(x, first)),
        _ => (Binomial.AtMost((long)x, (long)first, second), Binomial.AtLeast((long)x, (long)first, second)),
    };
}
