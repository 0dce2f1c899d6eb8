// Chooses a trainer's settings by cross-validation within the rows that it is given.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The settings that grouped cross-validation chooses.</summary>
internal static class SettingsChoice
{
    // Losses that differ by less are alike, and the simpler settings win.
    private const double Alike = 1e-9;

    /// <param name="trainer">Whose settings.</param>
    /// <param name="set">Training rows: never those that the choice is tested on.</param>
    /// <param name="folds">How many folds; fewer where people allow no more.</param>
    /// <param name="rule">How settings are compared.</param>
    /// <param name="seed">Of folds and fits.</param>
    /// <param name="stop">Asked before each fit.</param>
    /// <returns>The first candidate where there is but one, or where people allow no folds.</returns>
    public static TrainerSettings Of(ISmileTrainer trainer, TrainingSet set, int folds, SettingsRule rule, ulong seed, CancellationToken stop)
    {
        ImmutableArray<TrainerSettings> candidates = trainer.Candidates(set);
        int count = FoldCounts.Possible(set, folds);
        if (candidates.Length < 2 || count < 2)
        {
            return candidates[0];
        }

        double[][] losses = [.. candidates.Select(_ => new double[set.Count])];
        GroupedFolds dealt = GroupedFolds.Of(set.Groups.AsSpan(), set.Labels.AsSpan(), count, seed);
        for (int fold = 0; fold < count; fold++)
        {
            stop.ThrowIfCancellationRequested();
            ImmutableArray<ISmileModel> models = trainer.Fit(set.Take(dealt.TrainingRows(fold).AsSpan()), candidates, RandomStream.SeedOf(seed, (ulong)fold));
            foreach (int row in dealt.TestRows(fold))
            {
                for (int candidate = 0; candidate < candidates.Length; candidate++)
                {
                    losses[candidate][row] = LogLoss.Of(models[candidate].LogOdds(set.Row(row)), set.Labels[row]);
                }
            }
        }

        return candidates[Best(losses, set, rule)];
    }

    private static int Best(double[][] losses, TrainingSet set, SettingsRule rule)
    {
        double[] means = [.. losses.Select(loss => loss.Average())];
        int least = 0;
        for (int candidate = 1; candidate < means.Length; candidate++)
        {
            least = means[candidate] < means[least] - Alike ? candidate : least;
        }

        if (rule == SettingsRule.OneStandardError)
        {
            for (int candidate = 0; candidate < least; candidate++)
            {
                double[] differences = [.. losses[candidate].Zip(losses[least], (simple, best) => simple - best)];
                if (means[candidate] - means[least] <= LogLoss.ClusteredError(differences, set.Groups.AsSpan()))
                {
                    return candidate;
                }
            }
        }

        return least;
    }
}
