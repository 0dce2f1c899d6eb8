// The error of a sound model that uses what this converter does not translate.
namespace TfLiteToOnnx;

/// <summary>A sound model uses an operator, a version of it or a form of it that this converter does not translate.</summary>
public sealed class UnsupportedOperatorException : Exception
{
    /// <summary>An error without details.</summary>
    public UnsupportedOperatorException()
    {
    }

    /// <summary>An error with a finished message.</summary>
    /// <param name="message">What is not supported, and where.</param>
    public UnsupportedOperatorException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a finished message and its cause.</summary>
    /// <param name="message">What is not supported, and where.</param>
    /// <param name="innerException">The cause.</param>
    public UnsupportedOperatorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal UnsupportedOperatorException(string operatorName, int version, string tensorName, string reason)
        : base($"Operator {operatorName} version {version}, which makes tensor '{tensorName}', is not supported: {reason}.")
    {
        OperatorName = operatorName;
        OperatorVersion = version;
        TensorName = tensorName;
    }

    /// <summary>The operator as the TensorFlow Lite schema names it (<c>CONV_2D</c>) or its custom code; empty if unknown.</summary>
    public string OperatorName { get; } = string.Empty;

    /// <summary>The operator's version as the file states it; 0 if unknown.</summary>
    public int OperatorVersion { get; }

    /// <summary>The tensor that the operator makes; empty if unknown.</summary>
    public string TensorName { get; } = string.Empty;
}
