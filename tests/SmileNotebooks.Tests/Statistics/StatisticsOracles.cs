// Reads the tables of reference values under tests/oracles/statistics.
using System.Globalization;

namespace SmileNotebooks.Tests.Statistics;

/// <summary>A comma-separated table with headings. No field of an oracle holds a comma or a quotation mark that matters.</summary>
internal sealed class OracleTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[][] _rows;

    private OracleTable(IEnumerable<string> lines)
    {
        string[][] cells = [.. lines.Where(line => line.Length > 0).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())];
        Headings = cells[0];
        _columns = cells[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        _rows = cells[1..];
    }

    public string[] Headings { get; }

    public int RowCount => _rows.Length;

    /// <summary>The rows by their places.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(0, RowCount);

    /// <summary>Reads <c>tests/oracles/statistics/(parts)</c>.</summary>
    public static OracleTable Read(params string[] parts) =>
        ReadPath(Repository.PathOf(["tests", "oracles", "statistics", .. parts]));

    public static OracleTable ReadPath(string path) => new(File.ReadLines(path));

    public string Text(int row, string column) => _rows[row][_columns[column]];

    /// <summary>A number; R's and Python's spellings of infinity and of missing values included.</summary>
    public double Number(int row, string column) => Parse(Text(row, column));

    public double[] Numbers(string column) => [.. Rows.Select(row => Number(row, column))];

    public string[] Texts(string column) => [.. Rows.Select(row => Text(row, column))];

    /// <summary>The table as columns: numeric where every cell is a number or missing, and a factor else or where named.</summary>
    public DataColumns ToDataColumns(params string[] factors)
    {
        DataColumns columns = DataColumns.Empty;
        foreach (string heading in Headings)
        {
            columns = Texts(heading).All(IsNumber)
                ? columns.With(heading, Numbers(heading))
                : columns.With(heading, Texts(heading).Select(cell => cell == "NA" ? null : cell));
        }

        return factors.Aggregate(columns, (table, name) => table.With(name, table.Factor(name)));
    }

    private static bool IsNumber(string text) => text == "NA" || double.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static double Parse(string text) => text switch
    {
        "Inf" or "inf" => double.PositiveInfinity,
        "-Inf" or "-inf" => double.NegativeInfinity,
        "NA" or "NaN" or "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}

/// <summary>Comparisons that say by how much they fail.</summary>
internal static class Close
{
    /// <summary>Asserts |actual - expected| of at most the share of |expected| (or equality, infinities and NaN included).</summary>
    public static void Relative(double expected, double actual, double share, string what = "")
    {
        if (expected.Equals(actual) || Math.Abs(actual - expected) <= share * Math.Abs(expected))
        {
            return;
        }

        Assert.Fail($"{what}: expected {expected:R}, found {actual:R}, relative difference {Math.Abs(actual - expected) / Math.Abs(expected):g3}.");
    }
}
