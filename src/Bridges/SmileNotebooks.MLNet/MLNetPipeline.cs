// A model as ML.NET itself runs it.
using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SmileNotebooks.MLNet;

/// <summary>A classifier in a <c>.zip</c> of ML.NET that <see cref="MLNetModel.Save"/> has written.</summary>
public sealed class MLNetPipeline
{
    private MLNetPipeline(ITransformer transformer, ImmutableArray<string> features)
    {
        Transformer = transformer;
        Features = features;
    }

    /// <summary>From a column <c>Features</c> (a vector of doubles) to <c>Score</c> and <c>Probability</c>.</summary>
    public ITransformer Transformer { get; }

    /// <summary>The names of the features, in the order of the vector.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Loads a <c>.zip</c>. ML.NET runs what it says: load those of people you trust.</summary>
    /// <exception cref="SmileModelException">No such file, no model of ML.NET, or one with other columns.</exception>
    public static MLNetPipeline Load(string path)
    {
        const string Expected = "a classifier of ML.NET that this library has written";
        MLContext context = new(seed: 0);
        ITransformer transformer;
        DataViewSchema input;
        try
        {
            using FileStream stream = File.OpenRead(path);
            transformer = context.Model.Load(stream, out input);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SmileModelException(path, null, File.Exists(path) ? $"an error while reading ({error.Message.TrimEnd('.')})" : "no such file", Expected, error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // ML.NET says what is wrong with a file by exceptions of many kinds.
            throw new SmileModelException(path, null, $"what ML.NET does not load ({error.Message.TrimEnd('.')})", Expected, error);
        }

        if (input?.GetColumnOrNull(Columns.Features) is not { } column || column.Type is not VectorDataViewType { Size: > 0 } vector || vector.ItemType != NumberDataViewType.Double)
        {
            throw new SmileModelException(path, null, $"no column {Columns.Features} of doubles", Expected);
        }

        ImmutableArray<string> names = Columns.NamesOf(column);
        if (names.Length != vector.Size)
        {
            throw new SmileModelException(path, null, $"{names.Length} names of features for {vector.Size} values", Expected);
        }

        DataViewSchema output = transformer.GetOutputSchema(input);
        return output.GetColumnOrNull(Columns.Score) is { } score && score.Type == NumberDataViewType.Single
            && output.GetColumnOrNull(Columns.Probability) is { } probability && probability.Type == NumberDataViewType.Single
            ? new MLNetPipeline(transformer, names)
            : throw new SmileModelException(path, null, $"no columns {Columns.Score} and {Columns.Probability}", Expected);
    }

    /// <summary>What it says of the rows of a table, in their order.</summary>
    /// <param name="table">Has all of <see cref="Features"/>, in any order.</param>
    /// <exception cref="TableException">Features are missing: all such are named.</exception>
    public ImmutableArray<MLNetPrediction> Predict(FeatureTable table) => Predict(TableRows.Of(table, Features));

    /// <summary>What it says of rows.</summary>
    /// <param name="rows">A value for each of <see cref="Features"/>.</param>
    public ImmutableArray<MLNetPrediction> Predict(IEnumerable<double[]> rows) => PredictionsOf(Transformer, Features, rows);

    internal static ImmutableArray<MLNetPrediction> PredictionsOf(ITransformer transformer, ImmutableArray<string> features, IEnumerable<double[]> rows)
    {
        IDataView found = transformer.Transform(Columns.Of(new MLContext(seed: 0), features, rows));
        return [.. found.GetColumn<float>(Columns.Score).Zip(found.GetColumn<float>(Columns.Probability), (score, probability) => new MLNetPrediction(score, probability))];
    }
}
