// Rows of a CSV file as dyads.
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Reads and writes the dyads of one file.</summary>
internal sealed class DyadCsv(string path, DyadOptions options)
{
    private const string Header = "dyad, person, time, value, or dyad, time and a column for each of two people";

    private static readonly string[] Known = ["dyad", "person", "time", "value", "measure", "simulated"];

    private readonly OrderedDictionary<string, OrderedDictionary<string, Growing>> _dyads = [];
    private readonly Dictionary<string, int> _lines = [];
    private readonly Dictionary<string, string?> _simulated = [];
    private string? _measure;

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
        CsvTable table = CsvTable.Open(path, "a table of dyads", Header, TableException.Of);
        bool isLong = table.Has("person") && table.Has("value");
        string[] people = isLong ? [] : [.. table.Columns.Where(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase))];
        if (!table.Has("time") || (!isLong && (people.Length != 2 || table.Has("person") || table.Has("value") || people.Any(name => name.Length == 0))))
        {
            throw table.HeaderError(Header);
        }

        bool isOne = !table.Has("dyad");
        foreach (CsvCells row in table.Rows())
        {
            Read(row, isOne ? Path.GetFileNameWithoutExtension(path) : row.Filled("dyad"), people);
        }

        return _dyads.Count == 0 ? throw new TableException(path, null, "a header and no rows", "rows of dyads") : new DyadSet(_dyads.Select(DyadOf));
    }

    private void Read(CsvCells row, string dyad, string[] people)
    {
        _measure = row.Same(_measure, "measure");
        if (!_dyads.TryGetValue(dyad, out OrderedDictionary<string, Growing>? series))
        {
            series = [];
            _dyads.Add(dyad, series);
        }

        _lines.TryAdd(dyad, row.Line);
        _simulated[dyad] = row.Same(_simulated.GetValueOrDefault(dyad), "simulated");
        double time = row.Number("time") ?? throw row.Error("no time", "seconds in each row");
        if (people.Length == 0)
        {
            Add(row, dyad, series, row.Filled("person"), time, row.Number("value"));
            return;
        }

        foreach (string person in people)
        {
            Add(row, dyad, series, person, time, row.Number(person));
        }
    }

    private static void Add(CsvCells row, string dyad, OrderedDictionary<string, Growing> people, string person, double time, double? value)
    {
        if (!people.TryGetValue(person, out Growing? series))
        {
            if (people.Count == 2)
            {
                throw row.Error($"a third person, {person}, in dyad {dyad} of {string.Join(" and ", people.Keys)}", "two people in each dyad");
            }

            series = new();
            people.Add(person, series);
        }

        if (series.Times.Count > 0 && time <= series.Times[^1])
        {
            throw row.Error(Invariant($"the time {time} of {person} in dyad {dyad} after {series.Times[^1]}"), "times that ascend for each person");
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

    private sealed class Growing
    {
        public List<double> Times { get; } = [];

        public List<double> Values { get; } = [];
    }
}
