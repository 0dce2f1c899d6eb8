// Cells of a data frame as the types of a table. Columns may come from anywhere: loaded, merged, computed. A cell that is not what it should be is an error that names it.
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Reads one frame.</summary>
/// <param name="frame">The frame.</param>
/// <param name="what">What errors call it, as "the trials".</param>
internal sealed class FrameReader(DataFrame frame, string what)
{
    // Beyond these a column of floating-point numbers has not every whole number, so that one may be another.
    private const double MostExactSingle = 16777216;
    private const double MostExactDouble = 9007199254740992;

    private readonly Dictionary<string, DataFrameColumn> _columns = frame.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    public int Rows { get; } = checked((int)frame.Rows.Count);

    public IEnumerable<DataFrameColumn> Columns => frame.Columns;

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <exception cref="TableException">One of them is not there; the message lists those that are.</exception>
    public void Require(params string[] columns)
    {
        if (columns.FirstOrDefault(column => !Has(column)) is { } missing)
        {
            throw new TableException(Name, $"column {missing}", $"no such column among {string.Join(", ", _columns.Keys)}", $"at least {string.Join(", ", columns)}");
        }
    }

    /// <summary>Whether a row says nothing in these columns.</summary>
    public bool IsEmpty(int row, params string[] columns) => columns.All(column => Cell(row, column) is null);

    /// <returns>Null where the cell is, or there is no such column.</returns>
    public string? Text(int row, string column) => Cell(row, column) switch
    {
        null => null,
        string text => text,
        object other when IsNumber(other) => throw Problem(row, column, $"the number {Said(other)}", "words: a name that looks like a number loses its leading zeros where it is loaded as one (FrameFiles.LoadCsv keeps them)"),
        object other => throw Problem(row, column, $"{Said(other)} ({other.GetType().Name})", "words"),
    };

    /// <exception cref="TableException">The cell is empty, or holds no words.</exception>
    public string RequiredText(int row, string column) => Text(row, column) ?? throw Problem(row, column, "nothing", "words");

    public bool? Flag(int row, string column) => Cell(row, column) switch
    {
        null => null,
        bool flag => flag,
        object other => throw Problem(row, column, $"{Said(other)} ({other.GetType().Name})", "true or false"),
    };

    public int? Whole(int row, string column) => (int?)Whole(row, column, typeof(int));

    /// <summary>A whole number of a type, from a column of any numbers that has it exactly.</summary>
    public object? Whole(int row, string column, Type type)
    {
        object? cell = Cell(row, column);
        decimal? whole = cell switch
        {
            null => null,
            float number when float.IsInteger(number) && Math.Abs(number) <= MostExactSingle => (decimal)number,
            double number when double.IsInteger(number) && Math.Abs(number) <= MostExactDouble => (decimal)number,
            decimal number when decimal.IsInteger(number) => number,
            byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(cell, CultureInfo.InvariantCulture),
            _ => throw Problem(row, column, Said(cell), "a whole number"),
        };
        try
        {
            return whole is { } value ? Convert.ChangeType(value, type, CultureInfo.InvariantCulture) : null;
        }
        catch (OverflowException)
        {
            throw Problem(row, column, Said(cell), $"a whole number of the type {type.Name}");
        }
    }

    public int RequiredWhole(int row, string column) => Whole(row, column) ?? throw Problem(row, column, "nothing", "a whole number");

    public double? Number(int row, string column) => Cell(row, column) switch
    {
        null => null,
        double number => number,
        float number => number,
        object other when IsNumber(other) => Exact(other, row, column),
        object other => throw Problem(row, column, other is string ? $"\"{other}\"" : $"{Said(other)} ({other.GetType().Name})", "a number"),
    };

    public double RequiredNumber(int row, string column) => Number(row, column) ?? throw Problem(row, column, "nothing", "a number");

    /// <summary>A number, NaN where it is missing.</summary>
    public double Measured(int row, string column) => Number(row, column) ?? double.NaN;

    /// <returns>The cell as it stands.</returns>
    public object? Any(int row, string column) => Cell(row, column);

    public T? Member<T>(int row, string column)
        where T : struct, Enum => Text(row, column) is not { } text ? null
        : Enum.TryParse(text, out T member) && Enum.IsDefined(member) && member.ToString() == text ? member
        : throw Problem(row, column, $"\"{text}\"", $"one of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>What all rows say of the table as a whole.</summary>
    /// <exception cref="TableException">Two rows say different things.</exception>
    public T Same<T>(string column, Func<int, T> read)
    {
        T first = read(0);
        for (int row = 1; row < Rows; row++)
        {
            if (read(row) is var other && !EqualityComparer<T>.Default.Equals(other, first))
            {
                throw Problem(row, column, $"{Said(other)}", $"{Said(first)}, as in row 0");
            }
        }

        return first;
    }

    public TableException Problem(int row, string column, string found, string expected) => new(Name, $"row {row}, column {column}", found, expected);

    public TableException Problem(string? place, string found, string expected) => new(Name, place, found, expected);

    private string Name => $"a data frame of {what}";

    private object? Cell(int row, string column) => _columns.TryGetValue(column, out DataFrameColumn? cells) ? cells[row] : null;

    private double Exact(object other, int row, string column)
    {
        double number = Convert.ToDouble(other, CultureInfo.InvariantCulture);
        return other is decimal || Math.Abs(number) < MostExactDouble || (decimal)number == Convert.ToDecimal(other, CultureInfo.InvariantCulture)
            ? number
            : throw Problem(row, column, Said(other), "a number that a double has");
    }

    private static bool IsNumber(object value) => value is byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static string Said(object? value) => value is null ? "nothing" : value is string text ? $"\"{text}\"" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
