namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes each picture with the mesh and the measures drawn over it.</summary>
internal sealed class OverlayReport : IMeasureReport
{
    private readonly string folder;
    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    public OverlayReport(string folder)
    {
        this.folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder}: cannot be made: {error.Message}", ExitCode.Failure, error);
        }
    }

    public void Add(MeasuredPicture picture)
    {
        string path = NameFor(picture.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Overlay.Draw(picture).Save(path);
    }

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    /// <summary><c>photo.overlay.png</c>; where two files would share it, the later keep their extension and then a number.</summary>
    private string NameFor(PictureFile file)
    {
        string stem = Path.Combine(folder, Path.ChangeExtension(file.Relative, null));
        string path = $"{stem}.overlay.png";
        for (int i = 1; !written.Add(path); i++)
        {
            path = i == 1 ? $"{Path.Combine(folder, file.Relative)}.overlay.png" : $"{Path.Combine(folder, file.Relative)}.{i}.overlay.png";
        }

        return path;
    }
}
