// The model as files of ML.NET.
using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SmileNotebooks.MLNet;

public sealed partial class MLNetModel
{
    // ML.NET stamps the entries of a .zip with the time of day: the same model would give other bytes. The first time that a .zip can hold.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the <c>.zip</c> of ML.NET, which <c>MLContext.Model.Load</c> and <see cref="MLNetPipeline.Load"/> read: a column <c>Features</c> of doubles, whose slots have the
    /// features' names, to <c>Score</c> and <c>Probability</c>. The same model gives the same bytes.</summary>
    /// <param name="path">The file. Its folder is made where it is missing.</param>
    /// <param name="slope">What log odds are multiplied by, as <see cref="Recalibration.Slope"/>. Default: 1.</param>
    /// <param name="intercept">What is then added. Default: 0.</param>
    /// <exception cref="SmileModelException">It cannot be written.</exception>
    public void Save(string path, double slope = 1, double intercept = 0)
    {
        MLContext context = new(seed: 0);
        IDataView rows = Columns.Of(context, Features, [new double[Features.Length]]);
        using MemoryStream stream = new();
        context.Model.Save(Recalibrated(context, _front.Append(_predictor), rows, slope, intercept), rows.Schema, stream);
        using (ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                entry.LastWriteTime = s_noTime;
            }
        }

        WholeFile.Write(path, stream.ToArray());
    }

    /// <summary>Writes the ONNX file of ML.NET's own converter, for programs that are used to it: input <c>Features</c> (double, [rows, features]), outputs <c>Score.output</c> and
    /// <c>Probability.output</c> (float, [rows, 1]). Features are standardised in single precision there; <see cref="SmileClassifier.Save"/> writes the file to keep.</summary>
    /// <inheritdoc cref="Save"/>
    public void ExportOnnx(string path, double slope = 1, double intercept = 0)
    {
        MLContext context = new(seed: 0);

        // ML.NET's converter writes a standardisation in double precision that ONNX Runtime refuses, and has no way to be told means. Two rows at mean and standard deviation teach it those.
        IDataView rows = Columns.Of(context, Features, [Away(-1), Away(1)]);
        ITransformer front = context.Transforms.Conversion.ConvertType(Columns.Centred, Columns.Features, DataKind.Single)
            .Append(context.Transforms.NormalizeMeanVariance(Columns.Standardised, Columns.Centred, fixZero: false))
            .Fit(rows);
        using MemoryStream stream = new();
        TransformerChain<ITransformer> chain = new(front, _predictor);

        // The columns are named: what is passed through would be an output too.
        context.Model.ConvertToOnnx(Recalibrated(context, chain, rows, slope, intercept), rows, stream, Columns.Score, Columns.Probability);
        WholeFile.Write(path, stream.ToArray());
    }

    private double[] Away(double deviations) =>
        [.. _standardiser.Offsets.Zip(_standardiser.Scales, (offset, scale) => scale == 0 ? offset : offset + (deviations / scale))];

    // A second calibrator writes the probability anew from the score.
    private ITransformer Recalibrated<T>(MLContext context, TransformerChain<T> chain, IDataView rows, double slope, double intercept)
        where T : class, ITransformer => slope == 1 && intercept == 0
        ? chain
        : chain.Append(context.BinaryClassification.Calibrators.Platt(slope * _calibrator.Slope, (slope * _calibrator.Offset) - intercept).Fit(chain.Transform(rows)));
}
