using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

public class SmileTrainingTests
{
    [Fact]
    public void No_person_is_on_both_sides_of_a_fold()
    {
        SmileValidation validation = SmileTables.Validate(SmileTables.Of(23, 4, 3, 1, 1, classByPerson: false, seed: 1), new RidgeTrainer(), SmileTables.Quick);

        Assert.Equal(5, validation.Folds.Length);
        Assert.All(validation.Predictions.GroupBy(row => row.Person), person => Assert.Single(person.Select(row => row.Fold).Distinct()));
        Assert.Equal(23, validation.Folds.Sum(fold => fold.People));
        Assert.Equal(92, validation.Folds.Sum(fold => fold.Rows));
    }

    [Fact]
    public void Noise_gives_an_area_of_one_half_though_settings_are_chosen()
    {
        const int Sets = 60;
        double[] areas = [.. Enumerable.Range(0, Sets).Select(seed =>
            SmileTables.Validate(SmileTables.Of(30, 3, 6, effect: 0, personSpread: 1, classByPerson: true, (ulong)seed + 100), new RidgeTrainer(1000, 30, 1), SmileTables.Quick).Auc)];

        double mean = areas.Average();
        double error = Math.Sqrt(areas.Sum(area => Math.Pow(area - mean, 2)) / (Sets - 1) / Sets);
        TestContext.Current.TestOutputHelper?.WriteLine($"mean AUC of noise {mean} +- {error}");
        Assert.InRange(mean, 0.5 - (3 * error), 0.5 + (3 * error));
        Assert.InRange(error, 0, 0.02);
    }

    [Fact]
    public void Without_people_a_model_that_knows_people_again_looks_like_one_that_knows_smiles()
    {
        // Nothing but who smiled is in these features.
        FeatureTable noise = SmileTables.Of(40, 5, 8, effect: 0, personSpread: 4, classByPerson: true, seed: 5);
        FeatureTable nobody = noise.Change((row, _) => row with { Person = null });

        double grouped = SmileTables.Validate(noise, new NearestTrainer(), SmileTables.Quick).Auc;
        SmileValidation naive = SmileTables.Validate(nobody, new NearestTrainer(), SmileTables.Quick with { People = PersonPolicy.EachClipItsOwn });

        Assert.InRange(grouped, 0.3, 0.7);
        Assert.InRange(naive.Auc, 0.9, 1);
        Assert.Contains(naive.Warnings, warning => warning.Contains("nobody says who smiled", StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_signal_is_recovered()
    {
        // Two normal distributions, one and a half standard deviations apart: an area of Phi(1.5 / sqrt 2) = .856.
        double[] areas = [.. Enumerable.Range(0, 8).Select(seed =>
            SmileTables.Validate(SmileTables.Of(60, 4, 5, effect: 1.5, personSpread: 0, classByPerson: false, (ulong)seed), new RidgeTrainer(), SmileTables.Quick).Auc)];

        Assert.InRange(areas.Average(), 0.83, 0.87);
    }

    [Fact]
    public void A_signal_in_one_feature_is_named_by_importance_baseline_and_permutation()
    {
        FeatureTable table = SmileTables.Of(30, 4, 5, effect: 2, personSpread: 0.3, classByPerson: false, seed: 11);

        SmileValidation validation = SmileTables.Validate(
            table, new RidgeTrainer(10), SmileTables.Quick with { Permutations = 19, LearningCurve = true, MaxDegreeOfParallelism = -1 });

        Assert.Equal("x1", validation.Importance[0].Feature);
        Assert.True(validation.Importance[0].Loss > 10 * Math.Abs(validation.Importance[1].Loss));
        Assert.Equal("x1", validation.Baseline.Features[0].Feature);
        Assert.InRange(validation.Baseline.Difference, -0.05, 0.05);
        Assert.Equal(0.05, validation.Permutation!.P, 1e-12);
        Assert.Equal(19, validation.Permutation.Aucs.Length);
        Assert.InRange(validation.Permutation.Aucs.Average(), 0.4, 0.6);
        Assert.True(validation.AucInterval.Contains(validation.Auc));
        Assert.Equal(0.5, validation.BaseRate, 1e-12);
        Assert.Equal(5, validation.LearningCurve.Length);
        Assert.True(validation.LearningCurve[^1].People > validation.LearningCurve[0].People);
        Assert.True(validation.LearningCurve[^1].Auc > validation.LearningCurve[0].Auc - 0.1);
    }

    [Fact]
    public void P_of_permutations_is_uniform_where_there_is_nothing_to_find()
    {
        const int Sets = 60;
        double[] p = [.. Enumerable.Range(0, Sets).Select(seed => SmileTables.Validate(
            SmileTables.Of(16, 3, 3, effect: 0, personSpread: 1, classByPerson: seed % 2 == 0, (ulong)seed), new RidgeTrainer(3),
            SmileTables.Quick with { Permutations = 19, Folds = 4, MaxDegreeOfParallelism = -1 }).Permutation!.P).Order()];

        // The largest distance from the uniform distribution (Kolmogorov), at .1 %: 1.95 / sqrt n, and the step of p.
        double distance = p.Select((value, at) => Math.Max(Math.Abs(value - ((at + 1.0) / Sets)), Math.Abs(value - (at / (double)Sets)))).Max();
        TestContext.Current.TestOutputHelper?.WriteLine($"mean p {p.Average()}, distance {distance}");
        Assert.InRange(distance, 0, (1.95 / Math.Sqrt(Sets)) + 0.05);
        Assert.InRange(p.Average(), 0.4, 0.65);
    }

    [Fact]
    public void Results_do_not_depend_on_threads_and_do_on_the_seed()
    {
        FeatureTable table = SmileTables.Of(20, 4, 3, 1, 0.5, classByPerson: false, seed: 2);
        SmileTrainingOptions one = new() { Permutations = 5, BootstrapDraws = 300, MaxDegreeOfParallelism = 1 };

        SmileTrainingResult first = SmileTables.Train(table, new RidgeTrainer(), one);
        SmileTrainingResult second = SmileTables.Train(table, new RidgeTrainer(), one with { MaxDegreeOfParallelism = 4 });
        SmileTrainingResult other = SmileTables.Train(table, new RidgeTrainer(), one with { Seed = 2 });

        Assert.Equal(first.Validation.Predictions, second.Validation.Predictions);
        Assert.Equal(first.Validation.AucInterval, second.Validation.AucInterval);
        Assert.Equal(first.Validation.Permutation!.Aucs, second.Validation.Permutation!.Aucs);
        Assert.Equal(first.Validation.Importance, second.Validation.Importance);
        Assert.Equal(first.Validation.LearningCurve, second.Validation.LearningCurve);
        Assert.Equal(first.Model.LogOdds([1, 2, 3]), second.Model.LogOdds([1, 2, 3]));
        Assert.NotEqual(first.Validation.Predictions, other.Validation.Predictions);
    }

    [Fact]
    public void The_order_of_rows_does_not_change_who_is_tested_with_whom()
    {
        FeatureTable table = SmileTables.Of(20, 4, 3, 1, 0.5, classByPerson: false, seed: 2);

        SmileValidation forward = SmileTables.Validate(table, new RidgeTrainer(), SmileTables.Quick);
        SmileValidation backward = SmileTables.Validate(table with { Rows = [.. table.Rows.Reverse()] }, new RidgeTrainer(), SmileTables.Quick);

        Assert.Equal(forward.Predictions.Select(row => row.Fold), backward.Predictions.Reverse().Select(row => row.Fold));
        Assert.Equal(forward.Auc, backward.Auc, 1e-9);
    }

    [Fact]
    public void Features_that_are_mostly_missing_and_rows_that_lack_a_value_are_left_out_and_counted()
    {
        FeatureTable table = SmileTables.Of(20, 4, 3, 1, 0.5, classByPerson: false, seed: 4)
            .With("crows_feet", (_, at) => at % 3 == 0 ? double.NaN : at)
            .With("constant", (_, _) => 7)
            .Change((row, at) => at == 5 ? row with { Values = row.Values.SetItem(1, double.NaN) } : at == 6 ? row with { Label = null } : row);

        SmileValidation validation = SmileTables.Validate(table, new RidgeTrainer(), SmileTables.Quick);

        Assert.Equal(["x1", "x2", "x3"], validation.Features);
        Assert.Equal([("crows_feet", "missing in 33 % of rows"), ("constant", "the same in all rows")], validation.LeftOut.Features);
        Assert.Equal([5], validation.LeftOut.Incomplete);
        Assert.Equal([6], validation.LeftOut.Unlabelled);
        Assert.Equal(78, validation.Rows);
        Assert.DoesNotContain(validation.Predictions, row => row.Row is 5 or 6);
        Assert.Contains(validation.Warnings, warning => warning.StartsWith("Left out: crows_feet", StringComparison.Ordinal));
    }

    [Fact]
    public void Probabilities_that_are_too_extreme_are_recalibrated_and_good_ones_are_not()
    {
        FeatureTable table = SmileTables.Of(60, 5, 2, 1.5, 0, classByPerson: false, seed: 6);

        SmileValidation good = SmileTables.Validate(table, new RidgeTrainer(1), SmileTables.Quick);
        SmileValidation extreme = SmileTables.Validate(table, new ExtremeTrainer(), SmileTables.Quick);

        Assert.False(good.Recalibration.IsUsed);
        Assert.Equal((1, 0), (good.Recalibration.Slope, good.Recalibration.Intercept));
        Assert.True(extreme.Recalibration.IsUsed);
        Assert.InRange(extreme.Recalibration.Slope, 0.15, 0.25);
        Assert.True(extreme.Calibration.LogLoss < extreme.RawCalibration.LogLoss);
        Assert.Equal(good.Auc, extreme.Auc, 1e-9);
        Assert.InRange(extreme.Calibration.Slope!.Estimate, 0.85, 1.15);
    }

    [Fact]
    public void One_standard_error_chooses_settings_that_are_no_less_simple()
    {
        FeatureTable table = SmileTables.Of(30, 4, 4, 0.8, 0.5, classByPerson: false, seed: 12);
        RidgeTrainer trainer = new(300, 100, 30, 10, 3, 1);

        SmileValidation least = SmileTables.Validate(table, trainer, SmileTables.Quick);
        SmileValidation simple = SmileTables.Validate(table, trainer, SmileTables.Quick with { Rule = SettingsRule.OneStandardError });

        Assert.All(least.Folds.Zip(simple.Folds), pair => Assert.True(pair.Second.Settings["penalty"] >= pair.First.Settings["penalty"]));
        Assert.NotEqual(least.Folds.Select(fold => fold.Settings), simple.Folds.Select(fold => fold.Settings));
    }

    [Fact]
    public void Fewer_people_than_folds_make_fewer_folds_and_a_warning()
    {
        SmileValidation validation = SmileTables.Validate(SmileTables.Of(3, 8, 2, 2, 0, classByPerson: false, seed: 3), new RidgeTrainer(), SmileTables.Quick);

        Assert.Equal(3, validation.Folds.Length);
        Assert.Contains(validation.Warnings, warning => warning.StartsWith("3 folds instead of 5", StringComparison.Ordinal));
        Assert.Contains(validation.Warnings, warning => warning.StartsWith("Only 3 people", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_validated_is_refused()
    {
        FeatureTable table = SmileTables.Of(10, 4, 2, 1, 0, classByPerson: false, seed: 3);
        string Refused(FeatureTable of) => Assert.Throws<TableException>(() => SmileTables.Validate(of, new RidgeTrainer(), SmileTables.Quick)).Message;

        Assert.Contains("no person", Refused(table.Change((row, at) => at == 3 ? row with { Person = null } : row)), StringComparison.Ordinal);
        Assert.Contains("no labelled smile", Refused(table.Change((row, _) => row with { Label = null })), StringComparison.Ordinal);
        Assert.Contains("smiles of both classes", Refused(table.Change((row, _) => row with { Label = true })), StringComparison.Ordinal);
        Assert.Contains("only one person", Refused(table.Change((row, _) => row with { Label = row.Person == "person 000" })), StringComparison.Ordinal);
        Assert.Contains("no feature that can be used", Refused(table.Change((row, _) => row with { Values = [1, 2] })), StringComparison.Ordinal);
        Assert.Contains("Folds is 1", Assert.Throws<ArgumentException>(() => SmileTables.Validate(table, new RidgeTrainer(), new() { Folds = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_stops_when_asked_and_tells_how_far_it_is()
    {
        FeatureTable table = SmileTables.Of(10, 4, 2, 1, 0, classByPerson: false, seed: 3);
        List<TrainingProgress> told = [];
        using CancellationTokenSource stop = new();
        Progress progress = new(step =>
        {
            told.Add(step);
            if (step is { Stage: "cross-validation", Done: 2 })
            {
                stop.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => SmileTraining.Run(table, new RidgeTrainer(), SmileTables.Quick, progress, stop.Token));
        Assert.Equal(new TrainingProgress("cross-validation", 2, 5), told[^1]);
    }

    [Fact]
    public void Trainers_are_compared_on_the_same_folds()
    {
        FeatureTable table = SmileTables.Of(40, 4, 4, 1.2, 0.3, classByPerson: false, seed: 21);

        TrainerComparison comparison = SmileTables.Compare(table, [new RidgeTrainer(10), new NearestTrainer()], SmileTables.Quick with { BootstrapDraws = 1000 });

        Assert.Equal(comparison.Trainers[0].Predictions.Select(row => row.Fold), comparison.Trainers[1].Predictions.Select(row => row.Fold));
        TrainerDifference difference = Assert.Single(comparison.Differences);
        Assert.Equal(comparison.Trainers[0].Auc - comparison.Trainers[1].Auc, difference.Difference, 1e-12);
        Assert.True(difference.Interval.Lower > 0, difference.ToString());
    }

    private sealed class Progress(Action<TrainingProgress> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => told(value);
    }

    /// <summary>A ridge model that is five times as sure as it should be.</summary>
    private sealed class ExtremeTrainer : ISmileTrainer
    {
        private readonly RidgeTrainer _inner = new(1);

        public string Name => "extreme";

        public string Description => "Too sure, for tests.";

        public ImmutableArray<TrainerSettings> Candidates(TrainingSet training) => _inner.Candidates(training);

        public ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed) =>
            [.. _inner.Fit(training, settings, seed).Select(model => new FunctionModel(Name, model.Settings, model.Features, values => 5 * model.LogOdds(values)))];
    }
}
