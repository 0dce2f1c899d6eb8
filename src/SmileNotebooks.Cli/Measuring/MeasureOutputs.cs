namespace SmileNotebooks.Cli.Measuring;

/// <summary>Where the user wants results: null where not.</summary>
/// <param name="Json">A file, or <c>-</c> for standard output.</param>
/// <param name="Csv">A file.</param>
/// <param name="Overlay">A folder.</param>
internal sealed record MeasureOutputs(string? Json, string? Csv, string? Overlay)
{
    /// <summary>Standard output belongs to the JSON alone.</summary>
    public bool JsonOnStandardOutput => Json == "-";

    /// <summary>The outputs of pictures where there are clips too: files in the folders that the user named.</summary>
    /// <exception cref="CommandException">A folder cannot be made.</exception>
    public MeasureOutputs InFolders()
    {
        foreach (string folder in new[] { JsonOnStandardOutput ? null : Json, Csv }.OfType<string>())
        {
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"{folder}: cannot be made: {error.Message}", ExitCode.Failure, error);
            }
        }

        return new MeasureOutputs(JsonOnStandardOutput ? Json : In(Json, "pictures.jsonl"), In(Csv, "pictures.csv"), Overlay);
    }

    /// <summary>Refuses what would overwrite a picture or another output.</summary>
    /// <param name="files">The pictures.</param>
    /// <exception cref="CommandException">Two of them are one file.</exception>
    public void Validate(IEnumerable<PictureFile> files)
    {
        HashSet<string> taken = [.. files.Select(file => Path.GetFullPath(file.Path))];
        foreach ((string option, string? path) in (ReadOnlySpan<(string, string?)>)[("--json", JsonOnStandardOutput ? null : Json), ("--csv", Csv), ("--overlay", Overlay)])
        {
            if (path is not null && !taken.Add(Path.GetFullPath(path)))
            {
                throw new CommandException($"{option} {path}: that file is a picture to measure or another output; give each its own name.", ExitCode.Usage);
            }
        }
    }

    private static string? In(string? folder, string name) => folder is null ? null : Path.Combine(folder, name);
}

/// <summary>All reports of one run.</summary>
internal sealed class MeasureReports : IMeasureReport
{
    private readonly List<IMeasureReport> _reports = [];

    public MeasureReports(MeasureOutputs outputs)
    {
        try
        {
            if (outputs.Json is not null)
            {
                _reports.Add(new JsonReport(outputs.Json));
            }

            if (outputs.Csv is not null)
            {
                _reports.Add(new CsvReport(outputs.Csv));
            }

            if (outputs.Overlay is not null)
            {
                _reports.Add(new OverlayReport(outputs.Overlay));
            }

            if (!outputs.JsonOnStandardOutput)
            {
                _reports.Add(new TableReport());
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Add(MeasuredPicture picture) => _reports.ForEach(report => report.Add(picture));

    public void Complete() => _reports.ForEach(report => report.Complete());

    public void Dispose() => _reports.ForEach(report => report.Dispose());
}
