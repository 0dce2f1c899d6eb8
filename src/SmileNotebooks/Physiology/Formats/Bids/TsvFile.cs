// Small tables of BIDS: a header and rows of text.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A table of text.</summary>
/// <param name="Path">The file.</param>
/// <param name="Names">The names of the columns.</param>
/// <param name="Rows">The fields of each row, as many as columns, with the number of their line.</param>
internal sealed record TsvFile(string Path, ImmutableArray<string> Names, ImmutableArray<(long Line, ImmutableArray<string> Fields)> Rows)
{
    /// <summary>Reads a table whose columns are delimited by tabs.</summary>
    /// <exception cref="RecordingException">The file cannot be read, has no header, or a row with more or fewer columns than it.</exception>
    public static TsvFile Read(string path)
    {
        using TextLines lines = new(path);
        if (!lines.NextFilled())
        {
            throw new RecordingException(path, null, "no line", "a line that names the columns, delimited by tabs");
        }

        ImmutableArray<string> names = [.. TextFields.All(lines.Current, (byte)'\t')];
        ImmutableArray<(long Line, ImmutableArray<string> Fields)>.Builder rows = ImmutableArray.CreateBuilder<(long Line, ImmutableArray<string> Fields)>();
        while (lines.NextFilled())
        {
            ImmutableArray<string> fields = [.. TextFields.All(lines.Current, (byte)'\t')];
            if (fields.Length != names.Length)
            {
                throw new RecordingException(path, $"line {lines.Number}", $"{fields.Length} column{(fields.Length == 1 ? "" : "s")}", $"{names.Length}, delimited by tabs: {string.Join(", ", names.Take(20))}");
            }

            rows.Add((lines.Number, fields));
        }

        return new(path, names, rows.ToImmutable());
    }

    /// <summary>The field of a column; null where there is no such column, or no value (n/a or empty).</summary>
    public string? Field(int row, string column)
    {
        int index = Names.IndexOf(column);
        string field = index < 0 ? "" : Rows[row].Fields[index];
        return field.Length == 0 || field.Equals("n/a", StringComparison.OrdinalIgnoreCase) ? null : field;
    }

    /// <summary>The number in a column; null where there is no such column, or no value.</summary>
    /// <exception cref="RecordingException">The field is no finite number.</exception>
    public double? Number(int row, string column) => Field(row, column) is not { } field
        ? null
        : NumberText.TryParse(System.Text.Encoding.UTF8.GetBytes(field), (byte)'.', out double number) && double.IsFinite(number)
            ? number
            : throw new RecordingException(Path, $"line {Rows[row].Line}, column {Names.IndexOf(column) + 1} ({column})", TextTokens.Shown(field), "a number or n/a");
}
