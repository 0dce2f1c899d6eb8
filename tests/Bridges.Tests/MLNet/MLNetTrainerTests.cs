// ML.NET's trainers behind our seam: same seed, same model; what cannot be learned is said.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.MLNet;

namespace Bridges.Tests.MLNet;

public sealed class MLNetTrainerTests : IDisposable
{
    private static readonly OnnxExport s_export = new(1, 0, ImmutableSortedDictionary<string, string>.Empty);

    private readonly string _folder = Directory.CreateTempSubdirectory("mlnet-").FullName;

    public static TheoryData<string> Names => [MLNetSamples.Lbfgs, MLNetSamples.Sdca, MLNetSamples.FastTree, MLNetSamples.LightGbm];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_bytes_whatever_else_is_learned_with_it(string name)
    {
        TrainingSet training = MLNetSamples.Curved(1, 300, 4);
        ISmileTrainer trainer = MLNetSamples.Trainer(name);
        ImmutableArray<TrainerSettings> candidates = trainer.Candidates(training);
        ImmutableArray<ISmileModel> all = trainer.Fit(training, candidates, seed: 6);
        ImmutableArray<ISmileModel> reversed = trainer.Fit(training, [.. candidates.Reverse()], seed: 6);
        ((MLNetModel)all[0]).Save(Path.Combine(_folder, "a.zip"));
        ((MLNetModel)reversed[^1]).Save(Path.Combine(_folder, "b.zip"));

        Assert.Equal(all.Select(model => model.Settings), reversed.Reverse().Select(model => model.Settings));
        Assert.All(all.Zip(reversed.Reverse()), pair => Assert.Equal(pair.First.ToOnnx(s_export), pair.Second.ToOnnx(s_export)));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a.zip")), File.ReadAllBytes(Path.Combine(_folder, "b.zip")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Models_that_are_learned_at_the_same_time_are_those_learned_one_after_another(string name)
    {
        TrainingSet[] sets = [.. Enumerable.Range(1, 6).Select(seed => MLNetSamples.Curved((ulong)seed, 200, 3))];
        byte[][] alone = [.. sets.Select(set => MLNetSamples.Fit(name, set).ToOnnx(s_export))];
        byte[][] together = new byte[sets.Length][];

        Parallel.For(0, sets.Length, at => together[at] = MLNetSamples.Fit(name, sets[at]).ToOnnx(s_export));

        Assert.Equal(alone, together);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Candidates_begin_with_the_simplest_and_carry_their_settings(string name)
    {
        TrainingSet training = MLNetSamples.Curved(1, 300, 3);
        ISmileTrainer trainer = MLNetSamples.Trainer(name);
        ImmutableArray<ISmileModel> models = trainer.Fit(training, trainer.Candidates(training), 1);
        double[] spreads = [.. models.Select(model => Spread(model))];

        Assert.Equal(trainer.Candidates(training), models.Select(model => model.Settings));
        Assert.All(models, model => Assert.Equal(name, model.Trainer));
        Assert.Equal(spreads.Min(), spreads[0]);
        Assert.Equal(name is MLNetSamples.Lbfgs or MLNetSamples.Sdca ? [0, 0, 0, 0] : [20, 60, 20, 60], models.Select(model => ((MLNetModel)model).Trees));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_class_alone_is_refused(string name)
    {
        TrainingSet one = new(["x"], new double[,] { { 1 }, { 2 }, { 3 } }, [true, true, true], [0, 1, 2]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => MLNetSamples.Fit(name, one));

        Assert.Contains("Of 3 rows 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_constant_feature_changes_nothing_and_none_but_constant_ones_give_one_probability(string name)
    {
        TrainingSet training = MLNetSamples.Curved(3, 300, 3, (column, value) => column == 2 ? 4.5 : value);
        double[,] two = new double[training.Count, 2];
        for (int row = 0; row < training.Count; row++)
        {
            (two[row, 0], two[row, 1]) = (training[row, 0], training[row, 1]);
        }

        MLNetModel without = MLNetSamples.Fit(name, new TrainingSet(["x1", "x2"], two, training.Labels.AsSpan(), training.Groups.AsSpan()));
        MLNetModel with = MLNetSamples.Fit(name, training);
        TrainingSet constant = MLNetSamples.Curved(3, 300, 2, (_, _) => -1);
        MLNetModel nothing = MLNetSamples.Fit(name, constant);

        Assert.All(MLNetSamples.Rows(2, 100).Where((_, row) => row % 10 != 0), row => Assert.Equal(without.LogOdds(row), with.LogOdds([.. row, 4.5]), 0.02));
        Assert.Equal(nothing.LogOdds([-1, -1]), nothing.LogOdds([3, 40]));
        if (name != MLNetSamples.FastTree)
        {
            // FastTree has no intercept: without a question it says one half.
            double share = constant.Labels.Average(label => label ? 1.0 : 0);
            Assert.Equal(share, MLNetSamples.Probability(nothing.LogOdds([-1, -1])), 0.02);
        }

        Onnx(nothing, [-1, -1]);
        Onnx(with, [0.3, -2, 4.5]);
        with.Save(Path.Combine(_folder, "constant.zip"));
        with.ExportOnnx(Path.Combine(_folder, "constant.onnx"));
        Assert.Equal(MLNetSamples.Probability(with.LogOdds([0.3, -2, 4.5])), MLNetPipeline.Load(Path.Combine(_folder, "constant.zip")).Predict([[0.3, -2, 4.5]]).Single().Probability, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_rows_are_enough_for_a_model_and_its_files(string name)
    {
        TrainingSet two = new(["x", "y"], new double[,] { { 1, 5 }, { 2, 5.5 } }, [true, false], [0, 1]);

        MLNetModel model = MLNetSamples.Fit(name, two);

        Assert.True(double.IsFinite(model.LogOdds([1.5, 5])));
        Onnx(model, [1, 5]);
        model.Save(Path.Combine(_folder, "two.zip"));
        Assert.Equal(MLNetSamples.Probability(model.LogOdds([1, 5])), MLNetPipeline.Load(Path.Combine(_folder, "two.zip")).Predict([[1, 5]]).Single().Probability, 1e-5);
    }

    [Fact]
    public void L_bfgs_finds_the_ridge_regression_that_ours_finds_and_the_weights_of_dual_ascent_come_near()
    {
        TrainingSet training = MLNetSamples.Curved(7, 900, 5);
        foreach (double penalty in new[] { 1, 0.1, 0.01, 0.001 })
        {
            ISmileModel ours = new ElasticNetTrainer().Fit(training, [TrainerSettings.Of(("penalty", penalty), ("mixing", 0))], 1).Single();
            ISmileModel lbfgs = MLNetTrainers.LbfgsLogisticRegression().Fit(training, [TrainerSettings.Of(("penalty", penalty))], 1).Single();
            ISmileModel sdca = MLNetTrainers.SdcaLogisticRegression().Fit(training, [TrainerSettings.Of(("penalty", penalty))], 1).Single();

            foreach (double[] row in MLNetSamples.Rows(5, 100).Where((_, row) => row % 10 != 0))
            {
                Assert.Equal(ours.LogOdds(row), lbfgs.LogOdds(row), 0.01);

                // Against a row of zeros, which leaves the intercept out: under large penalties that of ML.NET's dual ascent is another one.
                double[] zeros = new double[5];
                Assert.Equal(ours.LogOdds(row) - ours.LogOdds(zeros), sdca.LogOdds(row) - sdca.LogOdds(zeros), 0.1);
                Assert.Equal(ours.LogOdds(zeros), sdca.LogOdds(zeros), penalty <= 0.01 ? 0.05 : 0.4);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void More_threads_learn_nearly_the_same(string name)
    {
        ISmileTrainer trainer = name switch
        {
            MLNetSamples.Lbfgs => MLNetTrainers.LbfgsLogisticRegression(new() { Threads = 2 }),
            MLNetSamples.Sdca => MLNetTrainers.SdcaLogisticRegression(new() { Threads = 2 }),
            MLNetSamples.FastTree => MLNetTrainers.FastTree(new() { Threads = 2 }),
            _ => MLNetTrainers.LightGbm(new() { Threads = 2 }),
        };
        TrainingSet training = MLNetSamples.Curved(8, 600, 3);
        MLNetModel one = MLNetSamples.Fit(name, training);

        ISmileModel two = trainer.Fit(training, [one.Settings], 1).Single();

        Assert.All(MLNetSamples.Rows(3, 100).Where((_, row) => row % 10 != 0), row => Assert.Equal(one.LogOdds(row), two.LogOdds(row), 0.2));
    }

    [Fact]
    public void Options_and_settings_out_of_their_range_are_refused_by_name()
    {
        TrainingSet training = MLNetSamples.Curved(1, 40, 2);

        Assert.Contains("Threads is 0", Refused(() => MLNetTrainers.LbfgsLogisticRegression(new() { Threads = 0 })), StringComparison.Ordinal);
        Assert.Contains("Threads is -1", Refused(() => MLNetTrainers.LightGbm(new() { Threads = -1 })), StringComparison.Ordinal);
        Assert.Contains("penalty is 0", Refused(() => MLNetTrainers.SdcaLogisticRegression(new() { Penalties = [1, 0] })), StringComparison.Ordinal);
        Assert.Contains("at least one penalty", Refused(() => MLNetTrainers.LbfgsLogisticRegression(new() { Penalties = [] })), StringComparison.Ordinal);
        Assert.Contains("leaves is 1", Refused(() => MLNetTrainers.FastTree(new() { Leaves = [1] })), StringComparison.Ordinal);
        Assert.Contains("trees is 0", Refused(() => MLNetTrainers.FastTree(new() { Trees = [0] })), StringComparison.Ordinal);
        Assert.Contains("LearningRate is 2", Refused(() => MLNetTrainers.LightGbm(new() { LearningRate = 2 })), StringComparison.Ordinal);
        Assert.Contains("LeastRowsOfLeaf is 0", Refused(() => MLNetTrainers.LightGbm(new() { LeastRowsOfLeaf = 0 })), StringComparison.Ordinal);
        Assert.Contains("penalty is NaN", Refused(() => MLNetTrainers.LbfgsLogisticRegression().Fit(training, [TrainerSettings.Of(("penalty", double.NaN))], 1)), StringComparison.Ordinal);
        Assert.Contains("trees is 2.5", Refused(() => MLNetTrainers.LightGbm().Fit(training, [TrainerSettings.Of(("trees", 2.5), ("leaves", 4))], 1)), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static double Spread(ISmileModel model)
    {
        double[] logOdds = [.. MLNetSamples.Rows(3, 200).Where((_, row) => row % 10 != 0).Select(row => model.LogOdds(row))];
        return logOdds.Max() - logOdds.Min();
    }

    private static string Refused(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).Message;

    private static void Onnx(MLNetModel model, double[] row)
    {
        double[,] twice = new double[2, row.Length];
        for (int column = 0; column < row.Length; column++)
        {
            twice[0, column] = row[column];
            twice[1, column] = row[column];
        }

        TrainingSet rows = new(model.Features, twice, [true, false], [0, 1]);
        using SmileClassifier classifier = SmileClassifier.Of(model, ModelCard.Of("edge", "genuine", model, rows, "tests"));
        Assert.Equal(MLNetSamples.Probability(model.LogOdds(row)), classifier.Classify(model.Features, new FeatureRow([.. row])).Probability!.Value, 1e-5);
    }
}
