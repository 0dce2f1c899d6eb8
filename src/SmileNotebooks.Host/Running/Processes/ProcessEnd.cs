// Says why a notebook's process is gone, as far as its exit code and last words tell.
using System.Globalization;

namespace SmileNotebooks.Host;

internal static class ProcessEnd
{
    public static ErrorOutput Describe(int exitCode, int cell, string? killedBecause, IReadOnlyList<string> lastWords)
    {
        string message = killedBecause
            ?? string.Create(CultureInfo.InvariantCulture, $"The notebook's process ended with exit code {exitCode}{Meaning(exitCode)} in cell {cell}.");
        return new ErrorOutput(CellErrors.ProcessEnded, message, [message, .. lastWords]);
    }

    // 128 and a signal's number on Unix, a status code on Windows.
    private static string Meaning(int exitCode) => exitCode switch
    {
        134 => " (abort: a stack overflow, Environment.FailFast or native code)",
        136 => " (arithmetic fault in native code)",
        137 => " (killed, perhaps because memory ran out)",
        139 or unchecked((int)0xC0000005) => " (segmentation fault in native code)",
        143 => " (terminated by another program)",
        unchecked((int)0xC00000FD) => " (stack overflow)",
        unchecked((int)0x80131623) => " (Environment.FailFast)",
        >= 0 and < 128 => " (Environment.Exit, or native code that exits)",
        _ => "",
    };
}
