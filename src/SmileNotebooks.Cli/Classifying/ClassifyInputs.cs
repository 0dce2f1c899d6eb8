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
        List<string> pictures = [];
        foreach (string path in paths)
        {
            if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                smiles.AddRange(OfTable(path, classifier));
            }
            else
            {
                pictures.Add(path);
            }
        }

        if (pictures.Count > 0)
        {
            smiles.AddRange(OfPictures(pictures, classifier, problems, stop));
        }

        return smiles.ToImmutable();
    }

    private static IEnumerable<ClassifiedSmile> OfTable(string path, SmileClassifier classifier)
    {
        FeatureTable table = FeatureTable.Load(path, OptionsOf(path));
        ImmutableArray<SmileClassification> found = classifier.Classify(table);
        return found.Select((classification, row) => new ClassifiedSmile(path, row + 1, classification));
    }

    // A column of these names says who smiled and where; a label is not needed, and is passed over as a column that the model does not know.
    private static FeatureTableOptions OptionsOf(string path)
    {
        string[] columns = File.Exists(path) ? (File.ReadLines(path).FirstOrDefault() ?? "").Split(',') : [];
        return new FeatureTableOptions
        {
            Person = columns.Contains(PersonColumn) ? PersonColumn : null,
            Clip = columns.Contains(ClipColumn) ? ClipColumn : null,
        };
    }

    private static IEnumerable<ClassifiedSmile> OfPictures(List<string> paths, SmileClassifier classifier, ProblemList problems, CancellationToken stop)
    {
        if (classifier.Kind != SmileModelKind.Picture)
        {
            throw new CommandException(
                $"{paths[0]}: {classifier.Card.Name} is a model of {(classifier.Kind == SmileModelKind.Clip ? "smiles in clips" : "tables")}, not of still pictures; give it a table of its features (.csv).",
                ExitCode.Failure);
        }

        List<PictureFile> files = PictureFile.Expand(paths, null, problems.Add);
        using FaceLandmarker faces = FaceLandmarker.Open();
        List<ClassifiedSmile> smiles = [];
        foreach (PictureFile file in files)
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
