// What a text format cannot hold of a notebook.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

internal static class NotebookLosses
{
    /// <summary>What is left out, each in one sentence; empty if nothing is.</summary>
    public static ImmutableArray<string> In(NotebookDocument document, NotebookFormat format) => format == NotebookFormat.Ipynb ? [] :
    [
        .. Counted(document, cell => !cell.Outputs.IsEmpty || cell.ExecutionCount is not null, "outputs and execution counts"),
        .. Counted(document, cell => cell.Attachments is { Count: > 0 }, "attached pictures"),
        .. Counted(document, cell => !cell.Id.StartsWith("cell-", StringComparison.Ordinal), "ids (they are numbered anew)"),
        .. Counted(document, cell => cell.Source.EndsWith('\n') || (format == NotebookFormat.Dib && cell.Source.StartsWith('\n')), "blank lines at the ends"),
        .. format == NotebookFormat.Dib ? DibLosses(document) : [],
    ];

    private static IEnumerable<string> DibLosses(NotebookDocument document) =>
    [
        .. Counted(document, cell => cell.Metadata.Any(entry => !CellLanguage.IsPlace(entry.Key)), "tags and other cell metadata"),
        .. Counted(document, cell => cell.Source.Trim('\n').Length == 0, "cells themselves, which are empty"),
        .. Counted(document, BeginsOtherCells, "borders: they hold `#!language` lines, at which readers of .dib begin a new cell"),
    ];

    private static bool BeginsOtherCells(NotebookCell cell) =>
        cell.Kind == CellKind.Code && cell.Source.Split('\n').Any(line => DibFormat.LanguageOf(line) is not null);

    private static IEnumerable<string> Counted(NotebookDocument document, Func<NotebookCell, bool> has, string what)
    {
        int[] cells = [.. document.Cells.Select((cell, at) => (cell, at)).Where(pair => has(pair.cell)).Select(pair => pair.at + 1)];
        if (cells.Length > 0)
        {
            const int MostNamed = 5;
            string named = string.Join(", ", cells.Take(MostNamed)) + (cells.Length > MostNamed ? $" and {cells.Length - MostNamed} more" : "");
            yield return $"{what} of {(cells.Length == 1 ? "cell" : "cells")} {named}";
        }
    }
}
