// What the same procedure finds where there is nothing to find.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Areas under the ROC curve of the whole procedure (folds, choice of settings, fits) on labels that were dealt anew among people (<see cref="P"/>; Ojala and
/// Garriga, 2010). Their mean is .5 if the procedure is honest.</summary>
/// <param name="Aucs">One a permutation, in the order of the permutations.</param>
/// <param name="P">Share of areas, the observed among them, that reach the observed: (1 + reached) / (1 + permutations) (Phipson and Smyth, 2010).</param>
public sealed record PermutationBaseline(ImmutableArray<double> Aucs, double P)
{
    internal static PermutationBaseline? Of(
        ISmileTrainer trainer, TrainingSet set, double observed, SmileTrainingOptions options, Action advance, CancellationToken stop)
    {
        if (options.Permutations == 0)
        {
            return null;
        }

        double[] areas = new double[options.Permutations];
        ulong seed = RandomStream.SeedOf(options.Seed, SeedStreams.Permutations);
        ParallelBlocks.Run(areas.Length, options.MaxDegreeOfParallelism, () => 0, (permutation, _) =>
        {
            RandomStream random = new(seed, (ulong)permutation);
            TrainingSet shuffled = set.WithLabels(PersonLabels.Shuffled(set.Labels.AsSpan(), set.Groups.AsSpan(), ref random));

            // A deal may leave a class to one person alone: no fold can be made of it, and it counts as reaching the observed area.
            areas[permutation] = FoldCounts.Possible(shuffled, 2) < 2 ? double.NaN : Auc(shuffled, NestedValidation.Run(trainer, shuffled, options, threads: 1, stop));
            advance();
        });
        int reached = areas.Count(area => !(area < observed));
        return new PermutationBaseline([.. areas.Where(double.IsFinite)], (1.0 + reached) / (1.0 + areas.Length));
    }

    internal static double Auc(TrainingSet set, NestedValidation nested) =>
        new FoldedRanking(nested.LogOdds, set.Labels.AsSpan(), set.Groups.AsSpan(), nested.Folds.Folds.AsSpan()).Auc();
}
