// Where a video lies until it is whole.
namespace SmileNotebooks;

/// <summary>A temporary name beside a video that is told by the video's own: what a program left there that was killed is found again and written over. Where another writer of the same video is at work, a name of its own.</summary>
internal sealed class TemporaryVideo : IDisposable
{
    // Held while the video is written. Locks of this kind are advice on Unix, which ffmpeg does not ask for, and end with the program that holds them, however it ends.
    private readonly FileStream? _held;
    private bool _isMoved;

    private TemporaryVideo(string path, FileStream? held)
    {
        Path = path;
        _held = held;
    }

    /// <summary>The temporary file.</summary>
    public string Path { get; }

    /// <param name="video">The video.</param>
    /// <exception cref="VideoException">Nothing can be written there.</exception>
    public static TemporaryVideo Take(string video)
    {
        string folder = System.IO.Path.GetDirectoryName(video) ?? "";

        // The extension stays last: ffmpeg tells the container by it.
        string extension = System.IO.Path.GetExtension(video);
        string path = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileNameWithoutExtension(video)}.tmp{extension}");
        try
        {
            if (File.Exists(path))
            {
                // An ffmpeg whose program was killed may still end the old file: it must not be the one that is written now.
                using FileStream left = Hold(path, FileMode.Open);
                File.Delete(path);
            }

            return new TemporaryVideo(path, Hold(path, FileMode.CreateNew));
        }
        catch (IOException)
        {
            // Somebody is writing this very video; the last of them gives it its name.
            return new TemporaryVideo(System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}.tmp{extension}"), null);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new VideoException(video, null, $"an error while writing ({exception.Message.TrimEnd('.')})", "a folder that can be written to", exception);
        }
    }

    /// <summary>Gives the file its name.</summary>
    public void MoveTo(string video)
    {
        File.Move(Path, video, overwrite: true);
        _isMoved = true;
    }

    /// <summary>Deletes what was not moved. The temporary name may be another writer's once it was.</summary>
    public void Dispose()
    {
        if (!_isMoved && File.Exists(Path))
        {
            File.Delete(Path);
        }

        _held?.Dispose();
    }

    // On Windows a file that others may not share could not be written by ffmpeg: two writers of one video are not told apart there before one of them fails.
    private static FileStream Hold(string path, FileMode mode) =>
        new(path, mode, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.ReadWrite | FileShare.Delete : FileShare.None);
}
