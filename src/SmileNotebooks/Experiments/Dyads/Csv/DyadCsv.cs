// Rows of a CSV file as dyads.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Reads and writes the dyads of one file.</summary>
internal sealed class DyadCsv(string path, DyadOptions options)
{
    private static readonly string[] NoValue = ["", "NA", "n/a", "NaN"];
    private static readonly string[] Known = ["dyad", "person", "time", "value", "measure", "simulated"];

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, OrderedDictionary<string, Growing>> _dyads = [];
    private readonly Dictionary<string, int> _lines = [];
    private readonly Dictionary<string, string?> _simulated = [];
    private string[] _people = [];
    private string? _measure;
    private CsvRow _row = new(1, []);

    public static string Text(DyadSet dyads)
    {
        StringBuilder text = new();
        CsvWriter.AppendRow(text, Known);
        foreach (Dyad dyad in dyads)
        {
            foreach ((string person, ImmutableArray<double> values) in new[] { (dyad.FirstPerson, dyad.First), (dyad.SecondPerson, dyad.Second) })
            {
                for (int sample = 0; sample < values.Length; sample++)
                {
                    double time = dyad.Start + (sample / dyad.SamplingRate);
                    CsvWriter.AppendRow(text, dyad.Name, person, Invariant($"{time:R}"), double.IsNaN(values[sample]) ? "" : Invariant($"{values[sample]:R}"), dyad.Measure, dyad.Simulated ?? "");
                }
            }
        }

        return text.ToString();
    }

    public DyadSet Read()
    {
        options.Check();
        foreach (CsvRow row in CsvReader.Open(path, "a table of dyads", TableException.Of).Rows())
        {
            _row = row;
            if (_columns.Count == 0)
            {
                ReadHeader();
                continue;
            }

            if (row.Fields.Length != _columns.Count)
            {
                throw Error($"{row.Fields.Length} fields", $"{_columns.Count}, as many as the header has");
            }

            ReadRow();
        }

        if (_columns.Count == 0)
        {
            throw new TableException(path, "line 1", "an empty file", "a header with the columns dyad, person, time, value, or dyad, time and a column for each of two people");
        }

        return _dyads.Count == 0 ? throw new TableException(path, null, "a header and no rows", "rows of dyads") : new DyadSet(_dyads.Select(DyadOf));
    }

    private void ReadHeader()
    {
        foreach ((int index, string name) in _row.Fields.Index())
        {
            if (!_columns.TryAdd(name.Trim(), index))
            {
                throw Error($"the column {name} twice", "each column once");
            }
        }

        bool isLong = _columns.ContainsKey("person") && _columns.ContainsKey("value");
        _people = isLong ? [] : [.. _row.Fields.Select(name => name.Trim()).Where(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase))];
        if (!_columns.ContainsKey("time") || (!isLong && (_people.Length != 2 || _columns.ContainsKey("person") || _columns.ContainsKey("value") || _people.Any(name => name.Length == 0))))
        {
            throw Error($"the columns {string.Join(", ", _row.Fields)}", "dyad, person, time, value, or dyad, time and a column for each of two people, with commas between them");
        }
    }

    private void ReadRow()
    {
        _measure = Same(_measure, "measure");
        string dyad = _columns.ContainsKey("dyad") ? Filled("dyad") : Path.GetFileNameWithoutExtension(path);
        if (!_dyads.TryGetValue(dyad, out OrderedDictionary<string, Growing>? people))
        {
            people = [];
            _dyads.Add(dyad, people);
        }

        _lines.TryAdd(dyad, _row.Line);
        _simulated[dyad] = Same(_simulated.GetValueOrDefault(dyad), "simulated");
        double time = Number(Text("time")) ?? throw Error("no time", "seconds in each row");
        if (_people.Length == 0)
        {
            Add(dyad, people, Filled("person"), time, Number(Text("value")));
            return;
        }

        foreach (string person in _people)
        {
            Add(dyad, people, person, time, Number(Text(person)));
        }
    }

    private void Add(string dyad, OrderedDictionary<string, Growing> people, string person, double time, double? value)
    {
        if (!people.TryGetValue(person, out Growing? series))
        {
            if (people.Count == 2)
            {
                throw Error($"a third person, {person}, in dyad {dyad} of {string.Join(" and ", people.Keys)}", "two people in each dyad");
            }

            series = new();
            people.Add(person, series);
        }

        if (series.Times.Count > 0 && time <= series.Times[^1])
        {
            throw Error(Invariant($"the time {time} of {person} in dyad {dyad} after {series.Times[^1]}"), "times that ascend for each person");
        }

        series.Times.Add(time);
        series.Values.Add(value ?? double.NaN);
    }

    private Dyad DyadOf(KeyValuePair<string, OrderedDictionary<string, Growing>> one)
    {
        try
        {
            PersonSeries[] people = [.. one.Value.Select(person => new PersonSeries(person.Key, [.. person.Value.Times], [.. person.Value.Values]))];
            return people.Length == 2
                ? Dyad.Of(one.Key, people[0], people[1], options with { Measure = options.Measure ?? (string.IsNullOrEmpty(_measure) ? null : _measure) }) with { Simulated = string.IsNullOrEmpty(_simulated[one.Key]) ? null : _simulated[one.Key] }
                : throw new ArgumentException($"Dyad {one.Key} has only {people[0].Person}, expected two people in each dyad.");
        }
        catch (ArgumentException problem)
        {
            string[] parts = problem.Message.TrimEnd('.').Split(", expected ", 2);
            throw new TableException(path, $"from line {_lines[one.Key]}", parts[0], parts.Length > 1 ? parts[1] : "another table", problem);
        }
    }

    private string? Same(string? before, string column)
    {
        string now = Text(column);
        return before is null || before == now ? now : throw Error($"the {column} \"{now}\"", $"\"{before}\", as in the rows above");
    }

    private string Text(string column) => _columns.TryGetValue(column, out int index) ? _row.Fields[index].Trim() : "";

    private string Filled(string column) => Text(column) is { Length: > 0 } text ? text : throw Error($"no {column}", "one in each row");

    /// <summary>A number; null where there is none.</summary>
    private double? Number(string text) => NoValue.Contains(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : throw Error($"\"{text}\"", "a number with a point for decimals");

    private TableException Error(string found, string expected) => new(path, $"line {_row.Line}", found, expected);

    private sealed class Growing
    {
        public List<double> Times { get; } = [];

        public List<double> Values { get; } = [];
    }
}
