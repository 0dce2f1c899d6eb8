// What all trainers of the bridge have in common: rows into ML.NET, a model of ours out.
using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;

namespace SmileNotebooks.MLNet;

/// <summary>A trainer of ML.NET behind the seam of ours.</summary>
internal abstract class MLNetTrainer(string name, string description) : ISmileTrainer
{
    public string Name => name;

    public string Description => description;

    public abstract ImmutableArray<TrainerSettings> Candidates(TrainingSet training);

    /// <exception cref="ArgumentException">A setting out of its range, one class only.</exception>
    public ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed)
    {
        foreach (TrainerSettings one in settings)
        {
            Check(one);
        }

        int named = training.Labels.Count(label => label);
        if (named == 0 || named == training.Count)
        {
            throw new ArgumentException($"Of {training.Count} rows {named} are of the named class; a trainer needs rows of both.", nameof(training));
        }

        int mlSeed = SeedOf(seed);
        MLContext context = new(mlSeed);
        StandardisedRows rows = StandardisedRows.Of(context, training);
        return [.. settings.Select(one => Fit(training, rows, one, mlSeed))];
    }

    /// <exception cref="ArgumentException">A setting out of its range.</exception>
    protected abstract void Check(TrainerSettings settings);

    /// <summary>ML.NET's trainer for these settings.</summary>
    /// <param name="trainers">Of a context with the seed.</param>
    /// <param name="settings">Checked.</param>
    /// <param name="rows">How many rows it will learn from.</param>
    /// <param name="seed">For trainers with a seed of their own.</param>
    protected abstract IEstimator<ITransformer> Learner(BinaryClassificationCatalog.BinaryClassificationTrainers trainers, TrainerSettings settings, int rows, int seed);

    /// <summary>Learns from standardised rows.</summary>
    /// <param name="context">With the seed, and of this model alone: random numbers of one do not depend on which others are learned.</param>
    /// <param name="training">The rows as they were.</param>
    /// <param name="data">The rows as ML.NET wants them.</param>
    /// <param name="settings">Checked.</param>
    /// <param name="seed">For trainers with a seed of their own.</param>
    protected virtual ITransformer Learn(MLContext context, TrainingSet training, IDataView data, TrainerSettings settings, int seed) =>
        Learner(context.BinaryClassification.Trainers, settings, training.Count, seed).Fit(data);

    private MLNetModel Fit(TrainingSet training, StandardisedRows rows, TrainerSettings settings, int seed)
    {
        ISingleFeaturePredictionTransformer<object> predictor = (ISingleFeaturePredictionTransformer<object>)Learn(new MLContext(seed), training, rows.Data, settings, seed);
        CalibratedModelParametersBase parameters = (CalibratedModelParametersBase)predictor.Model;
        return new MLNetModel(name, settings, training.Features, rows.Standardiser, Score.Of(parameters.SubModel), (PlattCalibrator)parameters.Calibrator, rows.Front, predictor);
    }

    // ML.NET's seeds are of 32 bits.
    private static int SeedOf(ulong seed) => (int)((seed ^ (seed >> 32)) & int.MaxValue);
}
