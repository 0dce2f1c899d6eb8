using System.CommandLine;
using SmileNotebooks.Cli.Measuring;
using Spectre.Console;

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
        Option<int> maximumFaces = new("--max-faces") { Description = "Measure at most so many faces a picture, the most certain first.", DefaultValueFactory = _ => int.MaxValue, HelpName = "N" };
        maximumFaces.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && value < 1)
            {
                result.AddError($"--max-faces is a whole number from 1, found {value}.");
            }
        });
        Option<FaceModel> model = new("--model") { Description = "Which models find the landmarks: FaceMesh (comes with the program) or TaskBundle (see smile models).", DefaultValueFactory = _ => FaceModel.FaceMesh };
        DetailedCommand command = new("measure", Line, Details) { paths, json, csv, overlay, maximumFaces, model };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(paths),
                new MeasureOutputs(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(overlay)),
                new FaceLandmarkerOptions { MaximumFaces = parsed.GetValue(maximumFaces), Model = parsed.GetValue(model) },
                stop),
            stop));
        return command;
    }

    private static int Run(string[] paths, MeasureOutputs outputs, FaceLandmarkerOptions options, CancellationToken stop)
    {
        ProblemList problems = new();
        List<PictureFile> files = PictureFile.Expand(paths, problems.Add);
        using FaceLandmarker faces = OpenModels(options);
        using MeasureReports reports = new(outputs);
        int withoutFace = 0;
        MeasureProgress.Run(files.Count, advance =>
        {
            foreach ((PictureFile file, MeasuredPicture? picture, string? problem) in MeasureInOrder(files, faces, stop))
            {
                if (picture is null)
                {
                    problems.Add(problem ?? $"{file.Path}: not measured.");
                }
                else
                {
                    withoutFace += picture.Faces.IsEmpty ? 1 : 0;
                    reports.Add(picture);
                }

                advance();
            }
        });
        reports.Complete();
        if (withoutFace > 0)
        {
            Console.Error.WriteLine(withoutFace == files.Count && files.Count == 1
                ? $"smile: {files[0].Path}: no face found."
                : $"smile: no face found in {withoutFace} of {files.Count} pictures.");
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
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }
    }

    /// <summary>Measures on all cores; results come in the order of the files, a few ahead at most.</summary>
    private static ParallelQuery<(PictureFile File, MeasuredPicture? Picture, string? Problem)> MeasureInOrder(
        List<PictureFile> files, FaceLandmarker faces, CancellationToken stop) =>
        files.AsParallel().AsOrdered().WithCancellation(stop).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .WithDegreeOfParallelism(Math.Min(Environment.ProcessorCount, 512))
            .Select(file => TryMeasure(file, faces));

    private static (PictureFile File, MeasuredPicture? Picture, string? Problem) TryMeasure(PictureFile file, FaceLandmarker faces)
    {
        try
        {
            return (file, MeasuredPicture.Measure(file, faces), null);
        }
        catch (PictureException error)
        {
            return (file, null, error.Message);
        }
    }
}
