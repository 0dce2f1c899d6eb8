namespace SmileNotebooks.Cli.Measuring;

/// <summary>Measures clips, and says at the end what was found.</summary>
internal static class ClipRun
{
    /// <param name="clips">The clips, at least one, each with where its results go.</param>
    /// <param name="folder">The folder of the results of several clips, where they are remembered; null for one clip.</param>
    /// <param name="options">How.</param>
    /// <param name="showTable">Whether standard output is free for the closing table.</param>
    /// <param name="problems">Where problems are said.</param>
    /// <param name="stop">Ctrl+C.</param>
    public static void Measure(IReadOnlyList<(ClipFile Clip, ClipOutputs Outputs)> clips, string? folder, ClipOptions options, bool showTable, ProblemList problems, CancellationToken stop)
    {
        using FaceLandmarker faces = Models.Open(new FaceLandmarkerOptions { Model = options.Model, Blendshapes = options.Blendshapes });
        ClipMeasuring measuring = new(faces, options, new ClipRecords(folder), problems, stop);
        List<ClipSummary> summaries = [];
        ClipProgress.Run(problems, start =>
        {
            foreach ((ClipFile clip, ClipOutputs outputs) in clips)
            {
                summaries.Add(measuring.Measure(clip, outputs, start));
            }
        });

        if (showTable)
        {
            ClipTable.Write(summaries, options);
        }

        foreach (ClipSummary empty in summaries.Where(summary => summary.Tally is { } tally && tally.FramesWithoutFace == tally.Frames))
        {
            Console.Error.WriteLine($"smile: {empty.Clip.Path}: no face found.");
        }
    }
}
