// Feature tables of known truth, and small trainers to validate.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

/// <summary>Simulated tables.</summary>
internal static class SmileTables
{
    /// <summary>Smiles with a signal of known strength in the first feature, and people who differ in all.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="rows">Smiles of each.</param>
    /// <param name="features">How many features.</param>
    /// <param name="effect">Distance of the classes in the first feature, standard deviations within a person.</param>
    /// <param name="personSpread">Standard deviation between people.</param>
    /// <param name="classByPerson">Whether each person has smiles of one class alone.</param>
    /// <param name="seed">Of everything.</param>
    public static FeatureTable Of(int people, int rows, int features, double effect, double personSpread, bool classByPerson, ulong seed)
    {
        RandomStream random = new(seed);
        ImmutableArray<FeatureRow>.Builder made = ImmutableArray.CreateBuilder<FeatureRow>();
        for (int person = 0; person < people; person++)
        {
            double[] offsets = new double[features];
            random.FillGaussian(offsets, 0, personSpread);
            for (int row = 0; row < rows; row++)
            {
                bool label = classByPerson ? person % 2 == 0 : (person + row) % 2 == 0;
                double[] values = new double[features];
                random.FillGaussian(values);
                for (int feature = 0; feature < features; feature++)
                {
                    values[feature] += offsets[feature];
                }

                values[0] += label ? effect / 2 : -effect / 2;
                made.Add(new FeatureRow([.. values]) { Label = label, Person = $"person {person:000}", Clip = $"clip {person:000}-{row}" });
            }
        }

        return new FeatureTable
        {
            Features = [.. Enumerable.Range(1, features).Select(feature => $"x{feature}")],
            Rows = made.ToImmutable(),
            LabelName = "genuine",
            Source = "test.csv",
        };
    }

    /// <summary>The table with its rows changed.</summary>
    public static FeatureTable Change(this FeatureTable table, Func<FeatureRow, int, FeatureRow> change) => table with { Rows = [.. table.Rows.Select(change)] };

    /// <summary>The table with another feature.</summary>
    public static FeatureTable With(this FeatureTable table, string name, Func<FeatureRow, int, double> value) => table with
    {
        Features = table.Features.Add(name),
        Rows = [.. table.Rows.Select((row, at) => row with { Values = row.Values.Add(value(row, at)) })],
    };

    /// <summary>The table with a context column.</summary>
    public static FeatureTable WithContext(this FeatureTable table, string name, Func<FeatureRow, int, string> value) =>
        table.Change((row, at) => row with { Context = row.Context.Add(name, value(row, at)) });

    public static SmileValidation Validate(FeatureTable table, ISmileTrainer trainer, SmileTrainingOptions options) =>
        SmileTraining.Validate(table, trainer, options, progress: null, TestContext.Current.CancellationToken);

    public static SmileTrainingResult Train(FeatureTable table, ISmileTrainer trainer, SmileTrainingOptions options) =>
        SmileTraining.Run(table, trainer, options, progress: null, TestContext.Current.CancellationToken);

    public static TrainerComparison Compare(FeatureTable table, IReadOnlyList<ISmileTrainer> trainers, SmileTrainingOptions options) =>
        SmileTraining.Compare(table, trainers, options, progress: null, TestContext.Current.CancellationToken);

    public static LeakageReport Leaks(FeatureTable table) => LeakageChecks.Of(table, options: null, TestContext.Current.CancellationToken);

    /// <summary>Few folds, no permutations, few draws: what does not belong to a test's question.</summary>
    public static SmileTrainingOptions Quick { get; } = new() { Permutations = 0, LearningCurve = false, BootstrapDraws = 200, MaxDegreeOfParallelism = 1 };
}

/// <summary>A model that is a function of the values.</summary>
internal sealed record FunctionModel(string Trainer, TrainerSettings Settings, ImmutableArray<string> Features, Func<double[], double> Of) : ISmileModel
{
    public double LogOdds(ReadOnlySpan<double> values) => Of(values.ToArray());

    public byte[] ToOnnx(OnnxExport contents) => throw new NotSupportedException("These tests write no file.");
}

/// <summary>Ridge logistic regression on standardised features.</summary>
internal sealed class RidgeTrainer(params double[] penalties) : ISmileTrainer
{
    public string Name => "ridge";

    public string Description => "Ridge logistic regression, for tests.";

    public ImmutableArray<TrainerSettings> Candidates(TrainingSet training) =>
        [.. (penalties.Length == 0 ? [100.0, 10, 1] : penalties).Select(penalty => TrainerSettings.Of(("penalty", penalty)))];

    public ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed)
    {
        int features = training.Features.Length;
        double[] means = new double[features];
        double[] spreads = new double[features];
        double[,] values = new double[training.Count, features];
        for (int feature = 0; feature < features; feature++)
        {
            double[] column = [.. Enumerable.Range(0, training.Count).Select(row => training[row, feature])];
            means[feature] = column.Average();
            spreads[feature] = Math.Sqrt(column.Average(value => Math.Pow(value - means[feature], 2)));
            for (int row = 0; row < column.Length; row++)
            {
                values[row, feature] = (column[row] - means[feature]) / spreads[feature];
            }
        }

        return
        [
            .. settings.Select(setting =>
            {
                LogisticRegressionResult fitted = LogisticRegression.Fit(values, training.Labels.AsSpan(), training.Features, new LogisticRegressionOptions { Penalty = setting["penalty"] });
                double[] weights = [.. fitted.Coefficients.Select(coefficient => coefficient.Estimate)];
                return new FunctionModel(Name, setting, training.Features, row => weights[0] + row.Select((value, at) => weights[at + 1] * (value - means[at]) / spreads[at]).Sum());
            }),
        ];
    }
}

/// <summary>Says what the nearest smile of the training set was: the shortest way to know a person again.</summary>
internal sealed class NearestTrainer : ISmileTrainer
{
    public string Name => "nearest";

    public string Description => "The nearest neighbour, for tests.";

    public ImmutableArray<TrainerSettings> Candidates(TrainingSet training) => [TrainerSettings.Of()];

    public ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed) =>
        [.. settings.Select(setting => new FunctionModel(Name, setting, training.Features, values => training.Labels[Nearest(training, values)] ? 1 : -1))];

    private static int Nearest(TrainingSet training, double[] values) =>
        Enumerable.Range(0, training.Count).MinBy(row => values.Select((value, feature) => Math.Pow(value - training[row, feature], 2)).Sum());
}
