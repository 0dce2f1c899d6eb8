
namespace SmileNotebooks.Tests.Statistics.Formulas;

public sealed class ModelMatrixTests
{
    private static DataColumns Warpbreaks() =>
        OracleTable.Read("formulas", "warpbreaks.csv").ToDataColumns().With("tension", OracleTable.Read("formulas", "warpbreaks.csv").Texts("tension"), ["L", "M", "H"]);

    [Fact]
    public void Columns_names_and_terms_are_those_of_R_for_every_formula_and_coding()
    {
        OracleTable oracle = OracleTable.Read("formulas", "model-matrices.csv");
        DataColumns data = Warpbreaks();
        foreach (IGrouping<string, int> columns in oracle.Rows.GroupBy(row => oracle.Text(row, "case")))
        {
            int first = columns.First();
            string text = oracle.Text(first, "formula");
            ContrastCoding coding = oracle.Text(first, "contrasts") switch
            {
                "contr.sum" => ContrastCoding.Sum,
                "contr.helmert" => ContrastCoding.Helmert,
                "contr.poly" => ContrastCoding.Polynomial,
                _ => ContrastCoding.Treatment,
            };
            ModelMatrix matrix = ModelMatrix.Of(Formula.Parse(text), data, new ModelMatrixOptions { Contrasts = coding });
            Assert.Equal(columns.Select(column => oracle.Text(column, "column")), matrix.ColumnNames);
            Assert.Equal(columns.Select(column => (int)oracle.Number(column, "term") - 1), matrix.TermOfColumn);
            int place = 0;
            foreach (int column in columns)
            {
                double[] values = matrix.Column(place++).ToArray();
                Assert.Equal(oracle.Number(column, "sum"), values.Sum(), 1e-9);
                Assert.Equal(oracle.Number(column, "weighted"), values.Select((value, row) => value * Math.Cos(row + 1)).Sum(), 1e-9);
            }
        }
    }

    [Fact]
    public void Other_rows_get_the_columns_of_the_fit_whatever_the_order_of_their_levels()
    {
        ModelMatrix fitted = ModelMatrix.Of(Formula.Parse("breaks ~ wool*tension + x"), Warpbreaks());
        DataColumns rows = DataColumns.Empty.With("wool", ["B", "A"], ["B", "A"]).With("tension", ["H", "L"]).With("x", [2, 3]);
        ModelMatrix other = fitted.ForRows(rows);
        Assert.Equal(fitted.ColumnNames, other.ColumnNames);
        Assert.Equal([1, 1, 1, 0, 0, 0, 1, 0, 2, 3, 0, 0, 1, 0], other.Values.ToArray());
    }

    [Fact]
    public void A_label_that_the_fit_did_not_see_is_an_error_that_names_row_and_label()
    {
        ModelMatrix fitted = ModelMatrix.Of(Formula.Parse("breaks ~ wool"), Warpbreaks());
        ArgumentException error = Assert.Throws<ArgumentException>(() => fitted.ForRows(DataColumns.Empty.With("wool", ["A", "C"])));
        Assert.Contains("Row 1: 'C' is none of the levels of 'wool': A, B", error.Message);
    }

    [Fact]
    public void A_factor_of_one_level_is_an_error_that_names_it()
    {
        DataColumns data = DataColumns.Empty.With("y", [1, 2]).With("a", ["x", "x"], ["x", "z"]);
        Assert.Contains("'a' has one level, 'x'", Assert.Throws<ArgumentException>(() => ModelMatrix.Of(Formula.Parse("y ~ a"), data)).Message);
    }

    [Fact]
    public void Arithmetic_without_a_finite_value_is_an_error_that_names_the_row()
    {
        DataColumns data = DataColumns.Empty.With("y", [1, 2]).With("x", [1, -1]);
        Assert.Contains("Row 1: 'log(x)' is NaN", Assert.Throws<ArgumentException>(() => ModelMatrix.Of(Formula.Parse("y ~ log(x)"), data)).Message);
    }

    [Fact]
    public void Custom_contrasts_and_another_reference_are_taken_as_given()
    {
        DataColumns data = DataColumns.Empty.With("y", [1, 2, 3]).With("a", ["p", "q", "r"]);
        ModelMatrixOptions options = new() { Contrasts = ContrastCoding.TreatmentAgainst(2) };
        ModelMatrix matrix = ModelMatrix.Of(Formula.Parse("y ~ a"), data, options);
        Assert.Equal(["(Intercept)", "ap", "aq"], matrix.ColumnNames);
        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 1, 0], matrix.Values.ToArray());
        ModelMatrixOptions custom = new() { ContrastsOf = options.ContrastsOf.Add("a", ContrastCoding.Custom(new double[,] { { -1, 0 }, { 0, 1 }, { 1, -1 } }, ["rp", "qr"])) };
        Assert.Equal(["(Intercept)", "arp", "aqr"], ModelMatrix.Of(Formula.Parse("y ~ a"), data, custom).ColumnNames);
        Assert.Throws<ArgumentException>(() => ContrastCoding.Custom(new double[3, 3]));
    }

    [Fact]
    public void Polynomial_contrasts_of_many_levels_are_orthonormal()
    {
        double[,] matrix = ContrastCoding.Polynomial.Matrix(12);
        for (int i = 0; i < 11; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = Enumerable.Range(0, 12).Sum(level => matrix[level, i] * matrix[level, j]);
                Assert.Equal(i == j ? 1 : 0, product, 1e-14);
            }
        }
    }
}
