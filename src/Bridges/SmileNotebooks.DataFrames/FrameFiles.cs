// CSV files as data frames with the types that stand in them: Data.Analysis takes all numbers for single precision, and 09 for 9.
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Reads CSV files as data frames.</summary>
public static class FrameFiles
{
    private static readonly string[] s_noValue = ["", "NA", "n/a", "NaN"];

    /// <summary>Reads a CSV file with its types kept, by this library's reader.</summary>
    /// <remarks>A column is of whole numbers (Int32, else Int64, else UInt64), of numbers (Double), of true and false (Boolean), else of words. Numbers with leading zeros, as 09, are words: they name
    /// somebody. Empty cells, NA, n/a and NaN are null, in columns of words empty ones alone. A column without any value is of words.</remarks>
    /// <param name="path">The file: UTF-8, commas between fields, points in numbers.</param>
    /// <param name="words">Columns that are of words whatever stands in them.</param>
    /// <exception cref="TableException">It cannot be read, or has no column of a name in <paramref name="words"/>. The message names the line.</exception>
    public static DataFrame LoadCsv(string path, params IReadOnlyList<string> words)
    {
        CsvFile file = CsvFile.Load(path);
        if (words.FirstOrDefault(name => !file.Header.Contains(name)) is { } missing)
        {
            throw new TableException(path, "line 1", $"no column '{missing}' among {string.Join(", ", file.Header)}", "the columns that are to be words");
        }

        return new DataFrame(file.Header.Select((name, column) => ColumnOf(name, [.. file.Rows.Select(row => row[column])], words.Contains(name))));
    }

    private static DataFrameColumn ColumnOf(string name, string[] cells, bool areWords)
    {
        string[] filled = [.. cells.Where(cell => !s_noValue.Contains(cell))];
        return areWords || filled.Length == 0 || filled.Any(IsName) ? new StringDataFrameColumn(name, cells.Select(cell => cell.Length == 0 ? null : cell))
            : filled.All(cell => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? new Int32DataFrameColumn(name, Parsed<int>(cells, NumberStyles.AllowLeadingSign))
            : filled.All(cell => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? new Int64DataFrameColumn(name, Parsed<long>(cells, NumberStyles.AllowLeadingSign))
            : filled.All(cell => ulong.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? new UInt64DataFrameColumn(name, Parsed<ulong>(cells, NumberStyles.None))
            : filled.All(IsExact) ? new DoubleDataFrameColumn(name, Parsed<double>(cells, NumberStyles.Float))
            : filled.All(cell => bool.TryParse(cell, out _)) ? new BooleanDataFrameColumn(name, cells.Select(cell => s_noValue.Contains(cell) ? (bool?)null : bool.Parse(cell)))
            : new StringDataFrameColumn(name, cells.Select(cell => cell.Length == 0 ? null : cell));
    }

    // 09, +4 and " 4" would not be written again as they stand.
    private static bool IsName(string cell) => cell[0] == '+' || cell != cell.Trim() || (cell.TrimStart('-') is ['0', >= '0' and <= '9', ..] && cell.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '.'));

    // Whole numbers beyond those of every type above are identifiers, and lose their last digits as a double.
    private static bool IsExact(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
        && (Math.Abs(number) < 9007199254740992 || !cell.All(letter => char.IsAsciiDigit(letter) || letter == '-'));

    private static IEnumerable<T?> Parsed<T>(string[] cells, NumberStyles style)
        where T : struct, System.Numerics.INumber<T> => cells.Select(cell => s_noValue.Contains(cell) ? (T?)null : T.Parse(cell, style, CultureInfo.InvariantCulture));
}
