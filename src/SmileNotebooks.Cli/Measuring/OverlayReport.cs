namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes each picture with the mesh and the measures drawn over it.</summary>
internal sealed class OverlayReport : IMeasureReport
{
    /// <summary>How names of overlays end.</summary>
    public const string Extension = ".overlay.png";

    private readonly string _folder;
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    public OverlayReport(string folder)
    {
        _folder = folder;
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
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Overlay.Draw(picture).Save(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
        catch (PictureException error)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
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
        string stem = Path.Combine(_folder, Path.ChangeExtension(file.Relative, null));
        string path = stem + Extension;
        for (int i = 1; !_written.Add(path); i++)
        {
            string name = Path.Combine(_folder, file.Relative);
            path = i == 1 ? name + Extension : $"{name}.{i}{Extension}";
        }

        return path;
    }
}
