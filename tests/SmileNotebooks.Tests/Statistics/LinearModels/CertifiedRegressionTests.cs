
namespace SmileNotebooks.Tests.Statistics.LinearModels;

/// <summary>The reference data sets of the National Institute of Standards and Technology, at the digits that it certifies (15).</summary>
public sealed class CertifiedRegressionTests
{
    [Theory]
    [InlineData("norris", "y ~ x")]
    [InlineData("pontius", "y ~ x + I(x^2)")]
    [InlineData("noint1", "y ~ 0 + x")]
    [InlineData("noint2", "y ~ 0 + x")]
    [InlineData("longley", "y ~ x1 + x2 + x3 + x4 + x5 + x6")]
    [InlineData("filip", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5) + I(x^6) + I(x^7) + I(x^8) + I(x^9) + I(x^10)")]
    [InlineData("wampler1", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)")]
    [InlineData("wampler2", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)")]
    [InlineData("wampler3", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)")]
    [InlineData("wampler4", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)")]
    [InlineData("wampler5", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)")]
    public void Coefficients_errors_and_fit_have_the_certified_digits(string name, string formula)
    {
        DataColumns data = OracleTable.Read("nist-linear", $"{name}.csv").ToDataColumns();
        LinearModelResult result = LinearModel.Fit(formula, data);
        OracleTable certified = OracleTable.Read("nist-linear", "certified.csv");
        foreach (int row in certified.Rows.Where(row => certified.Text(row, "data") == name))
        {
            string parameter = certified.Text(row, "parameter");
            double expected = certified.Number(row, "estimate");
            switch (parameter)
            {
                case "s":
                    AssertDigits(expected, result.ResidualStandardError, parameter, name);
                    break;
                case "r2":
                    AssertDigits(expected, result.RSquared, parameter, name);
                    break;
                default:
                    int place = int.Parse(parameter[1..]) - (result.ModelMatrix.HasIntercept ? 0 : 1);
                    AssertDigits(expected, result.Coefficients[place].Estimate, parameter, name);
                    AssertDigits(certified.Number(row, "se"), result.Coefficients[place].StandardError, parameter + " se", name);
                    break;
            }
        }
    }

    // 15 significant digits are certified, of which the last may be rounded. Where zero is certified, decimal data that doubles round leave their rounding.
    private static void AssertDigits(double expected, double actual, string parameter, string name)
    {
        double tolerance = expected == 0 ? 1e-14 : 1e-13 * Math.Abs(expected);
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{name} {parameter}: certified {expected:R}, found {actual:R}");
    }
}
