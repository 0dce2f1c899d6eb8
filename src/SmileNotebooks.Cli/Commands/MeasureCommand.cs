using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Commands;

/// <summary><c>smile measure</c>: pictures and clips to landmarks, action units and smiles.</summary>
internal static class MeasureCommand
{
    private const string Line = "Measures the faces in pictures and clips: 478 landmarks, head pose, action units, smile.";

    private const string Details = """
        Examples:
          smile measure photo.jpg
          smile measure photos/ --csv smiles.csv --overlay overlays/
          smile measure photo.jpg --json - | jq .faces[0].smile
          smile measure clip.mp4 --csv clip.csv --overlay clip.overlay.mp4
          smile measure clips/ --csv tables/
          smile measure frames/ --frames-per-second 25 --csv clip.csv

        A clip is measured frame by frame into a table with OpenFace's columns and ours. One clip gives the files that are named; several
        give one each in folders of those names. Clips need ffmpeg. The sound is dropped from overlays.
        A run that was broken off is gone on with by the same command: finished clips of a folder are skipped while clip and options are
        unchanged, and a clip that was measured in part goes on to the same table, byte for byte (with --overlay or --json - it begins anew).

        A picture or frame without a face is no error: it is counted and said. A file that cannot be read is named, the others are
        measured, and the exit code is 1. Frames before damage in a clip are kept. The formats are described in docs/file-formats.md,
        the measures in docs/methods.md.
        """;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Pictures (JPEG, PNG, WebP, GIF, TIFF), clips (what ffmpeg reads) and folders of them.", Arity = ArgumentArity.OneOrMore };
        Option<string?> json = new("--json") { Description = "Write JSON, one object a line for each picture or frame; - is standard output.", HelpName = "FILE|DIR|-" };
        Option<string?> csv = new("--csv") { Description = "Write CSV, one row for each face, with OpenFace's column names.", HelpName = "FILE|DIR" };
        Option<string?> overlay = new("--overlay") { Description = "Write each picture (PNG) or clip (MP4) with mesh and measures drawn over it.", HelpName = "DIR|FILE" };
        Option<int?> maximumFaces = new("--max-faces") { Description = "Measure at most so many faces a picture, the most certain first, or follow so many through a clip. Default: all in pictures, 1 in clips.", HelpName = "N", CustomParser = result => ParseCount(result, "--max-faces") };
        Option<FaceModel> model = new("--model")
        {
            Description = "Which models find the landmarks: FaceMesh (comes with the program; the default) or TaskBundle (see smile models).",
            HelpName = "FaceMesh|TaskBundle",
            CustomParser = ParseModel,
        };
        Option<bool> fast = new("--fast") { Description = "Look at each face of a picture once instead of seventeen times: many times faster for large folders, action units less steady. Clips are looked at once anyway." };
        Option<double?> frameRate = FrameRateOption.Create("Folders are clips: their pictures are frames, so many a second.");
        Option<bool> mesh = new("--mesh") { Description = "Clips: write all 478 points of each frame." };
        Option<bool> smooth = new("--smooth") { Description = "Clips: smooth the landmarks over time (one-euro filter). Default: no." };
        Option<double?> rest = new("--rest") { Description = "Clips: the first so many seconds show the face at rest; action units and wrinkles are counted from it. Default: from the population's face and the skin of the cheek.", HelpName = "SECONDS", CustomParser = result => FrameRateOption.ParsePositive(result, "--rest", 60) };
        Option<bool> noWrinkles = new("--no-wrinkles") { Description = "Clips: do not measure the folds of the skin; their columns stay empty, and the rest is quicker." };
        Option<int?> workers = new("--workers") { Description = "Clips: so many threads measure; the numbers do not depend on it. Default: one for each processor.", HelpName = "N", CustomParser = result => ParseCount(result, "--workers") };
        Option<bool> restart = new("--restart") { Description = "Clips: measure anew what was measured before." };
        UsageErrors.RefuseOptions(paths);
        DetailedCommand command = new("measure", Line, Details) { paths, json, csv, overlay, maximumFaces, model, fast, frameRate, mesh, smooth, rest, noWrinkles, workers, restart };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(paths),
                parsed.GetValue(frameRate),
                new MeasureOutputs(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(overlay)),
                new FaceLandmarkerOptions
                {
                    MaximumFaces = parsed.GetValue(maximumFaces) ?? int.MaxValue,
                    Model = parsed.GetValue(model),
                    Steady = !parsed.GetValue(fast),
                },
                new ClipOptions
                {
                    People = parsed.GetValue(maximumFaces) ?? 1,
                    Smooth = parsed.GetValue(smooth),
                    RestSeconds = parsed.GetValue(rest),
                    Wrinkles = !parsed.GetValue(noWrinkles),
                    Mesh = parsed.GetValue(mesh),
                    Workers = parsed.GetValue(workers) ?? Environment.ProcessorCount,
                    Restart = parsed.GetValue(restart),
                    Model = parsed.GetValue(model),
                    Blendshapes = parsed.GetValue(json) is not null,
                },
                stop),
            stop));
        return command;
    }

    /// <summary>Options that change nothing are not passed over in silence.</summary>
    private static void SayWhatIsForClips(ClipOptions options)
    {
        string[] idle = [.. options.RestSeconds is null ? [] : new[] { "--rest" }, .. options.Wrinkles ? [] : new[] { "--no-wrinkles" }];
        if (idle.Length > 0)
        {
            Console.Error.WriteLine($"smile: {string.Join(" and ", idle)} {(idle.Length == 1 ? "is" : "are")} for clips, and there is none: pictures are measured as without.");
        }
    }

    private static int? ParseCount(ArgumentResult result, string option)
    {
        string text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
        {
            result.AddError($"{option} is a whole number from 1, found '{text}'.");
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

    private static int Run(string[] paths, double? frameRate, MeasureOutputs outputs, FaceLandmarkerOptions forPictures, ClipOptions forClips, CancellationToken stop)
    {
        ProblemList problems = new();
        MeasureInputs inputs = MeasureInputs.Of(paths, frameRate, outputs.Overlay, problems.Add);
        (List<PictureFile> pictures, List<ClipFile> clips) = inputs;
        if (clips.Count == 0 && pictures.Count > 0)
        {
            SayWhatIsForClips(forClips);
        }

        List<ClipOutputs> clipOutputs = clips.Count == 0 ? [] : ClipOutputs.Of(inputs, outputs);
        MeasureOutputs pictureOutputs = clips.Count == 0 || pictures.Count == 0 ? outputs : outputs.InFolders();
        if (pictures.Count > 0 || clips.Count == 0)
        {
            // Clips alone may share a folder: their tables and videos have names of their own there.
            pictureOutputs.Validate(pictures);
        }

        if (pictures.Count > 0)
        {
            PictureRun.Measure(pictures, pictureOutputs, forPictures, problems, stop);
        }

        if (clips.Count > 0)
        {
            string? folder = clips.Count + pictures.Count == 1 ? null : outputs.Csv ?? (outputs.JsonOnStandardOutput ? null : outputs.Json) ?? outputs.Overlay;
            ClipRun.Measure([.. clips.Zip(clipOutputs)], folder, forClips, showTable: !outputs.JsonOnStandardOutput, problems, stop);
        }

        return problems.Report(pictures.Count + clips.Count);
    }
}
