// Logistic regression at its edges, its recovery of known truths, and what must not change it.
using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Classification;

public class LogisticRegressionTests
{
    private static readonly double[,] Dose = { { 1 }, { 2 }, { 3 }, { 4 }, { 5 }, { 6 } };

    [Fact]
    public void Sentences_and_table_read_as_a_paper_has_them()
    {
        LogisticRegressionResult result = LogisticRegression.Fit("am ~ wt + hp", ClassificationData.Columns("cars"));
        string[] lines = result.Apa.Split('\n');

        Assert.Equal("Logistic regression, N = 32 (13 events), chi2(2) = 33.17, p < .001, Nagelkerke R2 = .87", lines[0]);
        Assert.StartsWith("wt: b = -8.08, SE = 3.07, z = -2.63, p = .008, OR = 0.000309, 95% CI [7.54e-7, 0.126]", lines[1]);
        Assert.Contains("Wald tests and intervals", result.ToTable().Note);
        Assert.Equal(3, result.ToTable().Rows.Length);
    }

    [Fact]
    public void Matrix_records_and_formula_give_the_same()
    {
        DataColumns cars = ClassificationData.Columns("cars");
        bool[] outcomes = ClassificationData.Outcomes(cars, "am");
        var rows = outcomes.Zip(cars.Numeric("wt").ToArray(), cars.Numeric("hp").ToArray()).ToArray();

        string formula = LogisticRegression.Fit("am ~ wt + hp", cars).ToTable().ToText();

        Assert.Equal(formula, LogisticRegression.Fit(ClassificationData.Matrix(cars, "wt", "hp"), outcomes, ["wt", "hp"]).ToTable().ToText());
        Assert.Equal(formula, LogisticRegression.Fit(rows, row => row.First, [("wt", row => row.Second), ("hp", row => row.Third)]).ToTable().ToText());
    }

    [Fact]
    public void Predictions_on_the_fitted_rows_are_the_fitted_probabilities()
    {
        DataColumns births = ClassificationData.Columns("births");
        LogisticRegressionResult formula = LogisticRegression.Fit("low ~ lwt + race", births);
        double[,] matrix = ClassificationData.Matrix(births, "age", "lwt");
        LogisticRegressionResult fit = LogisticRegression.Fit(matrix, ClassificationData.Outcomes(births, "low"));

        Assert.All(formula.Predict(births).Zip(formula.Probabilities), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.All(fit.Predict(matrix).Zip(fit.Probabilities), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.Contains("expected 2, as fitted", Assert.Throws<ArgumentException>(() => fit.Predict(new double[1, 3])).Message);
        Assert.Throws<InvalidOperationException>(() => fit.Predict(births));
    }

    [Fact]
    public void Complete_separation_is_named()
    {
        SeparationException error = Assert.Throws<SeparationException>(
            () => LogisticRegression.Fit(Dose, [false, false, false, true, true, true], ["dose"]));

        Assert.Equal(SeparationKind.Complete, error.Separation.Kind);
        Assert.StartsWith("Complete separation by dose (6 of 6 rows)", error.Message);
        Assert.Contains("Set a Penalty", error.Message);
    }

    [Fact]
    public void Quasi_complete_separation_is_named_with_its_column_only()
    {
        // Every treated row is an event; untreated ones are not told apart by age.
        double[,] predictors = new double[60, 2];
        bool[] outcomes = new bool[60];
        for (int row = 0; row < 60; row++)
        {
            predictors[row, 0] = row < 20 ? 1 : 0;
            predictors[row, 1] = 20 + (row * 17 % 31);
            outcomes[row] = row < 20 || row % 3 == 0;
        }

        SeparationException error = Assert.Throws<SeparationException>(() => LogisticRegression.Fit(predictors, outcomes, ["treated", "age"]));

        Assert.Equal(SeparationKind.QuasiComplete, error.Separation.Kind);
        Assert.Equal(["treated"], error.Separation.Columns);
        Assert.Equal(20, error.Separation.RowsSeparated);
        Assert.StartsWith("Quasi-complete separation by treated (20 of 60 rows)", error.Message);
    }

    [Fact]
    public void Separation_at_a_tie_is_quasi_complete() =>
        Assert.Equal(
            SeparationKind.QuasiComplete,
            Assert.Throws<SeparationException>(() => LogisticRegression.Fit(new double[,] { { 1 }, { 2 }, { 3 }, { 3 }, { 4 } }, [false, false, false, true, true])).Separation.Kind);

    [Fact]
    public void Overlap_by_a_hair_is_fitted()
    {
        LogisticRegressionResult result = LogisticRegression.Fit(
            new double[,] { { 1 }, { 2 }, { 3.001 }, { 3 }, { 4 }, { 5 } }, [false, false, false, true, true, true]);

        Assert.True(double.IsFinite(result.Coefficients[1].Estimate));
        Assert.True(result.Coefficients[1].Estimate > 1);
    }

    [Fact]
    public void A_penalty_fits_separated_outcomes_and_says_so()
    {
        LogisticRegressionResult result = LogisticRegression.Fit(Dose, [false, false, false, true, true, true], ["dose"], new() { Penalty = 1 });

        Assert.True(result["dose"].Estimate is > 0 and < 3);
        Assert.StartsWith("Logistic regression with L2 penalty 1.00", result.Apa);
        Assert.Contains("shrunken", result.ToTable().Note);
        Assert.Contains("Penalty of 0", Assert.Throws<InvalidOperationException>(() => result.ModelTest).Message);
        Assert.Throws<InvalidOperationException>(() => result.ProfileIntervals());
        Assert.Throws<InvalidOperationException>(() => result.LikelihoodRatioTests());
    }

    [Fact]
    public void Collinear_and_constant_columns_are_named()
    {
        bool[] outcomes = [true, false, true, false, false, true];
        double[,] twice = { { 1, 5, 2 }, { 2, 3, 4 }, { 3, 8, 6 }, { 4, 1, 8 }, { 5, 9, 10 }, { 6, 2, 12 } };
        double[,] constant = { { 1, 7 }, { 2, 7 }, { 3, 7 }, { 4, 7 }, { 5, 7 }, { 6, 7 } };

        Assert.Contains("Column 'c' is a linear combination of 'a':", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(twice, outcomes, ["a", "b", "c"])).Message);
        Assert.Contains("Column 'k' is constant beside the intercept", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(constant, outcomes, ["a", "k"])).Message);
    }

    [Fact]
    public void Other_errors_name_what_is_wrong()
    {
        Assert.Contains("Of 6 rows 0 are events", Error(() => LogisticRegression.Fit(Dose, new bool[6])));
        Assert.Contains("6 rows and 1 columns of predictors with 2 outcomes", Error(() => LogisticRegression.Fit(Dose, [true, false])));
        Assert.Contains("Row 1: 'x1' is NaN", Error(() => LogisticRegression.Fit(new double[,] { { 1 }, { double.NaN } }, [true, false])));
        Assert.Contains("Penalty is -1", Error(() => LogisticRegression.Fit(Dose, [true, false, true, false, true, false], null, new() { Penalty = -1 })));
        Assert.Contains("has 3 levels (black, other, white)", Error(() => LogisticRegression.Fit("race ~ age", ClassificationData.Columns("births"))));
        Assert.Contains("'age' is 19, expected 0 or 1", Error(() => LogisticRegression.Fit("age ~ low", ClassificationData.Columns("births"))));
        Assert.Contains("random term", Error(() => LogisticRegression.Fit("low ~ age + (1 | race)", ClassificationData.Columns("births"))));
    }

    [Fact]
    public void What_is_dropped_is_said()
    {
        LogisticRegressionResult result = LogisticRegression.Fit(
            new double[,] { { 1 }, { double.NaN }, { 3 }, { 2 }, { 5 } }, [true, false, false, false, true], null, new() { Missing = MissingValues.DropListwise });

        Assert.Equal([1], result.Dropped.Rows);
        Assert.Equal(4, result.N);
    }

    [Fact]
    public void Without_intercept_and_with_nothing_else_there_are_right_limits()
    {
        LogisticRegressionResult through = LogisticRegression.Fit(Dose, [true, false, true, false, true, true], null, new() { Intercept = false });
        LogisticRegressionResult alone = LogisticRegression.Fit(new double[4, 0], [true, false, true, true]);

        Assert.Single(through.Coefficients);
        Assert.Equal(6 * 2 * Math.Log(2), through.NullDeviance, 12);
        Assert.Equal(Math.Log(3), alone.Coefficients[0].Estimate, 12);
        Assert.Throws<InvalidOperationException>(() => alone.ModelTest);
    }

    [Fact]
    public void Nested_fits_are_compared_by_their_likelihoods()
    {
        DataColumns births = ClassificationData.Columns("births");
        LogisticRegressionResult larger = LogisticRegression.Fit("low ~ age + lwt", births);
        LogisticRegressionResult smaller = LogisticRegression.Fit("low ~ age", births);

        Assert.Equal(larger.LikelihoodRatioTests().Tests[1].ChiSquared, larger.Against(smaller).ChiSquared, 9);
        Assert.Throws<ArgumentException>(() => smaller.Against(larger));
    }

    [Theory]
    [InlineData(1e-150, 0)]
    [InlineData(1e150, 0)]
    [InlineData(1, 1e6)]
    public void Units_and_origin_of_a_predictor_do_not_matter(double scale, double shift)
    {
        DataColumns births = ClassificationData.Columns("births");
        bool[] outcomes = ClassificationData.Outcomes(births, "low");
        double[,] plain = ClassificationData.Matrix(births, "age", "lwt");
        double[,] moved = ClassificationData.Matrix(births, "age", "lwt");
        for (int row = 0; row < outcomes.Length; row++)
        {
            moved[row, 0] = (moved[row, 0] * scale) + shift;
        }

        LogisticRegressionResult expected = LogisticRegression.Fit(plain, outcomes);
        LogisticRegressionResult actual = LogisticRegression.Fit(moved, outcomes);

        Close.Relative(expected.Coefficients[1].Estimate, actual.Coefficients[1].Estimate * scale, 1e-9);
        Close.Relative(expected.Coefficients[1].P, actual.Coefficients[1].P, 1e-9);
        Close.Relative(expected.Deviance, actual.Deviance, 1e-12);
    }

    [Fact]
    public void Order_of_rows_and_turned_outcomes_carry_through() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(100), Prop.ForAll<(sbyte, bool)[]>(pairs =>
        {
            // The four rows at the end overlap, so that nothing can be separated.
            (double X, bool Y)[] rows = [.. pairs.Select(pair => (pair.Item1 / 32.0, pair.Item2)), (-8, true), (8, false), (-7, false), (7, true)];
            LogisticRegressionResult Fit(IEnumerable<(double X, bool Y)> some) => LogisticRegression.Fit(some, row => row.Y, [("x", row => row.X)]);
            double slope = Fit(rows)["x"].Estimate;
            return Math.Abs(slope - Fit(rows.Reverse())["x"].Estimate) < 1e-9
                && Math.Abs(slope + Fit(rows.Select(row => (row.X, !row.Y)))["x"].Estimate) < 1e-9;
        }));

    [Fact]
    public void Threads_and_a_start_from_some_rows_change_nothing()
    {
        (double[,] predictors, bool[] outcomes) = Simulated(seed: 1, rows: 30_000, slope: 0.7);

        LogisticRegressionResult result = LogisticRegression.Fit(predictors, outcomes);

        Assert.Equal(result.Coefficients, LogisticRegression.Fit(predictors, outcomes).Coefficients);
        Assert.InRange(result.Coefficients[1].Estimate, 0.64, 0.76);
        Assert.True(result.Iterations <= 5);
    }

    [Fact]
    public void False_positives_and_coverage_keep_to_their_levels()
    {
        const int Seeds = 1000;
        int wald = 0;
        int ratio = 0;
        int covered = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            (double[,] predictors, bool[] outcomes) = Simulated(seed, rows: 200, slope: 0.7);
            LogisticRegressionResult result = LogisticRegression.Fit(predictors, outcomes);
            wald += result.Coefficients[2].P <= 0.05 ? 1 : 0;
            ratio += result.LikelihoodRatioTests().Tests[1].P <= 0.05 ? 1 : 0;
            covered += result.Coefficients[1].Interval.Contains(0.7) ? 1 : 0;
        }

        Assert.InRange(wald, 28, 74);
        Assert.InRange(ratio, 28, 74);
        Assert.InRange(covered, 926, 972);
    }

    private static (double[,] Predictors, bool[] Outcomes) Simulated(int seed, int rows, double slope)
    {
        Random random = new(seed);
        double[,] predictors = new double[rows, 3];
        bool[] outcomes = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                predictors[row, column] = Normal.Quantile(random.NextDouble());
            }

            outcomes[row] = random.NextDouble() < 1 / (1 + Math.Exp(-(slope * predictors[row, 0]) + 0.3));
        }

        return (predictors, outcomes);
    }

    private static string Error(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
