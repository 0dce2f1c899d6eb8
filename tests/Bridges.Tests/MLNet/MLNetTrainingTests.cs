// The whole procedure with trainers of ML.NET: the same folds, checks, card and report as with our own.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.MLNet;

namespace Bridges.Tests.MLNet;

public sealed class MLNetTrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlnet-").FullName;

    public static TheoryData<string> Names => MLNetTrainerTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_training_ends_with_a_card_a_classifier_and_a_zip_that_agree(string name)
    {
        FeatureTable smiles = MLNetSamples.Smiles(people: 60);
        SmileTrainingResult trained = Train(smiles, name, MLNetSamples.Quick);
        using SmileClassifier classifier = trained.ToClassifier("mine", licence: "that of the table");
        classifier.Save(Path.Combine(_folder, "mine"));
        trained.SaveMLNet(Path.Combine(_folder, "mine.zip"));

        using SmileClassifier loaded = SmileClassifier.Load(Path.Combine(_folder, "mine.onnx"));
        double?[] ours = [.. loaded.Classify(smiles, new() { Contributions = false }).Select(row => row.Probability)];
        ImmutableArray<MLNetPrediction> theirs = MLNetPipeline.Load(Path.Combine(_folder, "mine.zip")).Predict(smiles);

        Assert.Equal(name, loaded.Card.Trainer);
        Assert.Equal(((MLNetModel)trained.Model).IsAdditive, loaded.Card.IsAdditive);
        Assert.Contains("imulated", loaded.Card.Simulated, StringComparison.Ordinal);
        Assert.Contains(loaded.Card.Validation, measure => measure.Name == "AUC");
        Assert.InRange(trained.Validation.Auc, 0.6, 0.95);
        Assert.All(ours.Index(), row => Assert.Equal(theirs[row.Index].Probability, row.Item!.Value, 1e-5));
        SmileClassification one = loaded.Classify(smiles)[0];
        Assert.Equal(one.LogOdds!.Value, one.Contributions!.Base + one.Contributions.ByFeature.Sum(), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_do_not_depend_on_how_many_threads_the_validation_has(string name)
    {
        FeatureTable smiles = MLNetSamples.Smiles(people: 40);

        SmileTrainingResult one = Train(smiles, name, MLNetSamples.Quick with { MaxDegreeOfParallelism = 1 });
        SmileTrainingResult three = Train(smiles, name, MLNetSamples.Quick with { MaxDegreeOfParallelism = 3 });

        Assert.Equal(one.Validation.Predictions, three.Validation.Predictions);
        Assert.Equal(one.Validation.Importance, three.Validation.Importance);
        Assert.Equal(
            one.Model.ToOnnx(new(1, 0, ImmutableSortedDictionary<string, string>.Empty)), three.Model.ToOnnx(new(1, 0, ImmutableSortedDictionary<string, string>.Empty)));
    }

    [Fact]
    public void All_trainers_are_compared_with_ours_on_the_same_folds()
    {
        TrainerComparison compared = SmileTraining.Compare(
            MLNetSamples.Smiles(people: 60), [new ElasticNetTrainer(), .. MLNetTrainers.All], MLNetSamples.Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(["elastic-net", "mlnet-lbfgs", "mlnet-sdca", "mlnet-fasttree", "mlnet-lightgbm"], compared.Trainers.Select(trainer => trainer.Trainer));
        Assert.All(compared.Trainers, trainer => Assert.Equal(compared.Trainers[0].Predictions.Select(row => row.Fold), trainer.Predictions.Select(row => row.Fold)));
        Assert.Equal(10, compared.Differences.Length);
        Assert.InRange(compared.Differences.Single(pair => pair.First == "mlnet-lbfgs" && pair.Second == "mlnet-sdca").Difference, -0.01, 0.01);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Where_there_is_nothing_to_learn_nothing_is_found_and_people_who_are_known_again_do_not_help(string name)
    {
        // Each person's own numbers come again in all of their smiles, and say nothing of the label of others.
        double[] aucs = [.. Enumerable.Range(1, 6).Select(seed => SmileTraining.Validate(
            KnownAgain((ulong)seed), MLNetSamples.Trainer(name), MLNetSamples.Quick, progress: null, TestContext.Current.CancellationToken).Auc)];

        Assert.InRange(aucs.Average(), 0.3, 0.7);
    }

    [Fact]
    public void Leaks_that_are_found_are_the_same_warnings_as_with_our_own_trainers()
    {
        FeatureTable smiles = MLNetSamples.Smiles(people: 30);
        FeatureTable spoilt = smiles with { Rows = [.. smiles.Rows.Select(row => row with { Context = row.Context.SetItem("camera", row.Label == true ? "A" : "B") })] };

        SmileValidation ours = SmileTraining.Validate(spoilt, new ElasticNetTrainer(), MLNetSamples.Quick, progress: null, TestContext.Current.CancellationToken);
        SmileValidation theirs = SmileTraining.Validate(spoilt, MLNetTrainers.LightGbm(), MLNetSamples.Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(ours.Warnings, theirs.Warnings);
        Assert.Contains(theirs.Warnings, warning => warning.Contains("camera", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MLNetSamples.Lbfgs)]
    [InlineData(MLNetSamples.LightGbm)]
    public void ML_NETs_permutation_importance_of_unseen_people_is_near_ours(string name)
    {
        FeatureTable all = MLNetSamples.Smiles(people: 300);
        string?[] people = [.. all.Rows.Select(row => row.Person).Distinct()];
        FeatureTable Of(IEnumerable<string?> some) => all with { Rows = [.. all.Rows.Where(row => some.Contains(row.Person))] };
        SmileTrainingResult trained = Train(Of(people.Take(150)), name, MLNetSamples.Quick);

        ImmutableArray<MLNetImportance> theirs = ((MLNetModel)trained.Model).PermutationImportance(Of(people.Skip(150)));

        // Ours is of the validation's models and its own people, theirs of the final model and others: alike, not equal.
        Assert.Equal(theirs.OrderByDescending(feature => feature.Loss), theirs);
        Assert.All(theirs, feature => Assert.Equal(trained.Validation.Importance.Single(one => one.Feature == feature.Feature).Loss, feature.Loss, 0.06));
        Assert.Equal(theirs, ((MLNetModel)trained.Model).PermutationImportance(Of(people.Skip(150))));
        Assert.All(theirs, feature => Assert.InRange(feature.StandardError, 0, 0.02));
    }

    [Fact]
    public void Importance_and_files_refuse_what_they_cannot_take()
    {
        FeatureTable smiles = MLNetSamples.Smiles(people: 20);
        MLNetModel model = MLNetSamples.Fit(MLNetSamples.Lbfgs, MLNetSamples.Curved(1, 60, 2));
        SmileTrainingResult ours = SmileTraining.Run(smiles, new ElasticNetTrainer(), MLNetSamples.Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.Contains("no x1, x2", Assert.Throws<TableException>(() => model.PermutationImportance(smiles)).Message, StringComparison.Ordinal);
        Assert.Contains("0 of 0", Assert.Throws<TableException>(() => model.PermutationImportance(MLNetSamples.Table(["x1", "x2"], [[1, 2]]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.PermutationImportance(smiles, permutations: 0));
        Assert.Contains("elastic-net", Assert.Throws<ArgumentException>(() => ours.SaveMLNet(Path.Combine(_folder, "x.zip"))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SmileTrainingResult Train(FeatureTable table, string name, SmileTrainingOptions options) =>
        SmileTraining.Run(table, MLNetSamples.Trainer(name), options, progress: null, TestContext.Current.CancellationToken);

    private static FeatureTable KnownAgain(ulong seed)
    {
        RandomStream random = new(seed);
        List<FeatureRow> rows = [];
        for (int who = 0; who < 30; who++)
        {
            double[] own = [random.NextGaussian(), random.NextGaussian(), random.NextGaussian()];
            for (int smile = 0; smile < 5; smile++)
            {
                rows.Add(new FeatureRow([own[0] + (0.2 * random.NextGaussian()), own[1] + (0.2 * random.NextGaussian()), own[2] + (0.2 * random.NextGaussian())])
                {
                    Label = who % 2 == 0,
                    Person = $"P{who}",
                });
            }
        }

        return new FeatureTable { Features = ["a", "b", "c"], Rows = [.. rows], LabelName = "genuine", Source = "noise", Simulated = "simulated: noise" };
    }
}
