// The error of a file that is not a sound TensorFlow Lite model.
namespace TfLiteToOnnx;

/// <summary>The bytes are not a sound TensorFlow Lite model: truncated, contradictory, hostile or beyond the stated limits.</summary>
/// <remarks>The message names the table, the field and, where one byte can be blamed, its offset; then what was found and what was expected.</remarks>
public sealed class TfLiteFormatException : Exception
{
    /// <summary>An error without details.</summary>
    public TfLiteFormatException()
    {
    }

    /// <summary>An error with a finished message.</summary>
    /// <param name="message">Where, found what, expected what.</param>
    public TfLiteFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a finished message and its cause.</summary>
    /// <param name="message">Where, found what, expected what.</param>
    /// <param name="innerException">The cause.</param>
    public TfLiteFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TfLiteFormatException(string place, string found, string expected)
        : base($"{place}: found {found}, expected {expected}.")
    {
    }

    internal TfLiteFormatException(string place, long offset, string found, string expected)
        : base($"{place} at byte {offset}: found {found}, expected {expected}.")
    {
    }
}
