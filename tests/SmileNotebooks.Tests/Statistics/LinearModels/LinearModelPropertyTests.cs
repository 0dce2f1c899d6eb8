using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.LinearModels;

/// <summary>What may not change a fit does not, for data of all kinds. The seed is fixed, so that a failure repeats.</summary>
public sealed class LinearModelPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20240503, 9);

    [Fact]
    public void Residuals_are_orthogonal_to_every_column() => Check((_, fit) =>
    {
        double[] residuals = [.. fit.Residuals];
        return Enumerable.Range(0, fit.ModelMatrix.ColumnCount).All(column =>
            Math.Abs(fit.ModelMatrix.Column(column).ToArray().Zip(residuals, (x, residual) => x * residual).Sum()) < 1e-10 * residuals.Length);
    });

    [Fact]
    public void Scale_of_the_response_and_of_a_column_scales_slopes_alone() => Check((data, fit) =>
    {
        double[] y = [.. data.Numeric("y").ToArray().Select(value => (250 * value) - 7)], x = [.. data.Numeric("x").ToArray().Select(value => (value / 1000) + 3)];
        LinearModelResult scaled = LinearModel.Fit("y ~ x + z + g", data.With("y", y).With("x", x));
        return Near(fit.Coefficient("x").T, scaled.Coefficient("x").T) && Near(fit.Coefficient("gb").T, scaled.Coefficient("gb").T)
            && Near(250 * 1000 * fit.Coefficient("x").Estimate, scaled.Coefficient("x").Estimate) && Near(fit.RSquared, scaled.RSquared);
    });

    [Fact]
    public void Order_of_rows_changes_nothing() => Check((data, fit) =>
    {
        LinearModelResult turned = LinearModel.Fit("y ~ x + z + g", data.Rows([.. Enumerable.Range(0, data.RowCount).Reverse()]));
        return fit.Coefficients.Zip(turned.Coefficients).All(pair => Near(pair.First.Estimate, pair.Second.Estimate) && Near(pair.First.StandardError, pair.Second.StandardError));
    });

    [Fact]
    public void The_coding_of_a_factor_changes_no_fitted_value_and_no_type_III_test() => Check((data, fit) =>
    {
        foreach (ContrastCoding coding in new[] { ContrastCoding.Sum, ContrastCoding.Helmert, ContrastCoding.Polynomial, ContrastCoding.TreatmentAgainst(1) })
        {
            LinearModelResult other = LinearModel.Fit("y ~ x + z + g", data, new LinearModelOptions { Coding = new ModelMatrixOptions { Contrasts = coding } });
            if (!fit.Fitted.Zip(other.Fitted).All(pair => Near(pair.First, pair.Second)) || !Near(fit.TypeIII().Tests[2].F, other.TypeIII().Tests[2].F))
            {
                return false;
            }
        }

        return true;
    });

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(1, Math.Abs(left));

    private static void Check(Func<DataColumns, LinearModelResult, bool> holds)
    {
        Arbitrary<DataColumns> any = Arb.From(
            from rows in Gen.Choose(7, 60)
            from seed in Gen.Choose(0, 1_000_000)
            select Data(rows, seed));
        Prop.ForAll(any, data => holds(data, LinearModel.Fit("y ~ x + z + g", data))).Check(Repeatable);
    }

    private static DataColumns Data(int rows, int seed)
    {
        Random random = new(seed);
        double[] Numbers() => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - .5)];
        return DataColumns.Empty.With("y", Numbers()).With("x", Numbers()).With("z", Numbers()).With("g", Enumerable.Range(0, rows).Select(row => "abc"[row % 3].ToString()));
    }
}
