// Places in a cell's text.
namespace SmileNotebooks.Host;

internal static class CellText
{
    /// <summary>The end of the line that holds a place, before its line break.</summary>
    public static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and int end ? end : text.Length;

    /// <summary>The line that holds a place, from 1.</summary>
    public static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');

    /// <summary>The text with spaces for a part of it, so that all lines and columns stay.</summary>
    public static string Blanked(string text, int start, int end) => string.Concat(text.AsSpan(0, start), new string(' ', end - start), text.AsSpan(end));
}
