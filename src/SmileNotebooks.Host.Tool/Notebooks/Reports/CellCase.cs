// A code cell as a test case of a report for CI servers.
using System.Globalization;

namespace SmileNotebooks.Host.Tool.Notebooks.Reports;

internal enum CellOutcome
{
    Passed,
    Failed,

    /// <summary>Not reached, because an earlier cell failed or the run was stopped.</summary>
    Skipped,
}

/// <summary>One code cell of a run.</summary>
/// <param name="Name">Headings above it, number and first line.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Duration">How long it ran; zero if it did not.</param>
/// <param name="Error">Its error, where it failed.</param>
/// <param name="Reason">Why it was not reached; empty otherwise.</param>
internal sealed record CellCase(string Name, CellOutcome Outcome, TimeSpan Duration, ErrorOutput? Error, string Reason)
{
    private const int LongestLine = 80;

    /// <summary>All code cells of a run notebook, in order.</summary>
    public static IEnumerable<CellCase> Of(RunResult result)
    {
        HeadingPath headings = new();
        int number = 0;
        for (int at = 0; at < result.Document.Cells.Length; at++)
        {
            NotebookCell cell = result.Document.Cells[at];
            if (cell.Kind == CellKind.Markdown)
            {
                headings.Read(cell.Source);
            }
            else if (cell.Kind == CellKind.Code)
            {
                yield return Of(result, cell, at, NameOf(headings.Path, ++number, cell));
            }
        }
    }

    private static CellCase Of(RunResult result, NotebookCell cell, int at, string name)
    {
        CellFailure? failure = result.Failures.FirstOrDefault(failed => failed.CellIndex == at);
        bool stoppedHere = result.Interrupted && cell.Outputs is [.., ErrorOutput { Name: CellErrors.Interrupted }];
        return failure is not null ? new CellCase(name, CellOutcome.Failed, cell.Duration ?? TimeSpan.Zero, failure.Error, "")
            : cell.ExecutionCount is null || stoppedHere ? new CellCase(name, CellOutcome.Skipped, TimeSpan.Zero, null, WhyNotReached(result))
            : new CellCase(name, CellOutcome.Passed, cell.Duration ?? TimeSpan.Zero, null, "");
    }

    private static string WhyNotReached(RunResult result) => result.Failures is [.., { } last] && !result.Interrupted
        ? string.Create(CultureInfo.InvariantCulture, $"not reached: cell {last.Number} failed")
        : "not reached: the run was stopped";

    private static string NameOf(string path, int number, NotebookCell cell)
    {
        string line = cell.FirstLine();
        string shown = line.Length > LongestLine ? line[..LongestLine] + "…" : line;
        return string.Create(CultureInfo.InvariantCulture, $"{path}cell {number}{(shown.Length == 0 ? "" : ": ")}{shown}");
    }
}
