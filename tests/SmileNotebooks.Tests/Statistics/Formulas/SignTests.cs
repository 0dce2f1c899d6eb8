namespace SmileNotebooks.Tests.Statistics.Formulas;

public class SignTests
{
    [Theory]
    [InlineData("y ~ I(2 * -x)", -6)]
    [InlineData("y ~ I(x - -1)", 4)]
    [InlineData("y ~ I(2 * -x^2)", -18)]
    public void A_sign_may_stand_before_an_operand_within_arithmetic(string formula, double value) =>
        Assert.Equal(value, ModelMatrix.Of(Formula.Parse(formula), DataColumns.Empty.With("y", [1]).With("x", [3])).Column(1)[0]);
}
