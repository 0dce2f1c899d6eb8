namespace SmileNotebooks.Host.Tool;

/// <summary>Ends the command with one sentence for the user and an exit code.</summary>
internal sealed class CommandException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
