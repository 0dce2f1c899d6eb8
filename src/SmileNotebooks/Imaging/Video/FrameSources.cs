namespace SmileNotebooks;

/// <summary>Opens whatever frames come from.</summary>
public static class FrameSources
{
    /// <summary>Frames per second of a folder whose rate is not given: 25, a convention.</summary>
    public const double DefaultFolderRate = 25;

    /// <summary>Opens a video file or a folder of pictures.</summary>
    /// <param name="path">The file (<see cref="VideoFile.Open"/>) or the folder (<see cref="FrameFolder.Open"/>).</param>
    /// <param name="frameRate">Frames per second of a folder; null is <see cref="DefaultFolderRate"/>. A file has time stamps of its own: null there.</param>
    /// <exception cref="VideoException">There is nothing to read; the message says what was found.</exception>
    /// <exception cref="ArgumentException">A frame rate was given for a file.</exception>
    public static IFrameSource Open(string path, double? frameRate = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            return FrameFolder.Open(path, frameRate ?? DefaultFolderRate);
        }

        VideoFile video = VideoFile.Open(path);
        return frameRate is null
            ? video
            : throw new ArgumentException($"A frame rate is for a folder of pictures: {path} is a file, whose own time stamps hold.", nameof(frameRate));
    }
}
