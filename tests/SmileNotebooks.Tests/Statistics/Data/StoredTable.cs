// Reads the tables that oracles are stored in: comma-separated, one heading row, no quoted commas.
namespace SmileNotebooks.Tests.Statistics.Data;

/// <summary>A stored table of text cells.</summary>
internal sealed class StoredTable
{
    private readonly string[] _headings;

    private StoredTable(string[] headings, string[][] rows)
    {
        _headings = headings;
        Rows = rows;
    }

    public string[][] Rows { get; }

    public static StoredTable Read(string topic, string file) => ReadPath(Repository.PathOf("tests", "oracles", "statistics", topic, file));

    public static StoredTable ReadPath(string path)
    {
        string[][] lines = [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())];
        return new StoredTable(lines[0], lines[1..]);
    }

    public string[] Text(string column) => [.. Rows.Select(row => row[Place(column)])];

    public double[] Numbers(string column) => [.. Text(column).Select(Number)];

    public string Cell(string[] row, string column) => row[Place(column)];

    public double Value(string[] row, string column) => Number(Cell(row, column));

    /// <summary>The table as columns: numeric where every cell is a number or NA.</summary>
    public DataColumns ToDataColumns()
    {
        DataColumns columns = DataColumns.Empty;
        foreach (string heading in _headings)
        {
            string[] cells = Text(heading);
            columns = cells.All(cell => cell == "NA" || double.TryParse(cell, out _))
                ? columns.With(heading, cells.Select(Number).ToArray())
                : columns.With(heading, cells.Select(cell => cell == "NA" ? null : cell));
        }

        return columns;
    }

    private static double Number(string cell) => cell switch { "NA" or "NaN" => double.NaN, "Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.Parse(cell) };

    private int Place(string column) => Array.IndexOf(_headings, column) is >= 0 and int place ? place : throw new ArgumentException($"no column {column}");
}
