// A result laid out as a table of formatted cells, for consoles, notebooks and reports.
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks;

/// <summary>A table of formatted cells. Equal by value.</summary>
/// <param name="Title">What the table is of, in one line.</param>
/// <param name="Columns">Headings, one a column; the first names the rows.</param>
/// <param name="Rows">Cells, as many in each row as there are headings.</param>
public sealed record ResultTable(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    private readonly ImmutableArray<ImmutableArray<string>> _rows = Checked(Columns, Rows);

    /// <summary>Cells, as many in each row as there are headings.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows
    {
        get => _rows;
        init => _rows = Checked(Columns, value);
    }

    /// <summary>What a reader must know beside the cells (method, corrections, what was left out); null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The table in monospaced text: the first column to the left, the others to the right.</summary>
    public string ToText()
    {
        int[] widths = [.. Columns.Select((heading, column) => Rows.Select(row => row[column].Length).Append(heading.Length).Max())];
        StringBuilder text = new();
        text.Append(Title).Append('\n');
        AppendRow(text, Columns, widths);
        text.Append(string.Join("  ", widths.Select(width => new string('-', width)))).Append('\n');
        foreach (ImmutableArray<string> row in Rows)
        {
            AppendRow(text, row, widths);
        }

        if (Note is not null)
        {
            text.Append("Note. ").Append(Note).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same as <see cref="ToText"/>.</summary>
    public override string ToString() => ToText();

    /// <summary>Equal titles, notes and cells.</summary>
    public bool Equals(ResultTable? other) =>
        other is not null && Title == other.Title && Note == other.Note && Columns.SequenceEqual(other.Columns)
        && Rows.Length == other.Rows.Length && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Note, Columns.Length, Rows.Length);

    private static ImmutableArray<ImmutableArray<string>> Checked(
        ImmutableArray<string> columns, ImmutableArray<ImmutableArray<string>> rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row].Length != columns.Length)
            {
                throw new ArgumentException(
                    $"Row {row} of a table has {rows[row].Length} cells, expected one for each of {columns.Length} headings.", nameof(rows));
            }
        }

        return rows;
    }

    private static void AppendRow(StringBuilder text, ImmutableArray<string> cells, int[] widths)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            text.Append(column == 0 ? cells[0].PadRight(widths[0]) : "  " + cells[column].PadLeft(widths[column]));
        }

        while (text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }
}
