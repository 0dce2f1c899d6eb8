namespace SmileNotebooks;

/// <summary>How much the area under the ROC curve of new people falls when one feature is shuffled among the smiles of a fold (Breiman, 2001). Features that say the same
/// share their importance, so that each may look unimportant.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Loss">Mean fall of the AUC over the shuffles.</param>
/// <param name="Least">Least fall of a shuffle.</param>
/// <param name="Most">Largest.</param>
public readonly record struct FeatureImportance(string Feature, double Loss, double Least, double Most)
{
    private const int Shuffles = 10;

    internal static FeatureImportance[] Of(TrainingSet set, NestedValidation nested, double auc, SmileTrainingOptions options, CancellationToken stop)
    {
        FeatureImportance[] found = new FeatureImportance[set.Features.Length];
        ulong seed = RandomStream.SeedOf(options.Seed, SeedStreams.Importance);
        ParallelBlocks.Run(found.Length, options.MaxDegreeOfParallelism, () => 0, (feature, _) =>
        {
            double[] losses = new double[Shuffles];
            double[] scores = new double[set.Count];
            double[] values = new double[set.Features.Length];
            RandomStream random = new(seed, (ulong)feature);
            for (int shuffle = 0; shuffle < Shuffles; shuffle++)
            {
                stop.ThrowIfCancellationRequested();
                for (int fold = 0; fold < nested.Folds.Count; fold++)
                {
                    int[] rows = [.. nested.Folds.TestRows(fold)];
                    int[] donors = [.. rows];
                    random.Shuffle(donors.AsSpan());
                    for (int i = 0; i < rows.Length; i++)
                    {
                        set.Row(rows[i]).CopyTo(values);
                        values[feature] = set[donors[i], feature];
                        scores[rows[i]] = nested.Models[fold].LogOdds(values);
                    }
                }

                losses[shuffle] = auc - new FoldedRanking(scores, set.Labels.AsSpan(), set.Groups.AsSpan(), nested.Folds.Folds.AsSpan()).Auc();
            }

            found[feature] = new FeatureImportance(set.Features[feature], losses.Average(), losses.Min(), losses.Max());
        });
        return found;
    }
}
