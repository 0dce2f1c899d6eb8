namespace SmileNotebooks;

/// <summary>A video could not be read or written. The message names the file, the place, what was found and what was expected.</summary>
public sealed class VideoException : Exception
{
    /// <summary>Makes the message of its parts.</summary>
    /// <param name="source">The file or folder.</param>
    /// <param name="place">Where in it, such as "after frame 120 (4.8 s)"; null where it is the video as a whole.</param>
    /// <param name="found">What was found there, e.g. "no video stream, only audio".</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="innerException">What failed below; null where nothing did.</param>
    public VideoException(string source, string? place, string found, string expected, Exception? innerException = null)
        : base($"{source}{(place is null ? "" : $", {place}")}: {found}; expected {expected}.", innerException)
    {
        Path = source;
        Place = place;
        Found = found;
        Expected = expected;
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>Where in the video; null where it is the video as a whole.</summary>
    public string? Place { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }
}
