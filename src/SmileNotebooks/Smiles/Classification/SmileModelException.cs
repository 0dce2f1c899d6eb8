namespace SmileNotebooks;

/// <summary>A classifier's file could not be read, written or used. The message names the file, what was found and what was expected.</summary>
public sealed class SmileModelException : Exception
{
    /// <summary>Makes the message of its parts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="place">Where in it; null where it is the file as a whole.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="innerException">What failed below; null where nothing did.</param>
    public SmileModelException(string path, string? place, string found, string expected, Exception? innerException = null)
        : base($"{path}{(place is null ? "" : $", {place}")}: {found}; expected {expected}.", innerException) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>As the constructor: what a file's reader or writer is given to make errors of.</summary>
    internal static Exception Of(string path, string? place, string found, string expected, Exception? innerException) =>
        new SmileModelException(path, place, found, expected, innerException);
}
