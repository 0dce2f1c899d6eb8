using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Commands;

/// <summary><c>smile measure</c>: pictures to landmarks, action units and smiles.</summary>
internal static class MeasureCommand
{
    private const string Line = "Measures the faces in pictures: 478 landmarks, head pose, action units, smile.";

    private const string Details = """
        Examples:
          smile measure photo.jpg
          smile measure photos/ --csv smiles.csv --overlay overlays/
          smile measure photo.jpg --json - | jq .faces[0].smile

        A picture without a face is no error: it is counted and said. A file that cannot be read is named, the others are
        measured, and the exit code is 1. The formats are described in docs/file-formats.md, the measures in docs/methods.md.
        """;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Pictures (JPEG, PNG, WebP, GIF, TIFF) and folders of pictures.", Arity = ArgumentArity.OneOrMore };
        Option<string?> json = new("--json") { Description = "Write JSON, one object a line for each file; - is standard output.", HelpName = "FILE|-" };
        Option<string?> csv = new("--csv") { Description = "Write CSV, one row for each face, with OpenFace's column names.", HelpName = "FILE" };
        Option<string?> overlay = new("--overlay") { Description = "Write each picture with mesh and measures drawn over it (PNG).", HelpName = "DIR" };
        Option<int?> maximumFaces = new("--max-faces") { Description = "Measure at most so many faces a picture, the most certain first. Default: all.", HelpName = "N", CustomParser = ParseCount };
        Option<FaceModel> model = new("--model")
        {
            Description = "Which models find the landmarks: FaceMesh (comes with the program; the default) or TaskBundle (see smile models).",
            HelpName = "FaceMesh|TaskBundle",
            CustomParser = ParseModel,
        };
        Option<bool> fast = new("--fast") { Description = "Look at each face once instead of seventeen times: many times faster for large folders, action units less steady." };
        UsageErrors.RefuseOptions(paths);
        DetailedCommand command = new("measure", Line, Details) { paths, json, csv, overlay, maximumFaces, model, fast };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(paths),
                new MeasureOutputs(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(overlay)),
                new FaceLandmarkerOptions
                {
                    MaximumFaces = parsed.GetValue(maximumFaces) ?? int.MaxValue,
                    Model = parsed.GetValue(model),
                    Steady = !parsed.GetValue(fast),
                },
                stop),
            stop));
        return command;
    }

    private static int? ParseCount(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
        {
            result.AddError($"--max-faces is a whole number from 1, found '{text}'.");
        }

        return count;
    }

    private static FaceModel ParseModel(ArgumentResult result)
    {
        string text = result.Tokens.Count == 0 ? nameof(FaceModel.FaceMesh) : result.Tokens[0].Value;
        if (!Enum.GetNames<FaceModel>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            result.AddError($"--model is {string.Join(" or ", Enum.GetNames<FaceModel>())}, found '{text}'.");
            return default;
        }

        return Enum.Parse<FaceModel>(text, ignoreCase: true);
    }

    private static int Run(string[] paths, MeasureOutputs outputs, FaceLandmarkerOptions options, CancellationToken stop)
    {
        ProblemList problems = new();
        List<PictureFile> files = PictureFile.Expand(paths, outputs.Overlay, problems.Add);
        outputs.Validate(files);
        if (files.Count == 0)
        {
            return problems.Report(0);
        }

        using FaceLandmarker faces = OpenModels(options);
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

        return problems.Report(files.Count);
    }

    private static FaceLandmarker OpenModels(FaceLandmarkerOptions options)
    {
        try
        {
            return FaceLandmarker.Open(options);
        }
        catch (FaceModelException error)
        {
            string hint = FaceModelBundle.IsPresent(FaceModelFolder.Default) ? " Replace the bundle (smile models add PATH) or remove it; smile models verify checks all models." : "";
            throw new CommandException(error.Message + hint, ExitCode.MissingSetup, error);
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
