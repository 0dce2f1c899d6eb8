// From a table of labelled smiles to a classifier and an honest account of it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Trains classifiers, and says what they do with people they have not seen. The method is described in docs/smiles/training.md.</summary>
public static class SmileTraining
{
    /// <summary>Looks for leaks, validates a trainer by nested cross-validation with folds by person (Varma and Simon, 2006), and trains the final model on all rows. The same
    /// table, options and trainer give the same result on any number of threads.</summary>
    /// <param name="table">Labelled smiles.</param>
    /// <param name="trainer">What learns.</param>
    /// <param name="options">Default: 5 folds of 5, 2,000 draws, 100 permutations, seed 1.</param>
    /// <param name="progress">Told after each step, from any thread; null for nobody.</param>
    /// <param name="stop">Stops between fits.</param>
    /// <exception cref="TableException">No label or person, one class alone, a class that one person alone has, no usable feature.</exception>
    /// <exception cref="ArgumentException">An option out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SmileTrainingResult Run(
        FeatureTable table, ISmileTrainer trainer, SmileTrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken stop = default)
    {
        options ??= new SmileTrainingOptions();
        (TrainingRows rows, LeakageReport leakage) = Prepare(table, options, progress, stop);
        ValidationRun run = new(table, trainer, rows, options, progress, stop);
        SmileValidation validation = run.Validate(leakage);
        progress?.Report(new("final model", 0, 1));
        ISmileModel model = Final(trainer, rows.Set, options, stop);
        progress?.Report(new("final model", 1, 1));
        return new SmileTrainingResult(model, rows.Set, validation);
    }

    /// <summary>Validates without training a final model.</summary>
    /// <inheritdoc cref="Run"/>
    public static SmileValidation Validate(
        FeatureTable table, ISmileTrainer trainer, SmileTrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken stop = default)
    {
        options ??= new SmileTrainingOptions();
        (TrainingRows rows, LeakageReport leakage) = Prepare(table, options, progress, stop);
        return new ValidationRun(table, trainer, rows, options, progress, stop).Validate(leakage);
    }

    /// <summary>Validates several trainers on the same folds, and compares their areas by the bootstrap of the difference over people.</summary>
    /// <param name="table">Labelled smiles.</param>
    /// <param name="trainers">At least two.</param>
    /// <param name="options">As of <see cref="Run"/>; permutations and the learning curve are left out.</param>
    /// <param name="progress">Told after each step; null for nobody.</param>
    /// <param name="stop">Stops between fits.</param>
    /// <exception cref="ArgumentException">Fewer than two trainers, or two of one name.</exception>
    public static TrainerComparison Compare(
        FeatureTable table, IReadOnlyList<ISmileTrainer> trainers, SmileTrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken stop = default)
    {
        if (trainers.Count < 2 || trainers.DistinctBy(trainer => trainer.Name).Count() < trainers.Count)
        {
            throw new ArgumentException($"Found the trainers {string.Join(", ", trainers.Select(trainer => trainer.Name))}; expected at least two, of different names.", nameof(trainers));
        }

        SmileTrainingOptions quick = (options ?? new SmileTrainingOptions()) with { Permutations = 0, LearningCurve = false };
        (TrainingRows rows, LeakageReport leakage) = Prepare(table, quick, progress, stop);
        return TrainerComparison.Of([.. trainers.Select(trainer => new ValidationRun(table, trainer, rows, quick, progress, stop).Validate(leakage))], rows.Set, quick);
    }

    private static (TrainingRows Rows, LeakageReport Leakage) Prepare(FeatureTable table, SmileTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken stop)
    {
        options.Check();
        TrainingRows rows = TrainingRows.Of(table, options);
        if (FoldCounts.Possible(rows.Set, 2) < 2)
        {
            throw new TableException(
                table.Source, null, $"only one person with a smile of one of the classes, among {rows.People.Length}",
                "both classes in at least two people: a fold that tests one of them must leave another to learn from");
        }

        progress?.Report(new("looking for leaks", 0, 1));
        LeakageReport leakage = LeakageChecks.Of(table, new LeakageOptions { Seed = options.Seed, MaxDegreeOfParallelism = options.MaxDegreeOfParallelism }, stop);
        progress?.Report(new("looking for leaks", 1, 1));
        return (rows, leakage);
    }

    private static ISmileModel Final(ISmileTrainer trainer, TrainingSet set, SmileTrainingOptions options, CancellationToken stop)
    {
        ulong seed = RandomStream.SeedOf(options.Seed, SeedStreams.Settings);
        TrainerSettings settings = SettingsChoice.Of(trainer, set, options.Folds, options.Rule, RandomStream.SeedOf(seed, ulong.MaxValue), stop);
        stop.ThrowIfCancellationRequested();
        return trainer.Fit(set, [settings], RandomStream.SeedOf(RandomStream.SeedOf(options.Seed, SeedStreams.Fit), ulong.MaxValue))[0];
    }
}
