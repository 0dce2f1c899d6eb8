namespace SmileNotebooks;

/// <summary>A picture could not be read or written. The message names the file, what was found and what was expected.</summary>
public sealed class PictureException : Exception
{
    /// <summary>Makes the message of its three parts.</summary>
    /// <param name="source">The file, or what else the bytes came from.</param>
    /// <param name="found">What was found there, e.g. "the file is empty".</param>
    /// <param name="expected">What was expected, e.g. "a JPEG, PNG, WebP, GIF or TIFF picture".</param>
    /// <param name="innerException">What failed below; null where nothing did.</param>
    public PictureException(string source, string found, string expected, Exception? innerException = null)
        : base($"{source}: {found}; expected {expected}.", innerException)
    {
        Path = source;
        Found = found;
        Expected = expected;
    }

    /// <summary>The file, or the name that was given to bytes in memory.</summary>
    public string Path { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }
}
