namespace SmileNotebooks.Host;

/// <summary>No browser was found, it did not start, or it did not do what it was asked; the message says which, and what to do.</summary>
public sealed class BrowserException : Exception
{
    /// <summary>An error that names the browser and the cure.</summary>
    /// <param name="message">What a user reads.</param>
    /// <param name="inner">What the browser or the system said. Default: nothing.</param>
    public BrowserException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
