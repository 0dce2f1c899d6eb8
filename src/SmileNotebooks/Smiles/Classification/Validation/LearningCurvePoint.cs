// Whether more people would help.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The area under the ROC curve of models that learned from some of the people.</summary>
/// <param name="People">People in a training part, on average over folds.</param>
/// <param name="Auc">Mean area over the draws.</param>
/// <param name="Least">Least of them.</param>
/// <param name="Most">Largest of them.</param>
public readonly record struct LearningCurvePoint(double People, double Auc, double Least, double Most)
{
    private const int Draws = 5;

    private static readonly double[] s_shares = [0.2, 0.4, 0.6, 0.8];

    /// <summary>With the settings of each fold as they are: choosing them anew would cost as much as the whole validation for each point.</summary>
    internal static ImmutableArray<LearningCurvePoint> Of(ISmileTrainer trainer, TrainingSet set, NestedValidation nested, double auc, SmileTrainingOptions options, CancellationToken stop)
    {
        (double People, double Auc)?[] found = new (double, double)?[s_shares.Length * Draws];
        ulong seed = RandomStream.SeedOf(options.Seed, SeedStreams.LearningCurve);
        ParallelBlocks.Run(found.Length, options.MaxDegreeOfParallelism, () => 0, (at, _) =>
        {
            RandomStream random = new(seed, (ulong)at);
            found[at] = Draw(trainer, set, nested, s_shares[at / Draws], ref random, seed, stop);
        });
        ImmutableArray<LearningCurvePoint>.Builder points = ImmutableArray.CreateBuilder<LearningCurvePoint>();
        for (int share = 0; share < s_shares.Length; share++)
        {
            (double People, double Auc)[] draws = [.. found.Skip(share * Draws).Take(Draws).OfType<(double, double)>()];
            if (draws.Length == Draws)
            {
                points.Add(new(draws.Average(draw => draw.People), draws.Average(draw => draw.Auc), draws.Min(draw => draw.Auc), draws.Max(draw => draw.Auc)));
            }
        }

        double all = Enumerable.Range(0, nested.Folds.Count).Average(fold => nested.Folds.TrainingRows(fold).Select(row => set.Groups[row]).Distinct().Count());
        points.Add(new(all, auc, auc, auc));
        return points.ToImmutable();
    }

    // Null where some of the people are of one class alone.
    private static (double, double)? Draw(
        ISmileTrainer trainer, TrainingSet set, NestedValidation nested, double share, ref RandomStream random, ulong seed, CancellationToken stop)
    {
        double[] scores = new double[set.Count];
        double people = 0;
        for (int fold = 0; fold < nested.Folds.Count; fold++)
        {
            stop.ThrowIfCancellationRequested();
            ImmutableArray<int> training = nested.Folds.TrainingRows(fold);
            int[] all = [.. training.Select(row => set.Groups[row]).Distinct().Order()];
            random.Shuffle(all.AsSpan());
            HashSet<int> some = [.. all.Take(Math.Max(2, (int)Math.Round(share * all.Length)))];
            TrainingSet part = set.Take([.. training.Where(row => some.Contains(set.Groups[row]))]);
            if (part.Labels.All(label => label) || !part.Labels.Any(label => label))
            {
                return null;
            }

            ISmileModel model = trainer.Fit(part, [nested.Models[fold].Settings], seed)[0];
            people += (double)some.Count / nested.Folds.Count;
            foreach (int row in nested.Folds.TestRows(fold))
            {
                scores[row] = model.LogOdds(set.Row(row));
            }
        }

        return (people, new FoldedRanking(scores, set.Labels.AsSpan(), set.Groups.AsSpan(), nested.Folds.Folds.AsSpan()).Auc());
    }
}
