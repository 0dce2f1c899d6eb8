namespace SmileNotebooks;

/// <summary>A face model is missing, damaged, or not what it is said to be; the message names the file.</summary>
public sealed class FaceModelException : Exception
{
    /// <summary>An error without a message.</summary>
    public FaceModelException()
    {
    }

    /// <summary>An error with a message.</summary>
    public FaceModelException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it.</summary>
    public FaceModelException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
