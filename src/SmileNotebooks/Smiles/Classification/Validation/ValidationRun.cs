// One validation, step by step.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Validates one trainer on the rows of a table.</summary>
internal sealed class ValidationRun(
    FeatureTable table, ISmileTrainer trainer, TrainingRows rows, SmileTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken stop)
{
    private readonly TrainingSet _set = rows.Set;

    public SmileValidation Validate(LeakageReport leakage)
    {
        int folds = FoldCounts.Possible(_set, options.Folds);
        NestedValidation nested = NestedValidation.Run(trainer, _set, options, options.MaxDegreeOfParallelism, stop, Steps("cross-validation", folds));
        double auc = PermutationBaseline.Auc(_set, nested);
        (Recalibration recalibration, double[] logOdds) = Recalibration.Of(nested.LogOdds, _set, nested.Folds);
        double[] probabilities = Array.ConvertAll(logOdds, LogLoss.Probability);
        bool[] labels = [.. _set.Labels];
        double[] correct = [.. probabilities.Select((probability, row) => (probability >= 0.5) == labels[row] ? 1.0 : 0)];
        (double[] single, int[] bestByFold) = SingleFeatureBaseline.Rank(_set, nested.Folds);
        SmileValidation validation = new()
        {
            LabelName = table.LabelName ?? "true",
            Trainer = trainer.Name,
            TrainerDescription = trainer.Description,
            Source = table.Source,
            Simulated = table.Simulated,
            People = rows.People.Length,
            Clips = rows.Rows.Select(row => table.Rows[row].Clip ?? FormattableString.Invariant($"row {row}")).Distinct(StringComparer.Ordinal).Count(),
            Named = labels.Count(label => label),
            Features = _set.Features,
            LeftOut = rows.LeftOut,
            Auc = auc,
            AucInterval = Interval(new FoldedRanking(nested.LogOdds, labels, _set.Groups.AsSpan(), nested.Folds.Folds.AsSpan()).Auc),
            Roc = ClusteredRoc.Curve(nested.LogOdds, labels, _set.Groups.AsSpan(), nested.Folds.Folds.AsSpan(), options.Bootstrap),
            Accuracy = correct.Average(),
            AccuracyInterval = Interval(WeightedMean(correct)),
            BaseRate = Math.Max(labels.Count(label => label), labels.Count(label => !label)) / (double)labels.Length,
            Sensitivity = Enumerable.Range(0, labels.Length).Where(row => labels[row]).Average(row => correct[row]),
            Specificity = Enumerable.Range(0, labels.Length).Where(row => !labels[row]).Average(row => correct[row]),
            Calibration = Calibration.Of(probabilities, labels, new CalibrationOptions { Level = options.Level }),
            RawCalibration = Calibration.Of(Array.ConvertAll(nested.LogOdds, LogLoss.Probability), labels, new CalibrationOptions { Level = options.Level }),
            Recalibration = recalibration,
            Baseline = Baseline(single, bestByFold, nested, auc),
            Permutation = PermutationBaseline.Of(trainer, _set, auc, options, Steps("permutation baseline", options.Permutations), stop),
            Folds = [.. Enumerable.Range(0, nested.Folds.Count).Select(fold => Fold(nested, fold, bestByFold[fold]))],
            ByPerson = ByPerson(correct, logOdds),
            Importance = [.. FeatureImportance.Of(_set, nested, auc, options, stop).OrderByDescending(feature => feature.Loss)],
            LearningCurve = options.LearningCurve ? LearningCurvePoint.Of(trainer, _set, nested, auc, options, stop) : [],
            Predictions = [.. probabilities.Select((probability, row) =>
                new OutOfFold(rows.Rows[row], rows.People[_set.Groups[row]], nested.Folds.Folds[row], labels[row], nested.LogOdds[row], probability))],
            Leakage = leakage,
            Warnings = [],
            Options = options,
        };
        LeakageReport complete = leakage.With(LeakageChecks.TooGood(validation));
        return validation with { Leakage = complete, Warnings = ValidationWarnings.Of(validation with { Leakage = complete }, rows, table, options.Folds) };
    }

    private SingleFeatureBaseline Baseline(double[] scores, int[] bestByFold, NestedValidation nested, double auc)
    {
        ReadOnlySpan<int> folds = nested.Folds.Folds.AsSpan();
        FoldedRanking one = new(nested.LogOdds, _set.Labels.AsSpan(), _set.Groups.AsSpan(), folds);
        FoldedRanking other = new(scores, _set.Labels.AsSpan(), _set.Groups.AsSpan(), folds);
        double area = other.Auc();
        return new SingleFeatureBaseline(
            area, Interval(other.Auc), auc - area, Interval(weights => one.Auc(weights) - other.Auc(weights)),
            [.. bestByFold.GroupBy(feature => feature).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => (_set.Features[group.Key], group.Count()))]);
    }

    private FoldResult Fold(NestedValidation nested, int fold, int bestFeature)
    {
        int[] test = [.. nested.Folds.TestRows(fold)];
        double[] scores = [.. test.Select(row => nested.LogOdds[row])];
        bool[] labels = [.. test.Select(row => _set.Labels[row])];
        return new FoldResult(
            test.Select(row => _set.Groups[row]).Distinct().Count(), test.Length, labels.Count(label => label), nested.Models[fold].Settings,
            RocPlacements.Of(scores, labels).Auc, test.Average(row => LogLoss.Of(nested.LogOdds[row], _set.Labels[row])), _set.Features[bestFeature]);
    }

    private ImmutableArray<PersonResult> ByPerson(double[] correct, double[] logOdds) => [.. Enumerable.Range(0, _set.Count)
        .GroupBy(row => _set.Groups[row])
        .Select(group => new PersonResult(
            rows.People[group.Key], group.Count(), group.Count(row => _set.Labels[row]), (int)group.Sum(row => correct[row]),
            group.Average(row => LogLoss.Of(logOdds[row], _set.Labels[row]))))
        .OrderByDescending(person => person.LogLoss)
        .ThenBy(person => person.Person, StringComparer.Ordinal)];

    /// <summary>The interval of a statistic of how often each person was drawn; NaN where the bootstrap has none.</summary>
    private ConfidenceInterval Interval(Func<double[], double> statistic)
    {
        try
        {
            return ClusteredRoc.Interval(rows.People.Length, statistic, options.Bootstrap).Interval;
        }
        catch (ArgumentException)
        {
            // Too many draws without a pair of both classes: with so few people no interval means anything, and the warnings say so.
            return new ConfidenceInterval(double.NaN, double.NaN, options.Level);
        }
    }

    private Func<double[], double> WeightedMean(double[] values)
    {
        double[] sums = new double[rows.People.Length];
        double[] counts = new double[rows.People.Length];
        for (int row = 0; row < values.Length; row++)
        {
            sums[_set.Groups[row]] += values[row];
            counts[_set.Groups[row]]++;
        }

        return weights =>
        {
            double sum = 0;
            double count = 0;
            for (int person = 0; person < weights.Length; person++)
            {
                sum += weights[person] * sums[person];
                count += weights[person] * counts[person];
            }

            return sum / count;
        };
    }

    private Action Steps(string stage, int of)
    {
        int done = 0;
        return () => progress?.Report(new(stage, Interlocked.Increment(ref done), of));
    }
}
