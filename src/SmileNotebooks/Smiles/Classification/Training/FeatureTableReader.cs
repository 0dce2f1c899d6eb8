// A CSV file as a feature table.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Reads one feature table.</summary>
internal sealed class FeatureTableReader(string path, FeatureTableOptions options)
{
    // Where at least half of the cells are numbers, the others are slips and not words.
    private const double NumericShare = 0.5;

    private static readonly string[] s_missing = ["", "NA", "NAN", "N/A", "NULL", "NONE", "."];

    private string[] _header = [];
    private CsvRow[] _rows = [];

    /// <param name="mayBeList">Whether a table without a feature is a list of clips, and not an error.</param>
    public FeatureTable Read(bool mayBeList = false)
    {
        _rows = [.. CsvReader.Open(path, "a table of features (CSV)", TableException.Of).Rows()];
        CheckShape();
        int? label = options.Label is null ? null : IndexOf(options.Label, "label");
        int? person = options.Person is null ? null : IndexOf(options.Person, "person");
        int? clip = options.Clip is null ? null : IndexOf(options.Clip, "clip");
        HashSet<int> context = [.. options.Context.Select(name => IndexOf(name, "context"))];
        HashSet<int> taken = [.. new[] { label, person, clip }.OfType<int>(), .. options.Ignored.Select(name => IndexOf(name, "ignored"))];
        CheckRoles(label, person, clip);
        int[] others = [.. Enumerable.Range(0, _header.Length).Where(column => !taken.Contains(column) && !context.Contains(column))];
        int? simulated = others.Cast<int?>().FirstOrDefault(column => _header[column!.Value] == FeatureTable.SimulatedColumn && !IsNumeric(column.Value));
        others = [.. others.Where(column => column != simulated)];
        int[] features = [.. others.Where(IsNumeric)];
        context.UnionWith(others.Except(features));
        if (features.Length == 0 && !mayBeList)
        {
            throw new TableException(path, null, $"no column of numbers beside label, person and clip in {string.Join(", ", _header)}", "at least one feature, or a list of clips with their column named (option Clip, --clip)");
        }

        if (features.Length == 0)
        {
            ListedClips.RefuseTwice(path, _rows, clip!.Value, [.. new[] { label, person }.OfType<int>()]);
        }

        double[][] values = [.. features.Select(Numbers)];
        (ImmutableArray<bool?> Labels, string Name)? labels = label is int column
            ? LabelWords.Read(path, _header[column], [.. _rows.Skip(1).Select(row => (row.Line, IsMissing(row.Fields[column]) ? "" : row.Fields[column]))], options.Positive)
            : null;
        return new FeatureTable
        {
            Features = [.. features.Select(feature => _header[feature])],
            Rows = [.. _rows.Skip(1).Select((row, at) => new FeatureRow([.. values.Select(numbers => numbers[at])])
            {
                Label = labels?.Labels[at],
                Person = person is int who ? Required(row, who, "the name of a person") : null,
                Clip = clip is int film ? Required(row, film, "the name of a clip") : null,
                Context = context.ToImmutableSortedDictionary(key => _header[key], key => row.Fields[key].Trim(), StringComparer.Ordinal),
            })],
            LabelName = labels?.Name,
            Source = path,
            Simulated = options.Simulated ?? (simulated is int told ? SimulatedOf(told) : null),
        };
    }

    private void CheckShape()
    {
        if (_rows.Length == 0)
        {
            throw new TableException(path, null, "an empty file", "a header and rows");
        }

        _header = [.. _rows[0].Fields.Select(name => name.Trim())];
        CsvSeparators.RefuseOthers(path, _rows[0], TableException.Of);

        for (int column = 0; column < _header.Length; column++)
        {
            int first = Array.IndexOf(_header, _header[column]);
            if (_header[column].Length == 0)
            {
                throw new TableException(path, $"line {_rows[0].Line}", $"no name for column {column + 1}", "a name for each column");
            }

            if (first < column)
            {
                throw new TableException(path, $"line {_rows[0].Line}", $"the column '{_header[column]}' twice (columns {first + 1} and {column + 1})", "each name once");
            }
        }

        if (_rows.Length == 1)
        {
            throw new TableException(path, null, "a header without rows", "at least one smile");
        }

        foreach (CsvRow row in _rows)
        {
            if (row.Fields.Length != _header.Length)
            {
                throw new TableException(path, $"line {row.Line}", Counted(row.Fields.Length), $"{_header.Length}, as in the header");
            }
        }
    }

    private void CheckRoles(int? label, int? person, int? clip)
    {
        if (label is not null && person is null && options.People == PersonPolicy.Required)
        {
            throw new TableException(
                path, null, $"no column named as the person among {string.Join(", ", _header)}",
                "one that says who smiled, so that nobody is on both sides of a test (option Person, --person); without any, say so (PersonPolicy.EachClipItsOwn, --no-person)");
        }

        foreach (IGrouping<int, (int? Column, string Role)> group in new[] { (label, "label"), (person, "person"), (clip, "clip") }
            .Where(role => role.Item1 is not null).Select(role => ((int?)role.Item1, role.Item2)).GroupBy(role => role.Item1!.Value).Where(group => group.Count() > 1))
        {
            throw new TableException(path, $"column {_header[group.Key]}", $"one column as {string.Join(" and ", group.Select(role => role.Role))}", "a column for each");
        }
    }

    private int IndexOf(string name, string role)
    {
        int at = Array.IndexOf(_header, name);
        return at >= 0 ? at : throw new TableException(path, $"line {_rows[0].Line}", $"no column '{name}' ({role})", ColumnNames.NotFound(name, _header));
    }

    private bool IsNumeric(int column)
    {
        int numbers = 0;
        int words = 0;
        foreach (CsvRow row in _rows.Skip(1).Where(row => !IsMissing(row.Fields[column])))
        {
            if (TryNumber(row.Fields[column], out _))
            {
                numbers++;
            }
            else
            {
                words++;
                RefuseDecimalComma(row, column);
            }
        }

        // A column of nothing but missing values is a feature that nobody could measure.
        return numbers + words == 0 || numbers >= NumericShare * (numbers + words);
    }

    private void RefuseDecimalComma(CsvRow row, int column)
    {
        string field = row.Fields[column].Trim();
        if (field.Count(letter => letter == ',') == 1 && TryNumber(field.Replace(',', '.'), out _))
        {
            throw new TableException(path, Place(row, column), $"'{field}'", "a number with a decimal point, not a comma");
        }
    }

    private double[] Numbers(int column) => [.. _rows.Skip(1).Select(row => Number(row, column))];

    private double Number(CsvRow row, int column)
    {
        string field = row.Fields[column];
        return IsMissing(field) ? double.NaN
            : TryNumber(field, out double number) ? number
            : throw new TableException(
                path, Place(row, column), $"'{field}' in a column of numbers", "a finite number, an empty cell or NA; a column of words is named as context (option Context, --context)");
    }

    private string Required(CsvRow row, int column, string expected) =>
        row.Fields[column].Trim() is { Length: > 0 } name ? name : throw new TableException(path, Place(row, column), "nothing", expected);

    private string? SimulatedOf(int column) => _rows.Skip(1).Select(row => row.Fields[column].Trim()).FirstOrDefault(word => word.Length > 0);

    private string Place(CsvRow row, int column) => $"line {row.Line}, column {_header[column]}";

    private static string Counted(int count) => count == 1 ? "1 field" : $"{count} fields";

    private static bool IsMissing(string field) => s_missing.Contains(field.Trim().ToUpperInvariant());

    private static bool TryNumber(string field, out double number) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
