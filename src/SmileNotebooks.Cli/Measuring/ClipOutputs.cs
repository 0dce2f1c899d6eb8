namespace SmileNotebooks.Cli.Measuring;

/// <summary>Where the results of one clip go: null where not.</summary>
/// <param name="Csv">A file.</param>
/// <param name="Json">A file, or <c>-</c> for standard output.</param>
/// <param name="Overlay">A video file.</param>
internal sealed record ClipOutputs(string? Csv, string? Json, string? Overlay)
{
    /// <summary>How the names of drawn-over clips end, before the extension.</summary>
    public const string OverlayEnding = ".overlay";

    private static readonly string[] s_videos = [".mp4", ".mov", ".mkv"];

    /// <summary>The files, with the options that asked for them.</summary>
    public IEnumerable<(string Option, string Path)> Files =>
        new (string Option, string? Path)[] { ("--csv", Csv), ("--json", Json == "-" ? null : Json), ("--overlay", Overlay) }.Where(one => one.Path is not null).Select(one => (one.Option, one.Path!));

    /// <summary>The outputs of each clip. One clip alone has the files that the user named; several have one each in the folders that the user named.</summary>
    /// <exception cref="CommandException">Two outputs, or an output and a clip, would be one file; or a file was named for several.</exception>
    public static List<ClipOutputs> Of(MeasureInputs inputs, MeasureOutputs named)
    {
        bool isOne = inputs.Clips.Count == 1 && inputs.Pictures.Count == 0;
        List<ClipOutputs> outputs = isOne ? [new(named.Csv, named.Json, named.Overlay)] : [.. InFolders(inputs, named)];
        HashSet<string> taken = [.. inputs.Clips.Select(clip => Path.GetFullPath(clip.Path)), .. inputs.Pictures.Select(picture => Path.GetFullPath(picture.Path))];
        foreach ((string option, string path) in outputs.SelectMany(output => output.Files))
        {
            if (isOne && Directory.Exists(path))
            {
                throw new CommandException($"{option} {path}: there is a folder of that name; one clip alone gives a file.", ExitCode.Usage);
            }

            if (option == "--overlay" && !s_videos.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            {
                throw new CommandException($"{option} {path}: the extension '{Path.GetExtension(path)}'; expected .mp4, .mov or .mkv.", ExitCode.Usage);
            }

            if (!taken.Add(Path.GetFullPath(path)))
            {
                throw new CommandException($"{option} {path}: that file is measured, or another output; give each its own name.", ExitCode.Usage);
            }
        }

        return outputs;
    }

    private static IEnumerable<ClipOutputs> InFolders(MeasureInputs inputs, MeasureOutputs named)
    {
        foreach ((string option, string? path, string extension) in new[] { ("--csv", named.Csv, ".csv"), ("--json", named.JsonOnStandardOutput ? null : named.Json, ".jsonl"), ("--overlay", named.Overlay, ".mp4") })
        {
            if (path is not null && (File.Exists(path) || path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            {
                throw new CommandException($"{option} {path}: several files are measured, each clip into a file of its own; name a folder.", ExitCode.Usage);
            }
        }

        HashSet<string> stems = new(StringComparer.OrdinalIgnoreCase);
        foreach (ClipFile clip in inputs.Clips)
        {
            // Where two clips would share a name, the later keep their extension and then have a number.
            string stem = Path.ChangeExtension(clip.Relative, null);
            for (int i = 1; !stems.Add(stem); i++)
            {
                stem = i == 1 ? clip.Relative : $"{clip.Relative}.{i}";
            }

            yield return new ClipOutputs(
                In(named.Csv, stem + ".csv"),
                named.JsonOnStandardOutput ? named.Json : In(named.Json, stem + ".jsonl"),
                In(named.Overlay, stem + OverlayEnding + ".mp4"));
        }
    }

    private static string? In(string? folder, string name) => folder is null ? null : Path.Combine(folder, name);
}
