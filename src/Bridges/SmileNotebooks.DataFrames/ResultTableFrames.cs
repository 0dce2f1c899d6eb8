// Tables of formatted cells: what statistics show. All their columns are words, for a cell may read "< .001".
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Tables of results as data frames, and back.</summary>
public static class ResultTableFrames
{
    private const string What = "a result";
    private const string Title = "table";
    private const string Note = "note";

    /// <summary>A row a row, a column of words a column. The table's title and note stand in the columns table and note.</summary>
    /// <remarks>Headings that occur twice, are empty, or are called table or note get a number behind them, as in <c>df (2)</c>; going back takes it off again where it was put on. A table without
    /// rows gets one of which only table and note are filled.</remarks>
    /// <param name="table">The table, such as that of a result's <c>ToTable()</c>.</param>
    public static DataFrame ToDataFrame(this ResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        FrameWriter writer = new(What);
        int rows = Math.Max(table.Rows.Length, 1);
        writer.Add(Title, Enumerable.Repeat<string?>(table.Title, rows)).Add(Note, Enumerable.Repeat(table.Note, rows));
        string[] names = NamesOf(table.Columns);
        for (int column = 0; column < names.Length; column++)
        {
            writer.Add(names[column], table.Rows.Select(row => (string?)row[column]).DefaultIfEmpty());
        }

        return writer.Frame;
    }

    /// <summary>The table that a frame is.</summary>
    /// <param name="frame">One of <see cref="ToDataFrame"/>, perhaps with columns or rows less, all others of words. Words that are missing become empty cells.</param>
    /// <exception cref="TableException">No column table, a column that is not of words, or rows that disagree on title or note. The message names column, row (from 0), found and expected.</exception>
    public static ResultTable ToResultTable(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        reader.Require(Title);
        if (reader.Rows == 0)
        {
            throw reader.Problem(null, "no row", "at least one: the title stands in it");
        }

        string[] names = [.. reader.Columns.Select(column => column.Name).Where(name => name is not (Title or Note))];
        int rows = reader.Rows == 1 && reader.IsEmpty(0, names) ? 0 : reader.Rows;
        return new(
            reader.Same(Title, row => reader.RequiredText(row, Title)),
            [.. names.Select(name => HeadingOf(name))],
            [.. Enumerable.Range(0, rows).Select(row => names.Select(name => reader.Text(row, name) ?? "").ToImmutableArray())])
        {
            Note = reader.Same(Note, row => reader.Text(row, Note)),
        };
    }

    private static string[] NamesOf(ImmutableArray<string> headings)
    {
        HashSet<string> taken = [Title, Note, ""];
        string[] names = new string[headings.Length];
        foreach ((int at, string heading) in headings.Index())
        {
            // A heading that itself reads as if a number had been put on gets one more, so that taking one off gives it back.
            bool looksNumbered = Bare(heading) is not null;
            int number = looksNumbered ? 1 : 2;
            names[at] = heading;
            while ((looksNumbered && names[at] == heading) || !taken.Add(names[at]))
            {
                names[at] = $"{heading} ({number++})";
            }
        }

        return names;
    }

    private static string HeadingOf(string name) => Bare(name) ?? name;

    // "df (2)" -> "df"; null where there is no number behind.
    private static string? Bare(string name) =>
        name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is >= 0 and int at && name[(at + 2)..^1] is { Length: > 0 } digits && digits.All(char.IsAsciiDigit)
            ? name[..at]
            : null;
}
