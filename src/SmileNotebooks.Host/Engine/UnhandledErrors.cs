// Errors that nothing catches, in threads that cells have started: they would end the process, and with it the whole notebook.
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace SmileNotebooks.Host;

internal static class UnhandledErrors
{
    private static int s_installed;

    /// <summary>From now on such an error ends its thread only. Does nothing where the process has its own handler.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref s_installed, 1) != 0)
        {
            return;
        }

        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(IsOfCell);
        }
        catch (InvalidOperationException)
        {
            // Whoever set one before decides.
        }
    }

    // The cell has ended, or cannot be told any more at this point: the error goes to the process's own log.
    private static bool IsOfCell(Exception error)
    {
        if (error is CellStoppedException)
        {
            return true;
        }

        bool ofCell = new StackTrace(error).GetFrames().Any(frame =>
            frame.GetMethod()?.Module.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is NotebookLoadContext);
        if (ofCell)
        {
            Console.Error.WriteLine($"An error ended a thread of a cell: {string.Join('\n', ExceptionReport.Lines(error))}");
        }

        return ofCell;
    }
}

/// <summary>Thrown in the code of a cell that is to stop.</summary>
internal sealed class CellStoppedException() : OperationCanceledException("The cell was interrupted.");
