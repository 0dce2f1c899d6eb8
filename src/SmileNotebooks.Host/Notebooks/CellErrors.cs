// The names of errors that no code of the cell threw, and the tag of cells whose own errors are wanted.
namespace SmileNotebooks.Host;

internal static class CellErrors
{
    /// <summary>The error of a cell that was interrupted.</summary>
    public const string Interrupted = "Interrupted";

    /// <summary>The error of a cell that ran too long.</summary>
    public const string TimedOut = "TimedOut";

    /// <summary>The error of a cell in which the notebook's process ended.</summary>
    public const string ProcessEnded = "ProcessEnded";

    /// <summary>Jupyter's tag of a cell that throws on purpose.</summary>
    public const string MayRaise = "raises-exception";

    /// <summary>Whether a cell ended in an error that is not there on purpose: one that may throw may still not be cut off.</summary>
    public static bool HasFailed(NotebookCell cell) =>
        cell.Outputs.OfType<ErrorOutput>().Any(error => !cell.Tags.Contains(MayRaise) || error.Name is Interrupted or TimedOut or ProcessEnded);
}
