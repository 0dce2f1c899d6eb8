namespace SmileNotebooks.Tests.Statistics.LinearModels;

public sealed class LinearModelEdgeTests
{
    private sealed record Person(double Score, double Age, string Group);

    private static readonly Person[] People = [new(1, 20, "a"), new(2, 31, "a"), new(4, 38, "b"), new(3, 45, "b"), new(5, 52, "c"), new(7, 57, "c")];

    [Fact]
    public void Records_are_fitted_by_the_names_of_their_properties()
    {
        LinearModelResult fit = LinearModel.Fit("Score ~ Age", People);
        Assert.Equal(["(Intercept)", "Age"], fit.Coefficients.Select(coefficient => coefficient.Name));
        Assert.StartsWith("R2 = .85, F(1, 4) = 23.47, p = .008, n = 6", fit.ToString());
        Assert.Contains("\nAge: b = 0.146, 95% CI [0.062, 0.229], t(4) = 4.84, p = .008", fit.Apa);
        Assert.Contains("n = 6.", fit.ToTable().Note);
    }

    [Fact]
    public void A_collinear_column_is_an_error_that_names_it()
    {
        double[] x = [1, 2, 3, 4, 5, 7];
        DataColumns data = DataColumns.Empty.With("y", [1, 2, 2, 3, 5, 4]).With("x", x).With("z", [.. x.Select(value => 3 - (2 * value))]).With("zero", new double[6]);
        Assert.Equal(
            "Column 'z' is a linear combination of (Intercept) and x: its coefficient is not determined. Leave one of these terms out.",
            Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ x + z", data)).Message);
        Assert.Contains("Column 'zero' is zero in every row", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ zero + x", data)).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e200)]
    public void Only_the_columns_that_combine_to_a_collinear_one_are_named(double unit)
    {
        double[] x = [1, 2, 3, 4, 5, 7], other = [3, 1, 4, 1, 5, 9], tripled = [.. x.Select(value => 3 * value * unit)];
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, 2, 3, 5, 4]).With("other", other).With("x", x).With("z", tripled);
        Assert.Contains("Column 'z' is a multiple of x:", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ other + x + z", data)).Message);
    }

    [Fact]
    public void An_empty_cell_of_an_interaction_is_a_collinear_column()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, 3, 5, 4, 6]).With("a", ["p", "p", "q", "q", "p", "p"]).With("b", ["u", "v", "u", "u", "v", "u"]);
        string message = Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ a*b", data)).Message;
        Assert.Contains("'aq:bv' is zero in every row", message);
        Assert.Contains("Leave its term out, or give every combination of the factors' levels a row.", message);
    }

    [Fact]
    public void Nearly_collinear_columns_keep_their_digits()
    {
        // y = 1 + 2x + 3z exactly, z differing from x by 2^-30.
        double[] x = [.. Enumerable.Range(0, 40).Select(i => (double)(i % 8))];
        double[] z = [.. x.Select((value, i) => value + Math.ScaleB((i * 7) % 5, -30))];
        double[] y = [.. x.Zip(z, (a, b) => 1 + (2 * a) + (3 * b))];
        LinearModelResult fit = LinearModel.Fit("y ~ x + z", DataColumns.Empty.With("y", y).With("x", x).With("z", z));
        Assert.Equal([1.0, 2, 3], fit.Coefficients.Select(coefficient => coefficient.Estimate), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Very_large_and_very_small_units_change_no_test(double unit)
    {
        LinearModelResult fit = LinearModel.Fit("Score ~ Age", People);
        LinearModelResult scaled = LinearModel.Fit("Score ~ Age", People.Select(person => person with { Score = person.Score * unit }));
        Assert.Equal(fit.Coefficient("Age").T, scaled.Coefficient("Age").T, 1e-12);
        Assert.Equal(fit.Coefficient("Age").Estimate, scaled.Coefficient("Age").Estimate / unit, 1e-13);
        Assert.Equal(fit.F, scaled.F, 1e-10);
        LinearModelResult wide = LinearModel.Fit("Score ~ Age", People.Select(person => person with { Age = person.Age * unit }));
        Assert.Equal(fit.P, wide.P, 1e-12);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Very_large_and_very_small_responses_change_no_test_of_terms_means_or_predictions(double unit)
    {
        LinearModelResult fit = LinearModel.Fit("Score ~ Age + Group", People);
        LinearModelResult scaled = LinearModel.Fit("Score ~ Age + Group", People.Select(person => person with { Score = person.Score * unit }));
        Assert.Equal(fit.TypeIII().Tests.Select(test => test.F), scaled.TypeIII().Tests.Select(test => test.F), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(fit.TypeIII().Tests[1].PartialEtaSquared, scaled.TypeIII().Tests[1].PartialEtaSquared, 1e-12);
        Assert.Equal(fit.MarginalMeans("Group").Pairwise().Contrasts[0].P, scaled.MarginalMeans("Group").Pairwise().Contrasts[0].P, 1e-12);
        Assert.Equal(fit.MarginalMeans("Group").SimpleEffects().Effects[0].F, scaled.MarginalMeans("Group").SimpleEffects().Effects[0].F, 1e-9);
        DataColumns rows = DataColumns.From(People);
        Assert.Equal(fit.Predict(rows)[2].PredictionInterval.Upper, scaled.Predict(rows)[2].PredictionInterval.Upper / unit, 1e-10);
    }

    [Fact]
    public void Many_rows_and_few_agree_between_plain_and_precise_arithmetic()
    {
        Random random = new(1);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextDouble())], z = [.. x.Select(_ => random.NextDouble())];
        double[] y = [.. x.Zip(z, (a, b) => 2 + a - (3 * b) + random.NextDouble())];
        DataColumns data = DataColumns.Empty.With("y", y).With("x", x).With("z", z);
        double[] columns = [.. Enumerable.Repeat(1.0, y.Length), .. x, .. z];
        LeastSquaresSolution precise = PreciseLeastSquares.Solve(new LeastSquaresProblem(columns, y, null), ["1", "x", "z"]);
        LinearModelResult plain = LinearModel.Fit("y ~ x + z", data);
        Assert.Equal(precise.Coefficients, plain.Coefficients.Select(coefficient => coefficient.Estimate), (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Fact]
    public void Degenerate_input_is_an_error_that_says_why()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, 3]).With("x", [1.0, 5, 2]).With("c", [4.0, 4, 4]);
        Assert.Contains("3 rows leave no degree of freedom", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ x + I(x^2)", data)).Message);
        Assert.Contains("'c' is 4 in every row", Assert.Throws<ArgumentException>(() => LinearModel.Fit("c ~ x", data)).Message);
        Assert.Contains("no random terms; found (1 | x)", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ (1 | x)", data)).Message);
        Assert.Contains("neither a constant nor a term", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ 0", data)).Message);
        Assert.Contains("no column 'q'", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ q", data)).Message);
    }

    [Fact]
    public void Missing_values_fail_unless_they_are_dropped_and_what_is_dropped_is_said()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, double.NaN, 4, 6]).With("x", [1.0, 2, 3, 4, 5]);
        Assert.Contains("Row 2: 'y' is NaN", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ x", data)).Message);
        LinearModelResult fit = LinearModel.Fit("y ~ x", data, new LinearModelOptions { Missing = MissingValues.DropListwise });
        Assert.Equal([2], fit.Dropped.Rows);
        Assert.Equal(4, fit.Fitted.Length);
        Assert.Contains("1 row dropped (2)", fit.ToTable().Note);
    }

    [Fact]
    public void A_perfect_fit_has_no_residual_and_p_of_zero()
    {
        LinearModelResult fit = LinearModel.Fit("y ~ x", DataColumns.Empty.With("y", [3.0, 5, 7, 9]).With("x", [1.0, 2, 3, 4]));
        Assert.Equal(2, fit.Coefficient("x").Estimate, 1e-15);
        Assert.Equal(1, fit.RSquared);
        Assert.True(fit.P < 1e-30);
    }

    [Fact]
    public void A_term_of_a_perfect_fit_explains_everything()
    {
        LinearModelTest test = Assert.Single(LinearModel.Fit("y ~ a", DataColumns.Empty.With("y", [1.0, 1, 3, 3]).With("a", ["p", "p", "q", "q"])).TypeIII().Tests);
        Assert.True(test.F > 1e20, $"{test.F}");
        Assert.Equal((4.0, 1.0), (test.SumOfSquares, test.PartialEtaSquared));
        Assert.True(test.P < 1e-20);
    }

    [Fact]
    public void Names_of_predictors_that_are_taken_are_refused()
    {
        double[] y = [1, 3, 2, 5];
        double[,] x = { { 1, 4 }, { 2, 1 }, { 3, 5 }, { 4, 2 } };
        Assert.Contains("Two predictors are named 'age'", Assert.Throws<ArgumentException>(() => LinearModel.Fit(y, x, ["age", "age"])).Message);
        Assert.Contains("named 'y', which is the response's name", Assert.Throws<ArgumentException>(() => LinearModel.Fit(y, x, ["age", "y"])).Message);
    }

    [Fact]
    public void A_level_of_confidence_outside_its_range_is_refused()
    {
        LinearModelResult fit = LinearModel.Fit("Score ~ Age + Group", People);
        Assert.Throws<ArgumentException>(() => LinearModel.Fit("Score ~ Age", People, new LinearModelOptions { Level = 95 }));
        Assert.Throws<ArgumentException>(() => fit.Predict(DataColumns.From(People), 1));
        Assert.Throws<ArgumentException>(() => fit.MarginalMeans("Group").MeansAt(0));
        Assert.Throws<ArgumentException>(() => fit.MarginalMeans("Group").Pairwise(level: double.NaN));
    }

    [Fact]
    public void Order_of_rows_and_shift_of_the_response_change_no_slope()
    {
        LinearModelResult fit = LinearModel.Fit("Score ~ Age + Group", People);
        LinearModelResult other = LinearModel.Fit("Score ~ Age + Group", People.Reverse().Select(person => person with { Score = person.Score + 1000 }));
        Assert.Equal(fit.Coefficients.Skip(1).Select(c => c.Estimate), other.Coefficients.Skip(1).Select(c => c.Estimate), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(fit.Coefficient("Age").P, other.Coefficient("Age").P, 1e-12);
        LinearModelResult relabelled = LinearModel.Fit("Score ~ Age + Group", People.Select(person => person with { Group = person.Group == "a" ? "z" : person.Group }));
        Assert.Equal(fit.F, relabelled.F, 1e-10);
        Assert.Equal(fit.TypeIII().Tests[1].P, relabelled.TypeIII().Tests[1].P, 1e-12);
    }

    [Fact]
    public void Spans_and_matrices_give_what_a_formula_gives()
    {
        double[] score = [.. People.Select(person => person.Score)], age = [.. People.Select(person => person.Age)];
        LinearModelResult formula = LinearModel.Fit("Score ~ Age", People);
        Assert.Equal(formula.Coefficients[1].P, LinearModel.Fit(score, age).Coefficients[1].P);
        double[,] matrix = new double[6, 2];
        for (int row = 0; row < 6; row++)
        {
            (matrix[row, 0], matrix[row, 1]) = (age[row], age[row] * age[row]);
        }

        LinearModelResult quadratic = LinearModel.Fit("Score ~ Age + I(Age^2)", People);
        Assert.Equal(quadratic.Coefficients[2].T, LinearModel.Fit(score, matrix, ["age", "age squared"]).Coefficient("age squared").T, 1e-10);
        Assert.Contains("2 predictors and 1 names", Assert.Throws<ArgumentException>(() => LinearModel.Fit(score, matrix, ["age"])).Message);
    }

    [Fact]
    public void Comparing_nested_models_tests_the_term_between_them()
    {
        LinearModelResult smaller = LinearModel.Fit("Score ~ Age", People), larger = LinearModel.Fit("Score ~ Age + Group", People);
        LinearModelTest between = LinearModel.Compare(smaller, larger), term = larger.TypeIII().Tests[1];
        Assert.Equal(term.F, between.F, 1e-10);
        Assert.Equal(term.P, between.P, 1e-10);
        Assert.Equal(term.SumOfSquares, between.SumOfSquares, 1e-12);
        Assert.Contains("must be of the same rows and have more columns", Assert.Throws<ArgumentException>(() => LinearModel.Compare(larger, smaller)).Message);
        LinearModelResult logarithm = LinearModel.Fit("log(Score) ~ Age + Group", People);
        Assert.Contains("not of the same response", Assert.Throws<ArgumentException>(() => LinearModel.Compare(smaller, logarithm)).Message);
        LinearModelResult poor = LinearModel.Fit("Score ~ a + b", DataColumns.From(People).With("a", [1.0, -1, 1, -1, 1, -1]).With("b", [2.0, 1, 2, 1, 1, 2]));
        Assert.Contains("not a part of the larger", Assert.Throws<ArgumentException>(() => LinearModel.Compare(smaller, poor)).Message);
    }

    [Fact]
    public void Standardized_residuals_have_unit_variance_where_leverages_are_equal()
    {
        LinearModelResult fit = LinearModel.Fit("y ~ a", DataColumns.Empty.With("y", [1.0, 3, 4, 8]).With("a", ["p", "p", "q", "q"]));
        Assert.Equal([.5, .5, .5, .5], fit.Leverages(), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(fit.Residuals.Select(residual => residual / (fit.ResidualStandardError * Math.Sqrt(.5))), fit.StandardizedResiduals(), (a, b) => Math.Abs(a - b) < 1e-13);
    }
}
