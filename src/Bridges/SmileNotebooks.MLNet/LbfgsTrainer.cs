using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace SmileNotebooks.MLNet;

internal sealed class LbfgsTrainer(MLNetLogisticOptions options) : MLNetTrainer(
    "mlnet-lbfgs", "Logistic regression with a ridge penalty, by ML.NET's L-BFGS: log odds are a weighted sum of all features.")
{
    public override ImmutableArray<TrainerSettings> Candidates(TrainingSet training) => [.. options.Penalties.Select(penalty => TrainerSettings.Of((Settings.Penalty, penalty)))];

    protected override void Check(TrainerSettings settings) => Settings.CheckPenalty(settings[Settings.Penalty]);

    // ML.NET's penalty is of the sum over rows, ours of the mean.
    protected override IEstimator<ITransformer> Learner(BinaryClassificationCatalog.BinaryClassificationTrainers trainers, TrainerSettings settings, int rows, int seed) =>
        trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = Columns.Label,
            FeatureColumnName = Columns.Standardised,
            L1Regularization = 0,
            L2Regularization = (float)(settings[Settings.Penalty] * rows),
            NumberOfThreads = options.Threads,
        });
}
