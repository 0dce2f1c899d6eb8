// One row of a table whose columns have names.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
internal sealed class CsvCells(CsvTable table, CsvRow row)
{
    private static readonly string[] s_noValue = ["", "NA", "n/a", "NaN"];

    /// <summary>The line that the row begins on, from 1.</summary>
    public int Line => row.Line;

    /// <summary>A cell; empty where there is no such column.</summary>
    public string this[string column] => table.Text(row, column);

    /// <exception cref="Exception">That of the room: the cell is empty.</exception>
    public string Filled(string column) => this[column] is { Length: > 0 } text ? text : throw Error($"no {column}", "one in each row");

    /// <summary>A finite number; null for an empty cell, NA, n/a and NaN.</summary>
    /// <exception cref="Exception">That of the room: something else.</exception>
    public double? Number(string column)
    {
        string text = this[column];
        return s_noValue.Contains(text) ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
            : throw Error($"the {column} \"{text}\"", "a number with a point for decimals");
    }

    /// <summary>A cell of a column that says the same in all rows.</summary>
    /// <param name="before">What it said in rows above; null in the first one.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="Exception">That of the room: it says something else.</exception>
    public string Same(string? before, string column) =>
        before is null || before == this[column] ? this[column] : throw Error($"the {column} \"{this[column]}\"", $"\"{before}\", as in the rows above");

    /// <summary>The error of this row.</summary>
    public Exception Error(string found, string expected) => table.Error(row, found, expected);
}
