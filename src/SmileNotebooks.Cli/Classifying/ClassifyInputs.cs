// What smiles a file holds, by what kind of file it is.
using System.Collections.Immutable;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Classifying;

internal static class ClassifyInputs
{
    private const string PersonColumn = "person";
    private const string ClipColumn = "clip";

    /// <summary>Classifies the smiles of all files, in their order. A photo that cannot be read is a problem; the others are classified.</summary>
    /// <exception cref="TableException">A table cannot be read, or lacks features of the model.</exception>
    public static ImmutableArray<ClassifiedSmile> Classify(IEnumerable<string> paths, SmileClassifier classifier, ProblemList problems, CancellationToken stop)
    {
        ImmutableArray<ClassifiedSmile>.Builder smiles = ImmutableArray.CreateBuilder<ClassifiedSmile>();
        List<string> recorded = [];
        foreach (string path in paths)
        {
            if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                smiles.AddRange(OfTable(path, classifier, problems));
            }
            else
            {
                recorded.Add(path);
            }
        }

        if (recorded.Count > 0)
        {
            using FaceLandmarker faces = OpenModels(recorded[0], classifier);
            smiles.AddRange(classifier.Kind == SmileModelKind.Clip ? OfClips(recorded, classifier, faces, problems, stop) : OfPictures(recorded, classifier, faces, problems, stop));
        }

        return smiles.ToImmutable();
    }

    private static IEnumerable<ClassifiedSmile> OfTable(string path, SmileClassifier classifier, ProblemList problems)
    {
        if (classifier.Kind == SmileModelKind.Clip && !HasFeatures(path, classifier))
        {
            // A table of frames: of OpenFace 2, py-feat or smile measure.
            return OfSeries(path, FaceSeries.LoadAll(path), classifier, problems);
        }

        ImmutableArray<SmileClassification> found = classifier.Classify(FeatureTable.Load(path, OptionsOf(path)));
        return found.Select((classification, row) => new ClassifiedSmile(path, row + 1, classification));
    }

    private static IEnumerable<ClassifiedSmile> OfSeries(string path, IEnumerable<FaceSeries> series, SmileClassifier classifier, ProblemList problems)
    {
        ImmutableArray<SmileClassification> found = [.. series.SelectMany(face => classifier.Classify(face))];
        if (found.IsEmpty)
        {
            problems.Write($"smile: {path}: no smile found.");
        }

        return found.Select((classification, index) => new ClassifiedSmile(path, index + 1, classification));
    }

    private static bool HasFeatures(string path, SmileClassifier classifier) => classifier.Features.Any(ColumnsOf(path).Contains);

    private static string[] ColumnsOf(string path) => File.Exists(path) ? (File.ReadLines(path).FirstOrDefault() ?? "").Split(',', StringSplitOptions.TrimEntries) : [];

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

    private static List<ClassifiedSmile> OfClips(List<string> paths, SmileClassifier classifier, FaceLandmarker faces, ProblemList problems, CancellationToken stop)
    {
        List<ClassifiedSmile> smiles = [];
        foreach (string path in paths)
        {
            try
            {
                IFrameSource frames = FrameSources.Open(path);
                FaceVideoResult result = FaceVideo.Measure(frames, faces, cancellation: stop);
                if (result.Problem is { } problem)
                {
                    problems.AddFile(problem);
                }

                smiles.AddRange(OfSeries(path, result.Series, classifier, problems));
            }
            catch (VideoException error)
            {
                problems.AddFile(error.Message);
            }
        }

        return smiles;
    }

    private static List<ClassifiedSmile> OfPictures(List<string> paths, SmileClassifier classifier, FaceLandmarker faces, ProblemList problems, CancellationToken stop)
    {
        List<ClassifiedSmile> smiles = [];
        foreach (PictureFile file in PictureFile.Expand(paths, null, problems.Add))
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
