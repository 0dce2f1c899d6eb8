// An exception that nothing catches, in a thread or an `async void` that a cell left running, would end the process and with it all
// variables. In a kernel only the thread ends.
using System.Runtime.ExceptionServices;

namespace SmileNotebooks.Host;

internal static class BackgroundErrors
{
    private static int s_isSet;

    /// <summary>From here on such exceptions are told to the cell that they come from while it runs, and to the log.</summary>
    public static void KeepFromEndingTheProcess(TextWriter log)
    {
        // The process has one handler, once.
        if (Interlocked.Exchange(ref s_isSet, 1) == 0)
        {
            ExceptionHandling.SetUnhandledExceptionHandler(error =>
            {
                string text = string.Join('\n', ExceptionReport.Lines(error));
                CellContext.Current?.Write("stderr", $"In the background: {text}\n");
                log.WriteLine($"An exception in the background of a cell: {text}");
                return true;
            });
        }
    }
}
