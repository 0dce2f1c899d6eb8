using System.Globalization;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>How long each cell took, as a table.</summary>
internal static class TimingTable
{
    private const int LineLength = 72;

    public static string Of(RunResult result)
    {
        IEnumerable<string> rows = result.Document.Cells
            .Where(cell => cell.Kind == CellKind.Code && cell.ExecutionCount is not null)
            .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.ExecutionCount,6} {cell.Duration?.TotalSeconds ?? 0,9:0.000}  {Short(cell.FirstLine())}"));
        return string.Join('\n', rows.Prepend("  cell   seconds  first line"));
    }

    private static string Short(string line) => line.Length > LineLength ? line[..LineLength] + "…" : line;
}
