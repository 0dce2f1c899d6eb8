using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace SmileNotebooks.MLNet;

internal sealed class SdcaTrainer(MLNetLogisticOptions options) : MLNetTrainer(
    "mlnet-sdca", "Logistic regression with a ridge penalty, by ML.NET's stochastic dual coordinate ascent: log odds are a weighted sum of all features.")
{
    // Passes and gap after which it stops. On 1,240 rows of 5 features weights were then within .02 of those of L-BFGS; its own default, a gap of a tenth, leaves them further off.
    private const int MostPasses = 1_000;
    private const float Gap = 1e-3f;

    public override ImmutableArray<TrainerSettings> Candidates(TrainingSet training) => [.. options.Penalties.Select(penalty => TrainerSettings.Of((Settings.Penalty, penalty)))];

    protected override void Check(TrainerSettings settings) => Settings.CheckPenalty(settings[Settings.Penalty]);

    protected override IEstimator<ITransformer> Learner(BinaryClassificationCatalog.BinaryClassificationTrainers trainers, TrainerSettings settings, int rows, int seed) =>
        trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = Columns.Label,
            FeatureColumnName = Columns.Standardised,
            L1Regularization = 0,
            L2Regularization = (float)settings[Settings.Penalty],
            MaximumNumberOfIterations = MostPasses,
            ConvergenceTolerance = Gap,
            NumberOfThreads = options.Threads,
        });
}
