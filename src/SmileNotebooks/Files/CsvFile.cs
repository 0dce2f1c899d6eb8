// Any CSV file as text, for those who make tables of their own of it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A CSV file (UTF-8, RFC 4180, commas between fields) as text: a header and rows of as many fields. Immutable.</summary>
public sealed class CsvFile
{
    private CsvFile(string path, ImmutableArray<string> header, ImmutableArray<ImmutableArray<string>> rows, ImmutableArray<int> lines) =>
        (Path, Header, Rows, Lines) = (path, header, rows, lines);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Names of the columns as they stand, each once.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The rows after the header: as many fields as it has, unquoted and otherwise as they stand.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>The line that each row begins on, from 1.</summary>
    public ImmutableArray<int> Lines { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file. A byte-order mark is taken off; blank lines are passed over.</param>
    /// <exception cref="TableException">It is missing or empty, other separators than commas, a name twice, quotes that are wrong, or a row with more or fewer fields than the header. The message names the line.</exception>
    public static CsvFile Load(string path)
    {
        CsvRow? header = null;
        List<CsvRow> rows = [];
        foreach (CsvRow row in CsvReader.Open(path, "a table (CSV)", TableException.Of).Rows())
        {
            if (header is null)
            {
                CsvSeparators.RefuseOthers(path, row, TableException.Of);
                header = row;
            }
            else if (row.Fields.Length == header.Fields.Length)
            {
                rows.Add(row);
            }
            else
            {
                throw new TableException(path, $"line {row.Line}", Plural.Of(row.Fields.Length, "field"), $"{header.Fields.Length}, as in the header");
            }
        }

        if (header is null)
        {
            throw new TableException(path, "line 1", "an empty file", "a header with the names of the columns");
        }

        return header.Fields.CountBy(name => name).FirstOrDefault(name => name.Value > 1).Key is { } twice
            ? throw new TableException(path, $"line {header.Line}", $"the column '{twice}' twice", "each name once")
            : new(path, [.. header.Fields], [.. rows.Select(row => row.Fields.ToImmutableArray())], [.. rows.Select(row => row.Line)]);
    }

    /// <summary>As in <c>trials.csv: 252 rows of 12 columns</c>.</summary>
    public override string ToString() => $"{Path}: {Plural.Of(Rows.Length, "row")} of {Plural.Of(Header.Length, "column")}";
}
