namespace SmileNotebooks.Host.Tool;

/// <summary>Ends the command with one sentence for the user and an exit code.</summary>
internal sealed class CommandException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>An error of this program, not of its user.</summary>
    /// <param name="error">The error.</param>
    /// <param name="place">What was being done, with a colon and a space behind it; default: not said.</param>
    public static CommandException Unforeseen(Exception error, string place = "") =>
        new($"{place}an error that should not happen; please report it with these lines.\n{error}", Tool.ExitCode.Failure, error);
}
