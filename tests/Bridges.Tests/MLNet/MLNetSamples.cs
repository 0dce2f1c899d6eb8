// Tables and models for the tests of the ML.NET bridge. All smiles are simulated.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.MLNet;

namespace Bridges.Tests.MLNet;

internal static class MLNetSamples
{
    public const string Lbfgs = "mlnet-lbfgs";
    public const string Sdca = "mlnet-sdca";
    public const string FastTree = "mlnet-fasttree";
    public const string LightGbm = "mlnet-lightgbm";

    /// <summary>No permutations, few draws: what does not belong to a test's question.</summary>
    public static SmileTrainingOptions Quick { get; } = new() { Permutations = 0, LearningCurve = false, BootstrapDraws = 200, Folds = 3, InnerFolds = 2 };

    public static ISmileTrainer Trainer(string name) => MLNetTrainers.All.Single(trainer => trainer.Name == name);

    /// <summary>The most flexible of a trainer's candidates.</summary>
    public static MLNetModel Fit(string trainer, TrainingSet training, ulong seed = 1) =>
        (MLNetModel)Trainer(trainer).Fit(training, [Trainer(trainer).Candidates(training)[^1]], seed).Single();

    /// <summary>The first feature acts by its square and the second straight; the others do nothing. Three rows a person.</summary>
    public static TrainingSet Curved(ulong seed, int rows, int features, Func<int, double, double>? change = null, ImmutableArray<string> names = default)
    {
        RandomStream random = new(seed, 11);
        double[,] values = new double[rows, features];
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double logOdds = -2;
            for (int column = 0; column < features; column++)
            {
                double value = random.NextGaussian();
                logOdds += column switch { 0 => 2 * value * value, 1 => value, _ => 0 };
                values[row, column] = change?.Invoke(column, value) ?? value;
            }

            labels[row] = row == 0 || (row != 1 && random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)));
        }

        return new TrainingSet(names.IsDefault ? [.. Enumerable.Range(1, features).Select(column => $"x{column}")] : names, values, labels, [.. Enumerable.Range(0, rows).Select(row => row / 3)]);
    }

    /// <summary>Rows like those of <see cref="Curved"/>, every tenth far outside: up to a million standard deviations.</summary>
    public static double[][] Rows(int features, int count)
    {
        RandomStream random = new(3);
        double[][] rows = new double[count][];
        for (int row = 0; row < count; row++)
        {
            double reach = row % 10 == 0 ? Math.Pow(10, 6 * random.NextDouble()) : 1.5;
            rows[row] = new double[features];
            for (int feature = 0; feature < features; feature++)
            {
                rows[row][feature] = reach * random.NextGaussian();
            }
        }

        return rows;
    }

    public static FeatureTable Table(ImmutableArray<string> features, IEnumerable<double[]> rows) =>
        new() { Features = features, Rows = [.. rows.Select(row => new FeatureRow([.. row]))], Source = "table.csv" };

    /// <summary>Simulated smiles of the first so many people of the set that comes with the project.</summary>
    public static FeatureTable Smiles(int people)
    {
        FeatureTable all = FeatureTable.Load(
            Repository.PathOf("data-samples/smiles/smiles_simulated.csv"), new() { Label = "genuine", Person = "subject", Clip = "clip", Ignored = ["onset_speed_max"] });
        HashSet<string?> some = [.. all.Rows.Select(row => row.Person).Distinct().Take(people)];
        return all with { Rows = [.. all.Rows.Where(row => some.Contains(row.Person))] };
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
