using System.Collections.Immutable;
using System.CommandLine;
using SmileNotebooks.Cli.Classifying;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Commands;

/// <summary><c>smile classify</c>: the probability that a trained classifier gives to smiles.</summary>
internal static class ClassifyCommand
{
    private const string Line = "Gives the probability of smiles by a classifier that smile train has made.";

    private const string Details = """
        Examples:
          smile classify smiles.csv --model models/mine.onnx
          smile classify clip.mp4 --model models/mine.onnx --csv probabilities.csv
          smile classify face.csv --model models/mine.onnx --frames-per-second 25
          smile classify photo.jpg --model models/picture.onnx --json - | jq .smiles[0]

        The input is a table with a row for each smile and the features of the model as columns; for a model of still pictures
        photos; for a model of clips videos, or tables of frames by smile measure, OpenFace 2 or py-feat (which has no time
        stamps and needs --frames-per-second). A smile that the model must not judge (a value is missing or outside of what it has
        learned from, the face is turned, small or covered) gets no probability but the reasons: that is no error, and is counted.
        In a clip a smile begins and ends: a face that smiles all the time, or never, has none. A file that cannot be read is
        named, the others are classified, and the exit code is 1. The caveat of the model stands in every output. The formats are described in docs/file-formats.md, the model in its card beside it (NAME.md).
        """;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Tables (.csv), clips, photos or folders of clips or photos.", Arity = ArgumentArity.OneOrMore };
        Option<string> model = new("--model") { Description = "The classifier.", HelpName = "NAME.onnx", Required = true };
        Option<string?> json = new("--json") { Description = "Write JSON, one object with all smiles; - is standard output.", HelpName = "FILE|-" };
        Option<string?> csv = new("--csv") { Description = "Write CSV, one row for each smile.", HelpName = "FILE" };
        Option<double?> frameRate = FrameRateOption.Create("Frames per second of folders of frames, and of tables, in place of their time stamps (py-feat has none).");
        UsageErrors.RefuseOptions(paths);
        DetailedCommand command = new("classify", Line, Details) { paths, model, json, csv, frameRate };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(model), parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(frameRate), stop), stop));
        return command;
    }

    private static int Run(string[] paths, string model, string? json, string? csv, double? frameRate, CancellationToken stop)
    {
        RefuseSameFile(paths, json, csv);
        using SmileClassifier classifier = Guard(() => SmileClassifier.Load(model));
        ProblemList problems = new();
        ImmutableArray<ClassifiedSmile> smiles = Guard(() => ClassifyInputs.Classify(paths, classifier, frameRate, problems, stop));
        if (problems.Files == paths.Length && smiles.IsEmpty)
        {
            return problems.Report(paths.Length); // nothing was read: outputs of an earlier run stay
        }

        if (csv is not null)
        {
            ClassificationCsv.Write(csv, smiles, classifier.Card);
        }

        if (json is not null)
        {
            ClassificationJson.Write(json, smiles, classifier.Card);
        }

        if (json != "-" && smiles.Length > 0)
        {
            ClassificationTable.Write(smiles, classifier.Card);
        }

        int without = smiles.Count(smile => !smile.Classification.HasEvidence);
        if (without > 0)
        {
            Console.Error.WriteLine($"smile: not enough evidence for {without} of {smiles.Length} smiles; the outputs say why.");
        }

        return problems.Report(paths.Length);
    }

    private static void RefuseSameFile(string[] paths, string? json, string? csv)
    {
        HashSet<string> taken = [.. paths.Select(Path.GetFullPath)];
        foreach ((string option, string? path) in (ReadOnlySpan<(string, string?)>)[("--json", json == "-" ? null : json), ("--csv", csv)])
        {
            if (path is not null && !taken.Add(Path.GetFullPath(path)))
            {
                throw new CommandException($"{option} {path}: that file is an input or another output; give each its own name.", ExitCode.Usage);
            }
        }
    }

    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is SmileModelException)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
    }
}
