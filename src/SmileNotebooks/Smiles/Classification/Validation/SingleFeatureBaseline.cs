// What the best single feature does, without any trainer.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The baseline of one feature: in each fold the one that ranks the training part best, in the direction that it has there, ranks the test part.</summary>
/// <param name="Auc">Its area under the ROC curve.</param>
/// <param name="Interval">By the bootstrap over people.</param>
/// <param name="Difference">The area of the trainer less that of the baseline.</param>
/// <param name="DifferenceInterval">Of the same draws for both. DeLong's test would take smiles of one person to be independent.</param>
/// <param name="Features">The features that were best in a fold, the most frequent first, with how often.</param>
public sealed record SingleFeatureBaseline(
    double Auc, ConfidenceInterval Interval, double Difference, ConfidenceInterval DifferenceInterval, ImmutableArray<(string Feature, int Folds)> Features)
{
    /// <summary>The scores of all rows, and the feature of each fold.</summary>
    internal static (double[] Scores, int[] BestByFold) Rank(TrainingSet set, GroupedFolds folds)
    {
        double[] scores = new double[set.Count];
        int[] best = new int[folds.Count];
        for (int fold = 0; fold < folds.Count; fold++)
        {
            int[] training = [.. folds.TrainingRows(fold)];
            bool[] labels = [.. training.Select(row => set.Labels[row])];
            double[] areas = [.. Enumerable.Range(0, set.Features.Length).Select(feature => RocPlacements.Of(
                (double[])[.. training.Select(row => set[row, feature])], labels).Auc)];
            int chosen = 0;
            for (int feature = 1; feature < areas.Length; feature++)
            {
                chosen = Math.Abs(areas[feature] - 0.5) > Math.Abs(areas[chosen] - 0.5) ? feature : chosen;
            }

            best[fold] = chosen;
            foreach (int row in folds.TestRows(fold))
            {
                scores[row] = areas[chosen] < 0.5 ? -set[row, chosen] : set[row, chosen];
            }
        }

        return (scores, best);
    }
}
