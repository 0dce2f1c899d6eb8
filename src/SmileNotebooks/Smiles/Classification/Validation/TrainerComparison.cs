// Which of several trainers does better with new people.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The difference of two trainers on the same folds.</summary>
/// <param name="First">The name of one.</param>
/// <param name="Second">The name of the other.</param>
/// <param name="Difference">AUC of the first less that of the second.</param>
/// <param name="Interval">By the bootstrap over people, of the same draws for both.</param>
public sealed record TrainerDifference(string First, string Second, double Difference, ConfidenceInterval Interval);

/// <summary>Trainers that were validated on the same folds. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record TrainerComparison
{
    /// <summary>The validation of each, in the order given.</summary>
    public required ImmutableArray<SmileValidation> Trainers { get; init; }

    /// <summary>Each pair.</summary>
    public required ImmutableArray<TrainerDifference> Differences { get; init; }

    /// <summary>One line for each trainer and pair.</summary>
    public override string ToString() => string.Join('\n', Trainers.Select(trainer => trainer.Sentence).Concat(Differences.Select(Sentence)));

    internal static string Sentence(TrainerDifference difference) =>
        $"{difference.First} less {difference.Second}: AUC difference {Apa.Bounded(difference.Difference, 3)}, {Apa.Interval(difference.Interval, bounded: true, decimals: 3)}"
        + (difference.Interval.Contains(0) ? " (no difference shown)" : "");

    internal static TrainerComparison Of(ImmutableArray<SmileValidation> trainers, TrainingSet set, SmileTrainingOptions options)
    {
        ImmutableArray<TrainerDifference>.Builder differences = ImmutableArray.CreateBuilder<TrainerDifference>();
        for (int first = 0; first < trainers.Length; first++)
        {
            for (int second = first + 1; second < trainers.Length; second++)
            {
                FoldedRanking one = Ranking(trainers[first], set);
                FoldedRanking other = Ranking(trainers[second], set);
                BootstrapResult found = ClusteredRoc.Interval(trainers[first].People, weights => one.Auc(weights) - other.Auc(weights), options.Bootstrap);
                differences.Add(new TrainerDifference(trainers[first].Trainer, trainers[second].Trainer, found.Estimate, found.Interval));
            }
        }

        return new TrainerComparison { Trainers = trainers, Differences = differences.ToImmutable() };
    }

    private static FoldedRanking Ranking(SmileValidation validation, TrainingSet set) => new(
        (double[])[.. validation.Predictions.Select(row => row.LogOdds)], set.Labels.AsSpan(), set.Groups.AsSpan(), (int[])[.. validation.Predictions.Select(row => row.Fold)]);
}
