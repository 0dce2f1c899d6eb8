namespace SmileNotebooks.Cli.Measuring;

/// <summary>All that is written of one clip.</summary>
internal sealed class ClipWriters : IDisposable
{
    private readonly PartialFile? _csv;
    private readonly PartialFile? _json;
    private readonly Stream? _standardOutput;
    private readonly VideoWriter? _overlay;
    private readonly string? _overlayPath;

    /// <param name="outputs">Where to.</param>
    /// <param name="source">The clip.</param>
    /// <param name="header">The header of the table.</param>
    /// <param name="state">What to go on with; null to begin anew.</param>
    public ClipWriters(ClipOutputs outputs, IFrameSource source, string header, ClipState? state)
    {
        _overlayPath = outputs.Overlay;
        try
        {
            _csv = Open(outputs.Csv, state);
            _json = outputs.Json == "-" ? null : Open(outputs.Json, state);
            _standardOutput = outputs.Json == "-" ? Console.OpenStandardOutput() : null;
            _overlay = outputs.Overlay is { } path ? Guard(() => CreateOverlay(path, source)) : null;
            if (state is null)
            {
                _csv?.Write(header);
            }
        }
        catch
        {
            // What an earlier run left is kept: it may still be gone on with.
            if (state is null)
            {
                Delete();
            }

            Dispose();
            throw;
        }
    }

    public void Add(ClipFrame frame)
    {
        if (frame.Csv is { } rows)
        {
            _csv!.Write(rows);
        }

        if (frame.Json is { } line)
        {
            _json?.Write(line);
            _standardOutput?.Write(System.Text.Encoding.UTF8.GetBytes(line));
        }

        if (frame.Overlay is { } picture)
        {
            Guard(() =>
            {
                _overlay!.Add(picture);
                return picture;
            });
        }
    }

    /// <summary>Brings the files to the disk.</summary>
    /// <returns>How long each is.</returns>
    public Dictionary<string, long> Flush(ClipOutputs outputs)
    {
        Dictionary<string, long> lengths = [];
        foreach ((string? path, PartialFile? file) in new[] { (outputs.Csv, _csv), (outputs.Json, _json) })
        {
            if (file is not null)
            {
                lengths.Add(Path.GetFullPath(path!), file.Flush());
            }
        }

        return lengths;
    }

    /// <summary>Gives the files their names.</summary>
    public void Complete()
    {
        _csv?.Complete();
        _json?.Complete();
        Guard(() =>
        {
            _overlay?.Complete();
            return 0;
        });
    }

    /// <summary>Removes the partial files.</summary>
    public void Delete()
    {
        _csv?.Delete();
        _json?.Delete();
    }

    public void Dispose()
    {
        _csv?.Dispose();
        _json?.Dispose();
        _standardOutput?.Dispose();
        _overlay?.Dispose();
    }

    private static PartialFile? Open(string? path, ClipState? state) =>
        path is null ? null : new PartialFile(path, state?.Lengths.GetValueOrDefault(Path.GetFullPath(path)) ?? 0);

    private static VideoWriter CreateOverlay(string path, IFrameSource source)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return VideoWriter.Create(path, source.Width, source.Height, source.FrameRate ?? FrameSources.DefaultFolderRate);
    }

    /// <summary>Trouble with the drawn-over clip is not the clip's.</summary>
    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (VideoException error)
        {
            throw new CommandException($"--overlay {error.Message}", ClipMeasuring.CodeOf(error), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--overlay {_overlayPath}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
    }
}
