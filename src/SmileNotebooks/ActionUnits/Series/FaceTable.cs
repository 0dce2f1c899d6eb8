// A table of face measures as text: finds columns by name, and says where something is wrong.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The header and the rows of a table. Names of columns are trimmed (OpenFace writes a blank before each) and distinguish capitals (OpenFace has x_0 and X_0).</summary>
internal sealed class FaceTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private FaceTable(string path, CsvRow header, IReadOnlyList<CsvRow> rows)
    {
        Path = path;
        Rows = rows;
        for (int i = 0; i < header.Fields.Length; i++)
        {
            // A data frame's index has no name, and is of no use here.
            string name = header.Fields[i].Trim();
            if (name.Length > 0 && !_columns.TryAdd(name, i))
            {
                throw new TableException(path, $"line {header.Line}, field {i + 1}", $"a second column '{name}'", "a name for each column");
            }
        }
    }

    public string Path { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>In the order of the file.</summary>
    public IEnumerable<string> Columns => _columns.OrderBy(column => column.Value).Select(column => column.Key);

    /// <exception cref="TableException">It cannot be read, is empty, has no commas between fields, or a row has more or fewer fields than the header.</exception>
    public static FaceTable Open(string path)
    {
        CsvRow? header = null;
        List<CsvRow> rows = [];
        foreach (CsvRow row in CsvReader.Open(path, "a table of face measures", TableException.Of).Rows())
        {
            if (header is null)
            {
                CsvSeparators.RefuseOthers(path, row, TableException.Of);
                header = row;
            }
            else if (row.Fields.Length != header.Fields.Length)
            {
                throw new TableException(path, $"line {row.Line}", Plural.Of(row.Fields.Length, "field"), $"{header.Fields.Length}, as in the header");
            }
            else
            {
                rows.Add(row);
            }
        }

        return header is null ? throw new TableException(path, null, "an empty file", "a table of face measures") : new FaceTable(path, header, rows);
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    public string Text(CsvRow row, string column) => RawText(row, column).Trim();

    public string RawText(CsvRow row, string column) => row.Fields[_columns[column]];

    /// <returns>NaN for an empty field and for what programs write for NaN.</returns>
    public double Number(CsvRow row, string column)
    {
        string text = Text(row, column);
        string word = text.TrimStart('-', '+');
        if (text.Length == 0 || word.Equals("nan", StringComparison.OrdinalIgnoreCase) || word.StartsWith("nan(", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Problem(row, column, $"'{text}'", "a number with a decimal point");
    }

    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="least">The least that it may be.</param>
    public int Whole(CsvRow row, string column, int least)
    {
        double value = Number(row, column);
        return value >= least && value <= int.MaxValue - 1 && value == Math.Floor(value)
            ? (int)value
            : throw Problem(row, column, $"'{Text(row, column)}'", $"a whole number from {least} on");
    }

    public TableException Problem(CsvRow row, string column, string found, string expected) =>
        new(Path, $"line {row.Line}, column {column}", found, expected);
}
