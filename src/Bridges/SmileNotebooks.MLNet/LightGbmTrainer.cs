using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace SmileNotebooks.MLNet;

internal sealed class LightGbmTrainer(MLNetTreeOptions options) : TreeTrainer("mlnet-lightgbm", "Boosted decision trees of LightGBM, by ML.NET: log odds are a sum of small trees.", options)
{
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
