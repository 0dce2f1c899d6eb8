namespace SmileNotebooks;

/// <summary>A recording could not be read or written. The message names the file, the place, what was found and what was expected.</summary>
public sealed class RecordingException : Exception
{
    /// <summary>Makes the message of its parts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="place">Where in it, such as "line 12, column 3" or "byte 236"; null where it is the file as a whole.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="innerException">What failed below; null where nothing did.</param>
    public RecordingException(string path, string? place, string found, string expected, Exception? innerException = null)
        : base($"{path}{(place is null ? "" : $", {place}")}: {found}; expected {expected}.", innerException)
    {
        Path = path;
        Place = place;
        Found = found;
        Expected = expected;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Where in the file; null where it is the file as a whole.</summary>
    public string? Place { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>As the constructor: what a file's reader or writer is given to make errors of.</summary>
    internal static Exception Of(string path, string? place, string found, string expected, Exception? innerException) =>
        new RecordingException(path, place, found, expected, innerException);
}
