// Cross-validation within cross-validation: each fold is predicted by a model whose settings were chosen without it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Out-of-fold predictions of all rows.</summary>
/// <param name="Folds">Who is tested when.</param>
/// <param name="LogOdds">Of each row, by the model that has not seen its person.</param>
/// <param name="Models">The model of each fold.</param>
internal sealed record NestedValidation(GroupedFolds Folds, double[] LogOdds, ImmutableArray<ISmileModel> Models)
{
    /// <param name="trainer">What learns.</param>
    /// <param name="set">All rows.</param>
    /// <param name="options">Folds, rule and seed.</param>
    /// <param name="threads">-1 for as many as there are.</param>
    /// <param name="stop">Asked before each fit.</param>
    /// <param name="advance">Called after each fold, from any thread; null for nothing.</param>
    /// <exception cref="ArgumentException">People allow no two folds.</exception>
    public static NestedValidation Run(ISmileTrainer trainer, TrainingSet set, SmileTrainingOptions options, int threads, CancellationToken stop, Action? advance = null)
    {
        GroupedFolds folds = GroupedFolds.Of(set.Groups.AsSpan(), set.Labels.AsSpan(), FoldCounts.Possible(set, options.Folds), RandomStream.SeedOf(options.Seed, SeedStreams.Folds));
        double[] logOdds = new double[set.Count];
        ISmileModel[] models = new ISmileModel[folds.Count];
        ParallelBlocks.Run(folds.Count, threads, () => 0, (fold, _) =>
        {
            stop.ThrowIfCancellationRequested();
            TrainingSet training = set.Take(folds.TrainingRows(fold).AsSpan());
            TrainerSettings settings = SettingsChoice.Of(trainer, training, options.InnerFolds, options.Rule, SeedOf(options, SeedStreams.Settings, fold), stop);
            stop.ThrowIfCancellationRequested();
            models[fold] = trainer.Fit(training, [settings], SeedOf(options, SeedStreams.Fit, fold))[0];
            foreach (int row in folds.TestRows(fold))
            {
                logOdds[row] = models[fold].LogOdds(set.Row(row));
            }

            advance?.Invoke();
        });
        return new NestedValidation(folds, logOdds, [.. models]);
    }

    private static ulong SeedOf(SmileTrainingOptions options, ulong stream, int fold) => RandomStream.SeedOf(RandomStream.SeedOf(options.Seed, stream), (ulong)fold);
}
