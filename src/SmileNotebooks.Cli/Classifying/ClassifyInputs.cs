// What smiles a file holds, by what kind of file it is.
using System.Collections.Immutable;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Classifying;

internal static class ClassifyInputs
{
    private const string PersonColumn = "person";
    private const string ClipColumn = "clip";

    /// <summary>Classifies the smiles of all files, in their order. A file that cannot be read is a problem; the others are classified.</summary>
    /// <param name="paths">Tables, clips, photos, folders.</param>
    /// <param name="classifier">The model.</param>
    /// <param name="frameRate">Frames per second of folders of frames and of tables; null where tables have time stamps.</param>
    /// <param name="problems">Is told of each file that gives nothing.</param>
    /// <param name="stop">Ctrl+C.</param>
    /// <exception cref="CommandException">The model is one of tables alone, or models of faces or ffmpeg are missing.</exception>
    public static ImmutableArray<ClassifiedSmile> Classify(IEnumerable<string> paths, SmileClassifier classifier, double? frameRate, ProblemList problems, CancellationToken stop)
    {
        ImmutableArray<ClassifiedSmile>.Builder smiles = ImmutableArray.CreateBuilder<ClassifiedSmile>();
        List<string> recorded = [];
        foreach (string path in paths)
        {
            if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                smiles.AddRange(OfTable(path, classifier, frameRate, problems));
            }
            else
            {
                recorded.Add(path);
            }
        }

        if (recorded.Count > 0)
        {
            using FaceLandmarker faces = OpenModels(recorded[0], classifier);
            smiles.AddRange(classifier.Kind == SmileModelKind.Clip ? OfClips(recorded, classifier, faces, frameRate, problems, stop) : OfPictures(recorded, classifier, faces, problems, stop));
        }

        return smiles.ToImmutable();
    }

    private static IEnumerable<ClassifiedSmile> OfTable(string path, SmileClassifier classifier, double? frameRate, ProblemList problems)
    {
        try
        {
            return Read(path, classifier, frameRate, problems);
        }
        catch (TableException error)
        {
            problems.AddFile(error.Message);
            return [];
        }
    }

    private static IEnumerable<ClassifiedSmile> Read(string path, SmileClassifier classifier, double? frameRate, ProblemList problems)
    {
        if (classifier.Kind == SmileModelKind.Clip && !HasFeatures(path, classifier))
        {
            // A table of frames: of OpenFace 2, py-feat or smile measure.
            return OfSeries(path, FaceSeries.LoadAll(path, new FaceSeriesOptions { FrameRate = frameRate }), classifier, problems);
        }

        ImmutableArray<SmileClassification> found = classifier.Classify(FeatureTable.Load(path, OptionsOf(path)));
        return found.Select((classification, row) => new ClassifiedSmile(path, row + 1, classification));
    }

    private static IEnumerable<ClassifiedSmile> OfSeries(string path, ImmutableArray<FaceSeries> series, SmileClassifier classifier, ProblemList problems)
    {
        ImmutableArray<SmileClassification> found;
        try
        {
            found = [.. series.SelectMany(face => classifier.Classify(face))];
            if (found.IsEmpty)
            {
                problems.Write(series.IsEmpty
                    ? $"smile: {path}: no face found."
                    : $"smile: {path}: no smile found ({string.Join("; ", series.Select(face => SmileDynamics.Measure(face).ToString().TrimEnd('.')))}).");
            }
        }
        catch (ArgumentException error)
        {
            // A table of frames without a measure of the mouth, for example.
            problems.AddFile($"{path}: {error.Message}");
            return [];
        }

        return found.Select((classification, index) => new ClassifiedSmile(path, index + 1, classification));
    }

    private static bool HasFeatures(string path, SmileClassifier classifier) => classifier.Features.Any(ColumnsOf(path).Contains);

    // What cannot be read has no columns here, and its error where it is read in full.
    private static string[] ColumnsOf(string path)
    {
        try
        {
            return File.Exists(path) ? [.. (File.ReadLines(path).FirstOrDefault() ?? "").Split(',').Select(name => name.Trim().Trim('"'))] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // A column of these names says who smiled and where; a label is not needed, and is passed over as a column that the model does not know.
    private static FeatureTableOptions OptionsOf(string path)
    {
        string[] columns = ColumnsOf(path);
        return new FeatureTableOptions
        {
            Person = columns.Contains(PersonColumn) ? PersonColumn : null,
            Clip = columns.Contains(ClipColumn) ? ClipColumn : null,
        };
    }

    private static FaceLandmarker OpenModels(string path, SmileClassifier classifier)
    {
        if (classifier.Kind == SmileModelKind.Table)
        {
            throw new CommandException($"{path}: {classifier.Card.Name} is a model of tables; give it a table of its features (.csv).", ExitCode.Failure);
        }

        try
        {
            return FaceLandmarker.Open();
        }
        catch (FaceModelException error)
        {
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }
    }

    private static List<ClassifiedSmile> OfClips(List<string> paths, SmileClassifier classifier, FaceLandmarker faces, double? frameRate, ProblemList problems, CancellationToken stop)
    {
        List<ClassifiedSmile> smiles = [];
        foreach (string path in paths.SelectMany(path => Clips(path, frameRate)))
        {
            try
            {
                IFrameSource frames = FrameSources.Open(path, Directory.Exists(path) ? frameRate : null);
                FaceVideoResult result = FaceVideo.Measure(frames, faces, cancellation: stop);
                if (result.Problem is { } problem)
                {
                    problems.AddFile(problem);
                }

                smiles.AddRange(OfSeries(path, result.Series, classifier, problems));
            }
            catch (VideoException error) when (ClipMeasuring.CodeOf(error) == ExitCode.MissingSetup)
            {
                throw new CommandException(error.Message, ExitCode.MissingSetup, error);
            }
            catch (VideoException error)
            {
                problems.AddFile(error.Message);
            }
        }

        return smiles;
    }

    /// <summary>The clips of a folder of clips; else the path itself: a clip, or a folder of frames.</summary>
    private static string[] Clips(string path, double? frameRate)
    {
        string[] clips = [.. ClipFile.Of(path, frameRate).Select(clip => clip.Path)];
        return clips.Length == 0 ? [path] : clips;
    }

    private static List<ClassifiedSmile> OfPictures(List<string> paths, SmileClassifier classifier, FaceLandmarker faces, ProblemList problems, CancellationToken stop)
    {
        List<ClassifiedSmile> smiles = [];
        foreach (string clip in paths.Where(path => File.Exists(path) && ClipFile.Is(path)))
        {
            problems.AddFile($"{clip}: a clip, and {classifier.Card.Name} is a model of still pictures; expected photos, or a model of clips.");
        }

        foreach (PictureFile file in PictureFile.Expand(paths.Where(path => !(File.Exists(path) && ClipFile.Is(path))), null, problems.Add))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                ImmutableArray<Face> found = [.. faces.Detect(Picture.Load(file.Path))];
                if (found.IsEmpty)
                {
                    problems.Write($"smile: {file.Path}: no face found.");
                }

                smiles.AddRange(found.Select((face, index) =>
                    new ClassifiedSmile(file.Path, index + 1, classifier.Classify(Smile.Measure(face), face) with { Clip = file.Path })));
            }
            catch (PictureException error)
            {
                problems.AddFile(error.Message);
            }
        }

        return smiles;
    }
}
