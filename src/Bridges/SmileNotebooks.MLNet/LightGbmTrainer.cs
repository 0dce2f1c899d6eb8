using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace SmileNotebooks.MLNet;

internal sealed class LightGbmTrainer(MLNetTreeOptions options) : TreeTrainer("mlnet-lightgbm", "Boosted decision trees of LightGBM, by ML.NET: log odds are a sum of small trees.", options)
{
    protected override ITransformer Learn(MLContext context, TrainingSet training, IDataView data, TrainerSettings settings, int seed)
    {
        try
        {
            return base.Learn(context, training, data, settings, seed);
        }
        catch (Exception error) when (error is ArgumentNullException or OverflowException)
        {
            // Where LightGBM finds nothing to split by (few rows, constant features) its model is one leaf, which ML.NET cannot read: it throws one of these. That leaf says the share of the
            // named class; so does a logistic regression on features that are all 0.
            return context.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Label, Columns.Standardised).Fit(Columns.Nothing(context, training));
        }
    }

    // Deterministic wants one way of building histograms forced: otherwise LightGBM times both and takes the faster.
    protected override IEstimator<ITransformer> Learner(BinaryClassificationCatalog.BinaryClassificationTrainers trainers, TrainerSettings settings, int rows, int seed) =>
        trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = Columns.Label,
            FeatureColumnName = Columns.Standardised,
            NumberOfIterations = (int)settings[Settings.Trees],
            NumberOfLeaves = (int)settings[Settings.Leaves],
            LearningRate = Options.LearningRate,
            MinimumExampleCountPerLeaf = Options.LeastRowsOfLeaf,
            NumberOfThreads = Options.Threads,
            Seed = seed,
            Deterministic = true,
            ForceColumnWise = true,
        });
}
