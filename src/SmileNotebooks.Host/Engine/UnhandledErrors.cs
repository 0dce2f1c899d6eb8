// An error that nothing catches, in a thread or an `async void` that a cell left running, would end the process, and with it all
// variables of the notebook. With this, only the thread ends.
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace SmileNotebooks.Host;

internal static class UnhandledErrors
{
    private static int s_installed;
    private static volatile TextWriter? s_log;

    /// <summary>
    /// From here on such an error is told to its cell while that runs, and to a log. Does nothing where the process has a handler of its own.
    /// </summary>
    /// <param name="log">
    /// Takes the errors, of whatever code they are: a kernel has to go on. Default: only the code of cells is kept from ending the
    /// process, and the console's standard error takes them.
    /// </param>
    public static void Install(TextWriter? log = null)
    {
        s_log = log ?? s_log;
        if (Interlocked.Exchange(ref s_installed, 1) != 0)
        {
            return;
        }

        try
        {
            // The process has one handler, once.
            ExceptionHandling.SetUnhandledExceptionHandler(IsHandled);
        }
        catch (InvalidOperationException)
        {
            // Whoever set one before decides.
        }
    }

    private static bool IsHandled(Exception error)
    {
        // An interrupt has reached a thread of the cell: it is told of already.
        if (error is CellStoppedException)
        {
            return true;
        }

        if (s_log is null && !IsOfCell(error))
        {
            return false;
        }

        string text = string.Join('\n', ExceptionReport.Lines(error));
        CellContext.Current?.Write("stderr", $"In the background: {text}\n");

        // The process's own console, not that of the cell.
        CellContext.Current = null;
        TextWriter log = s_log ?? Console.Error;
        lock (log)
        {
            log.WriteLine($"An error in the background of a cell: {text}");
        }

        return true;
    }

    private static bool IsOfCell(Exception error) => new StackTrace(error).GetFrames().Any(frame =>
        frame.GetMethod()?.Module.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is NotebookLoadContext);
}

/// <summary>Thrown in the code of a cell that is to stop.</summary>
internal sealed class CellStoppedException() : OperationCanceledException("The cell was interrupted.");
