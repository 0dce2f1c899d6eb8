using System.Collections.Immutable;

namespace SmileNotebooks.Cli.Training;

/// <summary>The smiles that a training learns from: a table of features, or clips that are measured first and kept, so that a second run goes on where the first one stopped.</summary>
internal static class TrainingTable
{
    private const int MostNamed = 5;

    public static TrainingSmiles Load(TrainArguments arguments, CancellationToken stop)
    {
        FeatureTable table = LabelledClips.LoadTableOrList(arguments.Table, arguments.Columns);
        return table.Features.IsEmpty ? Measured(arguments, table, stop) : new TrainingSmiles(table, AreOfClips: false, []);
    }

    private static TrainingSmiles Measured(TrainArguments arguments, FeatureTable list, CancellationToken stop)
    {
        string folder = arguments.Measures ?? Path.ChangeExtension(arguments.Table, ".measures");
        string beside = Path.GetDirectoryName(Path.GetFullPath(arguments.Table))!;
        using KeptMeasures measures = new(folder, beside, arguments.FrameRate, stop);
        RefuseMissing(list, measures);
        measures.Prepare();
        TrainProgress progress = new();
        int done = 0;
        try
        {
            MeasuredClips measured = LabelledClips.Measure(list, clip =>
            {
                try
                {
                    return measures.SeriesOf(clip);
                }
                finally
                {
                    progress.Report(new TrainingProgress("measuring clips", ++done, list.Rows.Length));
                }
            });
            Say(list, measured, measures, folder);
            return new TrainingSmiles(measured.Table, AreOfClips: true, [.. measures.Files]);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"smile: {measures.Kept + measures.New} of {list.Rows.Length} clips are measured; the same command goes on from there.");
            throw;
        }
        catch (FaceModelException error)
        {
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }
    }

    /// <summary>A slip in a list is said before hours of measuring.</summary>
    private static void RefuseMissing(FeatureTable list, KeptMeasures measures)
    {
        string[] missing = [.. list.Rows.Index().Where(row => !measures.Knows(row.Item.Clip!)).Select(row => $"{row.Item.Clip} in row {row.Index + 1}")];
        if (missing.Length > 0)
        {
            string more = missing.Length > MostNamed ? $", and {missing.Length - MostNamed} more" : "";
            throw new TableException(
                list.Source, null, $"{missing.Length} of {list.Rows.Length} clips that are not there ({string.Join(", ", missing.Take(MostNamed))}{more})",
                "files whose paths count from the folder of the list");
        }
    }

    private static void Say(FeatureTable list, MeasuredClips measured, KeptMeasures measures, string folder)
    {
        if (measures.Kept > 0)
        {
            Console.Error.WriteLine($"smile: {measures.Kept} of {list.Rows.Length} clips had been measured before; their measures are kept in {folder}.");
        }

        foreach (LeftOutClip clip in measured.Table.LeftOut)
        {
            Console.Error.WriteLine($"smile: {clip.Clip}: left out: {clip.Why}");
        }

        if (!measured.Table.LeftOut.IsEmpty)
        {
            Console.Error.WriteLine($"smile: {measured.Table.LeftOut.Length} of {list.Rows.Length} clips give no smile.");
        }
    }
}
