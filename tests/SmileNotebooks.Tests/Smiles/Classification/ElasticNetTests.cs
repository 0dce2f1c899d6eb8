// The elastic net against scikit-learn and statsmodels (tests/oracles/smiles/elastic-net), and by the conditions of its minimum.
using System.Collections.Immutable;
using System.Globalization;
using SmileNotebooks.Tests.Statistics;

namespace SmileNotebooks.Tests.Smiles.Classification;

public class ElasticNetTests
{
    private static readonly NamedValues Expected = new(OracleTable.ReadPath(Repository.PathOf("tests", "oracles", "smiles", "elastic-net", "expected.csv")));

    [Theory]
    [InlineData("births")]
    [InlineData("cancer")]
    [InlineData("simulated")]
    public void Coefficients_match_scikit_learn_over_penalties_and_mixings(string name)
    {
        TrainingSet training = Read(name);
        TrainerSettings[] settings = [.. from penalty in new[] { 0.1, 0.01, 0.002 } from mixing in new[] { 0, 0.3, 1 } select Settings(penalty, mixing)];

        ImmutableArray<ISmileModel> models = new ElasticNetTrainer().Fit(training, settings, seed: 1);

        foreach (ElasticNetModel model in models.Cast<ElasticNetModel>())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{name}.{model.Settings["penalty"]:g}.{model.Settings["mixing"]:g}");
            Compare(training, model, place, share: 1e-7);
        }
    }

    [Theory]
    [InlineData("births")]
    [InlineData("cancer")]
    [InlineData("simulated")]
    public void The_lasso_matches_statsmodels(string name)
    {
        TrainingSet training = Read(name);

        ElasticNetModel model = Fit(training, 0.01, 1);

        // Its solver stops at some six digits.
        Compare(training, model, $"statsmodels.{name}", share: 1e-4);
    }

    [Fact]
    public void The_conditions_of_the_minimum_hold_on_any_data()
    {
        for (ulong seed = 0; seed < 120; seed++)
        {
            RandomStream random = new(seed, 3);
            TrainingSet training = Random(ref random, rows: 10 + random.NextInt(300), features: 1 + random.NextInt(30));
            double penalty = Math.Pow(10, -3.5 * random.NextDouble());
            double mixing = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 0 : random.NextDouble();

            ElasticNetModel model = Fit(training, penalty, mixing);

            Assert.InRange(WorstSlope(training, model, penalty, mixing), 0, 1e-9);
        }
    }

    [Fact]
    public void A_path_ends_at_the_same_minimum_as_a_fit_by_itself()
    {
        RandomStream random = new(5);
        TrainingSet training = Random(ref random, 400, 12);
        ElasticNetTrainer trainer = new();
        ImmutableArray<TrainerSettings> candidates = trainer.Candidates(training);

        ImmutableArray<ISmileModel> path = trainer.Fit(training, candidates, seed: 1);

        for (int i = 0; i < candidates.Length; i += 5)
        {
            ElasticNetModel alone = (ElasticNetModel)trainer.Fit(training, [candidates[i]], seed: 2).Single();
            Assert.All(alone.Coefficients.Zip(((ElasticNetModel)path[i]).Coefficients), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
            Assert.Equal(candidates[i], path[i].Settings);
        }
    }

    [Fact]
    public void Candidates_run_from_the_base_rate_alone_to_nearly_all_features()
    {
        RandomStream random = new(6);
        TrainingSet training = Random(ref random, 300, 10);
        ElasticNetTrainer trainer = new();

        ImmutableArray<ISmileModel> models = trainer.Fit(training, trainer.Candidates(training), seed: 1);

        Assert.All(((ElasticNetModel)models[0]).Coefficients, coefficient => Assert.Equal(0, coefficient));
        Assert.True(((ElasticNetModel)models[^1]).Coefficients.Count(coefficient => coefficient != 0) == 10);
    }

    [Fact]
    public void Constant_collinear_and_separating_features_are_taken_as_they_come()
    {
        RandomStream random = new(7);
        int rows = 80;
        double[,] values = new double[rows, 5];
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % 2 == 0;
            values[row, 0] = 7.1;
            values[row, 1] = random.NextGaussian() + (labels[row] ? 0.5 : 0);
            values[row, 2] = values[row, 1];
            values[row, 3] = -3 * values[row, 1];
            values[row, 4] = labels[row] ? 1 + random.NextDouble() : -1 - random.NextDouble();
        }

        TrainingSet training = new(["constant", "x", "same", "turned", "separating"], values, labels, [.. Enumerable.Range(0, rows)]);
        foreach (double mixing in new[] { 0, 0.5, 1 })
        {
            ElasticNetModel model = Fit(training, 1e-3, mixing);

            Assert.Equal(0, model.Coefficients[0]);
            Assert.All(model.Coefficients, coefficient => Assert.True(double.IsFinite(coefficient)));
            Assert.True(model.Coefficients[4] > 0);
            if (mixing < 1)
            {
                Assert.Equal(model.Coefficients[1], model.Coefficients[2], 1e-8);
                Assert.Equal(-model.Coefficients[1] / 3, model.Coefficients[3], 1e-8);
            }
        }
    }

    [Fact]
    public void Units_of_features_change_nothing_but_the_units_of_coefficients()
    {
        RandomStream random = new(8);
        TrainingSet training = Random(ref random, 200, 4);
        double[,] values = new double[200, 4];
        for (int row = 0; row < 200; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                values[row, column] = (training[row, column] * 1e6) - 3e5;
            }
        }

        ElasticNetModel model = Fit(training, 0.02, 0.5);
        ElasticNetModel scaled = Fit(new TrainingSet(training.Features, values, training.Labels.AsSpan(), training.Groups.AsSpan()), 0.02, 0.5);

        Assert.All(model.Coefficients.Zip(scaled.Coefficients), pair => Assert.Equal(pair.First, pair.Second * 1e6, 1e-9));
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_in_words()
    {
        RandomStream random = new(9);
        TrainingSet training = Random(ref random, 20, 2);
        TrainingSet oneClass = new(["x"], new double[3, 1], [true, true, true], [0, 1, 2]);

        Assert.Contains("penalty is 0, expected a finite number above 0", Assert.Throws<ArgumentException>(() => Fit(training, 0, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("mixing is 1.5, expected 0 (ridge) to 1 (lasso)", Assert.Throws<ArgumentException>(() => Fit(training, 1, 1.5)).Message, StringComparison.Ordinal);
        Assert.Contains("Of 3 rows 3 are of the named class", Assert.Throws<ArgumentException>(() => Fit(oneClass, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'elastic-net' and 'rbf'", Assert.Throws<ArgumentException>(() => SmileTrainers.Named("forest")).Message, StringComparison.Ordinal);
    }

    private static void Compare(TrainingSet training, ElasticNetModel model, string place, double share)
    {
        // Relative to what a coefficient would be that moves the log odds by 1 over the feature's standard deviation, so that zeros can be compared.
        Assert.Equal(Expected[$"{place}.intercept"], model.Intercept, share * (1 + Math.Abs(Expected[$"{place}.intercept"])));
        for (int j = 0; j < training.Features.Length; j++)
        {
            Assert.Equal(Expected[$"{place}.{training.Features[j]}"], model.Coefficients[j], share / Moments(training, j).Scale);
        }
    }

    // How far the slope of the objective is from what a minimum wants, at worst, in standardised features.
    private static double WorstSlope(TrainingSet training, ElasticNetModel model, double penalty, double mixing)
    {
        int rows = training.Count;
        double[] row = new double[training.Features.Length];
        double[] residuals = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = training[i, j];
            }

            residuals[i] = (1 / (1 + Math.Exp(-model.LogOdds(row)))) - (training.Labels[i] ? 1 : 0);
        }

        double worst = Math.Abs(residuals.Average());
        for (int j = 0; j < row.Length; j++)
        {
            (double mean, double scale) = Moments(training, j);
            double slope = Enumerable.Range(0, rows).Sum(i => residuals[i] * (training[i, j] - mean) / scale) / rows;
            double b = model.Coefficients[j] * scale;
            slope += penalty * (1 - mixing) * b;
            worst = Math.Max(worst, b == 0 ? Math.Max(0, Math.Abs(slope) - (penalty * mixing)) : Math.Abs(slope + (penalty * mixing * Math.Sign(b))));
        }

        return worst;
    }

    private static (double Mean, double Scale) Moments(TrainingSet training, int feature)
    {
        double[] values = [.. Enumerable.Range(0, training.Count).Select(row => training[row, feature])];
        double mean = values.Average();
        return (mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }

    private static ElasticNetModel Fit(TrainingSet training, double penalty, double mixing) =>
        (ElasticNetModel)new ElasticNetTrainer().Fit(training, [Settings(penalty, mixing)], seed: 1).Single();

    private static TrainerSettings Settings(double penalty, double mixing) => TrainerSettings.Of(("penalty", penalty), ("mixing", mixing));

    // Correlated features, of which the first two matter.
    private static TrainingSet Random(ref RandomStream random, int rows, int features)
    {
        double[,] values = new double[rows, features];
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double shared = random.NextGaussian();
            double logOdds = 0;
            for (int column = 0; column < features; column++)
            {
                values[row, column] = shared + random.NextGaussian();
                logOdds += column < 2 ? values[row, column] : 0;
            }

            labels[row] = row == 0 || (row != 1 && random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)));
        }

        return new TrainingSet([.. Enumerable.Range(1, features).Select(column => $"x{column}")], values, labels, [.. Enumerable.Range(0, rows)]);
    }

    private static TrainingSet Read(string name)
    {
        OracleTable table = name == "simulated"
            ? OracleTable.ReadPath(Repository.PathOf("tests", "oracles", "smiles", "elastic-net", "simulated.csv"))
            : OracleTable.Read("classification", $"{name}.csv");
        string label = name switch { "births" => "low", "cancer" => "malignant", _ => "y" };
        string[] features = name == "births" ? ["age", "lwt", "ptl", "ht"] : [.. table.Headings.Where(heading => heading != label)];
        double[,] values = new double[table.RowCount, features.Length];
        for (int column = 0; column < features.Length; column++)
        {
            double[] numbers = table.Numbers(features[column]);
            for (int row = 0; row < numbers.Length; row++)
            {
                values[row, column] = numbers[row];
            }
        }

        return new TrainingSet([.. features], values, [.. table.Numbers(label).Select(value => value == 1)], [.. Enumerable.Range(0, table.RowCount)]);
    }
}
