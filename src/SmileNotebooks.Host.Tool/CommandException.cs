namespace SmileNotebooks.Host.Tool;

/// <summary>Ends the command with one sentence for the user and an exit code.</summary>
internal sealed class CommandException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>An error of this program, not of its user.</summary>
    public static CommandException Unforeseen(Exception error) =>
        new($"an error that should not happen; please report it with these lines.\n{error}", Tool.ExitCode.Failure, error);
}
