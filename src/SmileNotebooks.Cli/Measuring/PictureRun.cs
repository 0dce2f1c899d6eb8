namespace SmileNotebooks.Cli.Measuring;

/// <summary>Measures pictures, several at a time.</summary>
internal static class PictureRun
{
    /// <param name="files">The pictures, at least one.</param>
    /// <param name="outputs">Where results go.</param>
    /// <param name="options">How faces are found.</param>
    /// <param name="problems">Where problems are said.</param>
    /// <param name="stop">Ctrl+C.</param>
    public static void Measure(List<PictureFile> files, MeasureOutputs outputs, FaceLandmarkerOptions options, ProblemList problems, CancellationToken stop)
    {
        using FaceLandmarker faces = Models.Open(options);
        using MeasureReports reports = new(outputs);
        int measured = 0;
        int withoutFace = 0;
        MeasureProgress.Run(files.Count, problems, advance =>
        {
            foreach ((MeasuredPicture? picture, string? problem) in OrderedWork.Select(files, file => TryMeasure(file, faces), Environment.ProcessorCount, stop))
            {
                if (picture is not null)
                {
                    measured++;
                    withoutFace += picture.Faces.IsEmpty ? 1 : 0;
                    reports.Add(picture);
                }
                else
                {
                    problems.AddFile(problem!);
                }

                advance();
            }
        });
        reports.Complete();
        if (withoutFace > 0)
        {
            Console.Error.WriteLine(files.Count == 1
                ? $"smile: {files[0].Path}: no face found."
                : $"smile: no face found in {withoutFace} of {measured} pictures.");
        }
    }

    /// <returns>The picture, or why it could not be measured.</returns>
    private static (MeasuredPicture? Picture, string? Problem) TryMeasure(PictureFile file, FaceLandmarker faces)
    {
        try
        {
            return (MeasuredPicture.Measure(file, faces), null);
        }
        catch (PictureException error)
        {
            return (null, error.Message);
        }
    }
}
