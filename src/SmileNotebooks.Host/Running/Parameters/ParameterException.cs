// A parameter that a notebook cannot take.
namespace SmileNotebooks.Host;

/// <summary>A parameter that the notebook does not have, or a value that its variable cannot take.</summary>
/// <param name="message">Which, and what can be given.</param>
public sealed class ParameterException(string message) : Exception(message);
