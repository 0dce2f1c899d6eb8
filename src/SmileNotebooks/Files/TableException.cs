namespace SmileNotebooks;

/// <summary>A table of measurements, features or labels could not be read or written. The message names the file, the place, what was found and what was expected.</summary>
public sealed class TableException : Exception
{
    /// <summary>Makes the message of its parts.</summary>
    /// <param name="path">The file, or what else the table came from.</param>
    /// <param name="place">Where in it, such as "line 12, column AU12_r"; null where it is the table as a whole.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="innerException">What failed below; null where nothing did.</param>
    public TableException(string path, string? place, string found, string expected, Exception? innerException = null)
        : base($"{path}{(place is null ? "" : $", {place}")}: {found}; expected {expected}.", innerException)
    {
        Path = path;
        Place = place;
        Found = found;
        Expected = expected;
    }

    /// <summary>The file, or what else the table came from.</summary>
    public string Path { get; }

    /// <summary>Where in the table; null where it is the table as a whole.</summary>
    public string? Place { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>As the constructor: what a file's reader or writer is given to make errors of.</summary>
    internal static Exception Of(string path, string? place, string found, string expected, Exception? innerException) =>
        new TableException(path, place, found, expected, innerException);
}
