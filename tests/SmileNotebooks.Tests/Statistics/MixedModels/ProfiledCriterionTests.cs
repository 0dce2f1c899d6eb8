// The criterion against its definition by the whole covariance matrix of the rows, and its gradient against differences.
using MathNet.Numerics.LinearAlgebra;

namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class ProfiledCriterionTests
{
    public static TheoryData<string, string> Models => new()
    {
        { "one factor, slopes", "y ~ x + (1 + x | a)" },
        { "two crossed factors, slopes in both", "y ~ x + (1 + x | a) + (1 + x | b)" },
        { "three factors, crossed and nested", "y ~ x + (1 | a/c) + (1 + x | b)" },
        { "five effects, wider than a narrow panel", "y ~ x + (1 + x + I(x^2) + z + I(z^2) | a) + (1 | b)" },
        { "independent slopes", "y ~ x + z + (1 + x || a) + (0 + z | b)" },
        { "a factor tied together by two others", "y ~ 1 + (1 | a:b) + (1 | a) + (1 | b) + (1 | c)" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void The_criterion_is_that_of_the_rows_covariance(string what, string formula)
    {
        foreach (bool restricted in (bool[])[true, false])
        {
            (ProfiledCriterion criterion, FixedBasis basis, double[] response) = Build(formula, restricted);
            double[] theta = Point(criterion.Count);
            double found = criterion.Value(theta);
            double expected = ByRows(criterion, basis, response, theta, restricted);
            Assert.True(Math.Abs(found - expected) < 1e-8, $"{what}: expected {expected:R}, found {found:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_gradient_is_the_limit_of_differences(string what, string formula)
    {
        foreach (bool restricted in (bool[])[true, false])
        {
            (ProfiledCriterion criterion, _, _) = Build(formula, restricted);
            double[] theta = Point(criterion.Count);
            criterion.Value(theta);
            double[] gradient = new double[theta.Length];
            criterion.Gradient(gradient);
            for (int i = 0; i < theta.Length; i++)
            {
                const double Step = 1e-5;
                double[] up = (double[])theta.Clone();
                double[] down = (double[])theta.Clone();
                up[i] += Step;
                down[i] -= Step;
                double expected = (criterion.Value(up) - criterion.Value(down)) / (2 * Step);
                Assert.True(Math.Abs(gradient[i] - expected) < 1e-5 * (1 + Math.Abs(expected)), $"{what}, parameter {i}: expected {expected:R}, found {gradient[i]:R}");
            }
        }
    }

    private static (ProfiledCriterion Criterion, FixedBasis Basis, double[] Response) Build(string text, bool restricted)
    {
        const int Rows = 180;
        RandomStream random = new(11);
        double[] response = new double[Rows];
        double[] x = new double[Rows];
        double[] z = new double[Rows];
        random.FillGaussian(response);
        random.FillGaussian(x);
        random.FillGaussian(z);
        Formula formula = Formula.Parse(text);
        DataColumns data = DataColumns.Empty.With("y", response).With("x", x).With("z", z)
            .With("a", Enumerable.Range(0, Rows).Select(row => $"a{row % 15}"))
            .With("b", Enumerable.Range(0, Rows).Select(row => $"b{row * 7 / 5 % 8}"))
            .With("c", Enumerable.Range(0, Rows).Select(row => $"c{row / 60}"));
        ModelMatrix matrix = ModelMatrix.Of(formula, data);
        FixedBasis basis = new(matrix.Array, matrix.ColumnNames, response);
        RandomStructure structure = RandomStructure.From(formula, data, new ModelMatrixOptions());
        return (new ProfiledCriterion(new PenalisedLeastSquares(new CrossProducts(structure.Blocks, [.. basis.Columns, basis.Residuals])), restricted), basis, basis.Residuals);
    }

    private static double[] Point(int count) => [.. Enumerable.Range(0, count).Select(i => .9 - (.17 * i % .7))];

    /// <summary>n log(2 pi s2) + log|V| + n, and under REML log|Q'V⁻¹Q|, with V = I + ZΛΛ'Z' written out.</summary>
    private static double ByRows(ProfiledCriterion criterion, FixedBasis basis, double[] response, double[] theta, bool restricted)
    {
        int rows = response.Length;
        Matrix<double> covariance = Matrix<double>.Build.DenseIdentity(rows);
        double[][] factors = criterion.Factors(theta);
        for (int f = 0; f < factors.Length; f++)
        {
            GroupingBlock block = criterion.Equations.Products.Blocks[f];
            Matrix<double> effects = Matrix<double>.Build.Dense(rows, block.Levels * block.Width);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < block.Width; column++)
                {
                    for (int k = 0; k < block.Width; k++)
                    {
                        effects[row, (block.Codes[row] * block.Width) + column] += block.Columns[k][row] * factors[f][k + (column * block.Width)];
                    }
                }
            }

            covariance += effects * effects.Transpose();
        }

        Matrix<double> q = Matrix<double>.Build.DenseOfColumns(basis.Columns);
        Vector<double> y = Vector<double>.Build.Dense(response);
        var cholesky = covariance.Cholesky();
        Matrix<double> information = q.Transpose() * cholesky.Solve(q);
        Vector<double> rest = y - (q * information.Solve(q.Transpose() * cholesky.Solve(y)));
        double squares = rest * cholesky.Solve(rest);
        int degrees = rows - (restricted ? basis.Count : 0);
        return cholesky.DeterminantLn + (restricted ? Math.Log(information.Determinant()) : 0) + (degrees * (1 + Math.Log(2 * Math.PI * squares / degrees)));
    }
}
