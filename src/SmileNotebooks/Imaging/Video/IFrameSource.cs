namespace SmileNotebooks;

/// <summary>Somewhere that frames come from in their order: a video file, a folder of pictures, pictures that are made.</summary>
public interface IFrameSource
{
    /// <summary>What messages and tables call it, as the path of a file.</summary>
    string Name { get; }

    /// <summary>Width of the frames in pixels, upright.</summary>
    int Width { get; }

    /// <summary>Height of the frames in pixels, upright.</summary>
    int Height { get; }

    /// <summary>Frames per second, on average; null where it is not known before reading.</summary>
    double? FrameRate { get; }

    /// <summary>How many frames there are; null where it is not known before reading. A file may state it wrongly: good for progress only.</summary>
    int? FrameCount { get; }

    /// <summary>Reads the frames from the first on, one at a time. May be called again.</summary>
    /// <param name="cancellation">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="VideoException">The source is damaged; the frames before the damage have been given.</exception>
    IEnumerable<VideoFrame> Frames(CancellationToken cancellation = default);
}
