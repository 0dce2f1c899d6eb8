// A table of laboratories: lab, country, n, and mean and standard deviation of two groups.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

internal static class LabReader
{
    private static readonly string[] s_columns = ["lab", "country", "n", "mean_first", "sd_first", "mean_second", "sd_second"];

    public static ImmutableArray<LabComparison> Read(string path)
    {
        CsvRow[] rows = [.. CsvReader.Open(path, "a table of laboratories", TableException.Of).Rows()];
        if (rows.Length == 0 || !rows[0].Fields.SequenceEqual(s_columns))
        {
            throw new TableException(path, "line 1", rows.Length == 0 ? "an empty file" : string.Join(",", rows[0].Fields), string.Join(",", s_columns));
        }

        ImmutableArray<LabComparison> labs = [.. rows.Skip(1).Select(row => Lab(path, row))];
        return labs.GroupBy(lab => lab.Lab).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new TableException(path, null, $"the laboratory {twice.Key} twice", "each laboratory once")
            : labs;
    }

    private static LabComparison Lab(string path, CsvRow row)
    {
        if (row.Fields.Length != s_columns.Length)
        {
            throw new TableException(path, $"line {row.Line}", $"{row.Fields.Length} fields", $"{s_columns.Length}, as many as the header has");
        }

        double Number(int column, double least) =>
            double.TryParse(row.Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number > least
                ? number
                : throw new TableException(path, $"line {row.Line}, column {s_columns[column]}", $"\"{row.Fields[column]}\"", least == 0 ? "a number above 0" : "a number");
        int n = int.TryParse(row.Fields[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out int people) && people > 3
            ? people
            : throw new TableException(path, $"line {row.Line}, column n", $"\"{row.Fields[2]}\"", "a whole number above 3");
        return new LabComparison(row.Fields[0], row.Fields[1], n, (Number(3, double.NegativeInfinity), Number(4, 0)), (Number(5, double.NegativeInfinity), Number(6, 0)));
    }
}
