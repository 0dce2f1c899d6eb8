namespace SmileNotebooks.MLNet;

/// <summary>What a training by a trainer of this bridge can write besides <see cref="SmileTrainingResult.ToClassifier"/>.</summary>
public static class MLNetTrainingResults
{
    /// <summary>Writes the <c>.zip</c> of ML.NET with the probabilities of the classifier: recalibrated where it is. See <see cref="MLNetModel.Save"/>.</summary>
    /// <param name="result">Of a trainer of <see cref="MLNetTrainers"/>.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The trainer is no trainer of this bridge.</exception>
    /// <exception cref="SmileModelException">It cannot be written.</exception>
    public static void SaveMLNet(this SmileTrainingResult result, string path) =>
        ModelOf(result).Save(path, result.Validation.Recalibration.Slope, result.Validation.Recalibration.Intercept);

    /// <summary>Writes the ONNX file of ML.NET's own converter with the probabilities of the classifier. See <see cref="MLNetModel.ExportOnnx"/>.</summary>
    /// <inheritdoc cref="SaveMLNet"/>
    public static void ExportMLNetOnnx(this SmileTrainingResult result, string path) =>
        ModelOf(result).ExportOnnx(path, result.Validation.Recalibration.Slope, result.Validation.Recalibration.Intercept);

    private static MLNetModel ModelOf(SmileTrainingResult result) =>
        result.Model as MLNetModel ?? throw new ArgumentException($"Found a model of the trainer {result.Model.Trainer}, expected one of MLNetTrainers.", nameof(result));
}
