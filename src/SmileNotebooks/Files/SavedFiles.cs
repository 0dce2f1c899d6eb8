// Files that are written beside their places and renamed together, so that nobody sees half of one.
namespace SmileNotebooks;

/// <summary>Writes files to temporary names, and gives them their own once all are whole. What was not committed is deleted.</summary>
/// <param name="problem">Makes the error of the room that writes.</param>
internal sealed class SavedFiles(FileProblem problem) : IDisposable
{
    private readonly List<(string Temporary, string Path)> _files = [];
    private readonly List<string> _folders = [];
    private bool _committed;

    /// <summary>Makes a folder and those above it that are missing.</summary>
    /// <exception cref="Exception">That of the room: it cannot be made.</exception>
    public void AddFolder(string path) => Guarded(path, () =>
    {
        for (string? folder = Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            _folders.Add(folder);
        }

        Directory.CreateDirectory(path);
    });

    /// <summary>Writes a file under a temporary name.</summary>
    /// <exception cref="Exception">That of the room: it cannot be written.</exception>
    public void Add(string path, Action<Stream> write) => Guarded(path, () =>
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        _files.Add((temporary, path));
        using FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write);
        write(file);
    });

    /// <summary>Gives all files their names, over files that have them already.</summary>
    /// <exception cref="Exception">That of the room: one cannot be renamed.</exception>
    public void Commit()
    {
        foreach ((string temporary, string path) in _files)
        {
            Guarded(path, () => File.Move(temporary, path, overwrite: true));
        }

        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_committed)
        {
            return;
        }

        foreach ((string temporary, _) in _files.Where(file => File.Exists(file.Temporary)))
        {
            File.Delete(temporary);
        }

        foreach (string folder in _folders.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Directory.Delete(folder);
        }
    }

    private void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw problem(path, null, $"an error while writing ({exception.Message.TrimEnd('.')})", "a file in a folder that can be written to", exception);
        }
    }
}
