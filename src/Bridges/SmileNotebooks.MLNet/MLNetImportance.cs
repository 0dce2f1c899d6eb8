using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SmileNotebooks.MLNet;

/// <summary>How much the area under the ROC curve falls when one feature is shuffled among rows, as ML.NET finds it.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Loss">Mean fall over the shuffles.</param>
/// <param name="StandardError">Of that mean over the shuffles, as ML.NET gives it; it says nothing of other people.</param>
public readonly record struct MLNetImportance(string Feature, double Loss, double StandardError);

public sealed partial class MLNetModel
{
    /// <summary>ML.NET's permutation feature importance on rows that the model has not seen. The one that a validation gives (<see cref="SmileValidation.Importance"/>) is of people who
    /// are not known, fold by fold; this one is of one model on one table.</summary>
    /// <param name="table">Labelled rows that the model did not learn from; those without a label or with a missing value are passed over.</param>
    /// <param name="permutations">Shuffles of each feature: at least 1. Default: 10.</param>
    /// <param name="seed">Of the shuffles. Default: 1.</param>
    /// <returns>The features, the most important first.</returns>
    /// <exception cref="TableException">Features are missing: all such are named; or one class alone.</exception>
    public ImmutableArray<MLNetImportance> PermutationImportance(FeatureTable table, int permutations = 10, int seed = 1)
    {
        MLNet.Settings.Require(permutations >= 1, nameof(permutations), permutations, "at least 1");
        MLContext context = new(seed);
        IDataView rows = _front.Transform(Columns.Of(context, TableRows.Labelled(table, Features)));
        ImmutableArray<BinaryClassificationMetricsStatistics> found =
            context.BinaryClassification.PermutationFeatureImportance(_predictor, rows, Columns.Label, permutationCount: permutations);

        // ML.NET gives the change of the area: below 0 for a feature that matters.
        return
        [
            .. found.Select((change, at) => new MLNetImportance(Features[at], -change.AreaUnderRocCurve.Mean, permutations == 1 ? double.NaN : change.AreaUnderRocCurve.StandardError))
                .OrderByDescending(feature => feature.Loss),
        ];
    }
}
