// Tables whose columns have names, read row by row: what readers of such files have in common.
namespace SmileNotebooks;

/// <summary>A CSV file with a header. Upper and lower case of names of columns, and blanks about names and cells, do not count.</summary>
internal sealed class CsvTable
{
    private readonly string _path;
    private readonly CsvReader _reader;
    private readonly CsvRow _header;
    private readonly FileProblem _problem;
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    private CsvTable(string path, CsvReader reader, CsvRow header, FileProblem problem)
    {
        (_path, _reader, _header, _problem) = (path, reader, header, problem);
        foreach ((int place, string name) in header.Fields.Index())
        {
            if (!_places.TryAdd(name.Trim(), place))
            {
                throw Error(header, $"the column {name} twice", "each column once");
            }
        }
    }

    /// <summary>Names of the columns, in their order.</summary>
    public IEnumerable<string> Columns => _header.Fields.Select(name => name.Trim());

    /// <param name="path">The file.</param>
    /// <param name="what">What should be there, as "a table of ties".</param>
    /// <param name="columns">What its header should be, as "ego, alter".</param>
    /// <param name="problem">Makes the error of the room that reads.</param>
    /// <exception cref="Exception">That of the room: no such file, an empty one, other separators than commas, or a column twice.</exception>
    public static CsvTable Open(string path, string what, string columns, FileProblem problem)
    {
        CsvReader reader = CsvReader.Open(path, what, problem);
        CsvRow header = reader.Rows().FirstOrDefault() ?? throw problem(path, "line 1", "an empty file", $"a header with the columns {columns}", null);
        CsvSeparators.RefuseOthers(path, header, problem);
        return new CsvTable(path, reader, header, problem);
    }

    /// <summary>The same with columns that must be there; others may be.</summary>
    public static CsvTable Open(string path, string what, FileProblem problem, params string[] needed)
    {
        CsvTable table = Open(path, what, string.Join(", ", needed), problem);
        return needed.All(table.Has) ? table : throw table.HeaderError($"at least {string.Join(", ", needed)}");
    }

    public bool Has(string column) => _places.ContainsKey(column);

    /// <summary>The rows after the header, once.</summary>
    /// <exception cref="Exception">That of the room: a row with more or fewer fields than the header.</exception>
    public IEnumerable<CsvCells> Rows() => _reader.Rows().Select(row => row.Fields.Length == _places.Count
        ? new CsvCells(this, row)
        : throw Error(row, $"{row.Fields.Length} fields", $"{_places.Count}, as many as the header has"));

    /// <summary>The error of a header.</summary>
    public Exception HeaderError(string expected) => Error(_header, $"the columns {string.Join(", ", _header.Fields)}", $"{expected}, with commas between them");

    /// <summary>A cell without the blanks about it; empty where there is no such column.</summary>
    internal string Text(CsvRow row, string column) => _places.TryGetValue(column, out int place) ? row.Fields[place].Trim() : "";

    internal Exception Error(CsvRow row, string found, string expected) => _problem(_path, $"line {row.Line}", found, expected, null);
}
