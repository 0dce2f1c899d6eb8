namespace SmileNotebooks.Cli.Training;

/// <summary>What a training ends with in the terminal.</summary>
internal static class TrainingSummary
{
    public static void Write(TextWriter output, TrainArguments arguments, SmileTrainingResult result)
    {
        SmileValidation validation = result.Validation;
        output.WriteLine(validation.Sentence);
        output.WriteLine($"Best single feature: AUC {Apa.Bounded(validation.Baseline.Auc, 3)}; the trainer less it: {Apa.Bounded(validation.Baseline.Difference, 3)} "
            + $"{Apa.Limits(validation.Baseline.DifferenceInterval, bounded: true, decimals: 3)}.");
        if (validation.Permutation is { } permutation)
        {
            output.WriteLine($"Labels dealt anew {permutation.Aucs.Length} times: mean AUC {(permutation.Aucs.IsEmpty ? "NA" : Apa.Bounded(permutation.Aucs.Average(), 3))}; observed {Apa.P(permutation.P)}.");
        }

        output.WriteLine($"Settings: {result.Model.Settings}. {validation.Recalibration.Sentence}");
        if (validation.Simulated is { } simulated)
        {
            output.WriteLine($"Trained on simulated smiles ({simulated}): the numbers say nothing of real people.");
        }

        foreach (string warning in validation.Warnings)
        {
            output.WriteLine($"Warning: {warning}");
        }

        output.WriteLine($"Wrote {arguments.Out}.onnx, .json and .md (the card), and the report {arguments.Out}.html");
    }
}
