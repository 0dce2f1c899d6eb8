namespace SmileNotebooks.Host.Tool;

/// <summary>How the command ends; documented in <c>smile --help</c>.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something could not be done: a file not read, a cell or a test that failed. The rest was done.</summary>
    public const int Failure = 1;

    /// <summary>The command line is not understood.</summary>
    public const int Usage = 2;

    /// <summary>A program or a model that the work needs is not there.</summary>
    public const int MissingSetup = 3;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
