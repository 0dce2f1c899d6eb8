using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace SmileNotebooks.MLNet;

internal sealed class FastTreeTrainer(MLNetTreeOptions options) : TreeTrainer("mlnet-fasttree", "Boosted decision trees of ML.NET (FastTree): log odds are a sum of small trees.", options)
{
    protected override IEstimator<ITransformer> Learner(BinaryClassificationCatalog.BinaryClassificationTrainers trainers, TrainerSettings settings, int rows, int seed) =>
        trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = Columns.Label,
            FeatureColumnName = Columns.Standardised,
            NumberOfTrees = (int)settings[Settings.Trees],
            NumberOfLeaves = (int)settings[Settings.Leaves],
            LearningRate = Options.LearningRate,
            MinimumExampleCountPerLeaf = Options.LeastRowsOfLeaf,
            NumberOfThreads = Options.Threads,
            Seed = seed,
            FeatureSelectionSeed = seed,
        });
}
