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
          smile classify photo.jpg --model models/picture.onnx --json - | jq .smiles[0]

        The input is a table with a row for each smile and the features of the model as columns; for a model of still pictures
        photos; for a model of clips videos, or tables of frames by smile measure, OpenFace 2 or py-feat. A smile that the model must not judge (a value is missing or outside of what it has learned from, the face is
        turned, small or covered) gets no probability but the reasons: that is no error, and is counted. The caveat of the model
        stands in every output. The formats are described in docs/file-formats.md, the model in its card beside it (NAME.md).
        """;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "A table (.csv), clips, photos or folders of photos.", Arity = ArgumentArity.OneOrMore };
        Option<string> model = new("--model") { Description = "The classifier.", HelpName = "NAME.onnx", Required = true };
        Option<string?> json = new("--json") { Description = "Write JSON, one object with all smiles; - is standard output.", HelpName = "FILE|-" };
        Option<string?> csv = new("--csv") { Description = "Write CSV, one row for each smile.", HelpName = "FILE" };
        UsageErrors.RefuseOptions(paths);
        DetailedCommand command = new("classify", Line, Details) { paths, model, json, csv };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(model), parsed.GetValue(json), parsed.GetValue(csv), stop), stop));
        return command;
    }

    private static int Run(string[] paths, string model, string? json, string? csv, CancellationToken stop)
    {
        RefuseSameFile(paths, json, csv);
        using SmileClassifier classifier = Guard(() => SmileClassifier.Load(model));
        ProblemList problems = new();
        ImmutableArray<ClassifiedSmile> smiles = Guard(() => ClassifyInputs.Classify(paths, classifier, problems, stop));
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
        catch (Exception error) when (error is SmileModelException or TableException)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
    }
}
