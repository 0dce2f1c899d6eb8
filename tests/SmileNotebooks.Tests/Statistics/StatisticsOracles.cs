// Reads the tables of reference values under tests/oracles/statistics.
using System.Globalization;

namespace SmileNotebooks.Tests.Statistics;

/// <summary>A comma-separated table with headings. No field of an oracle holds a comma or a quotation mark that matters.</summary>
internal sealed class OracleTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[][] _rows;

    private OracleTable(string[] lines)
    {
        string[][] cells = [.. lines.Where(line => line.Length > 0).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())];
        _columns = cells[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        _rows = cells[1..];
    }

    public int RowCount => _rows.Length;

    /// <summary>Reads <c>tests/oracles/statistics/(parts)</c>.</summary>
    public static OracleTable Read(params string[] parts) =>
        new(File.ReadAllLines(Repository.PathOf(["tests", "oracles", "statistics", .. parts])));

    public string Text(int row, string column) => _rows[row][_columns[column]];

    /// <summary>A number; R's and Python's spellings of infinity and of missing values included.</summary>
    public double Number(int row, string column) => Parse(Text(row, column));

    public double[] Numbers(string column) => [.. Enumerable.Range(0, RowCount).Select(row => Number(row, column))];

    public string[] Texts(string column) => [.. Enumerable.Range(0, RowCount).Select(row => Text(row, column))];

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
