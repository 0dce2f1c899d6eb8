namespace SmileNotebooks.Cli.Training;

/// <summary>The smiles that a training learns from.</summary>
internal static class TrainingTable
{
    public static FeatureTable Load(TrainArguments arguments, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return FeatureTable.Load(arguments.Table, arguments.Columns);
    }
}
