// Rows of a CSV file as trials and exclusions.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Reads the table of one file.</summary>
internal sealed class TrialCsv(string path)
{
    public static readonly ImmutableArray<string> Columns =
        ["participant", "group", "condition", "condition_order", "muscle", "trial", "position", "value", "measure", "simulated", "exclusion", "exclusion_kind"];

    private static readonly string[] Needed = ["participant", "condition", "value"];
    private static readonly string[] NoValue = ["", "NA", "n/a", "NaN"];

    // R writes a column that was empty as NA. Elsewhere NA may be a name.
    private static readonly string[] MayBeMissing = ["group", "condition_order", "trial", "measure", "simulated", "exclusion", "exclusion_kind"];

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string, string, string), int> _trials = [];
    private readonly Dictionary<(string, string), int> _positions = [];
    private readonly Dictionary<string, double> _conditions = [];
    private readonly HashSet<(string, string, string, int)> _seen = [];
    private string? _measure;
    private string? _simulated;
    private CsvRow _row = new(1, []);

    public TrialTable Read() => Read(CsvReader.Open(path, "a table of trials", RecordingException.Of).Rows());

    /// <summary>Reads a table that is delimited by tabs; n/a is no value in every column.</summary>
    public TrialTable Read(TsvFile table) => Read(table.Rows
        .Select(row => new CsvRow((int)row.Line, [.. row.Fields.Select(field => field == TsvText.NoValue ? "" : field)]))
        .Prepend(new CsvRow(1, [.. table.Names])));

    private TrialTable Read(IEnumerable<CsvRow> rows)
    {
        List<Trial> trials = [];
        List<Exclusion> exclusions = [];
        foreach (CsvRow row in rows)
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

            ReadRow(trials, exclusions);
        }

        if (_columns.Count == 0)
        {
            throw new RecordingException(path, "line 1", "an empty file", $"a header with the columns {string.Join(", ", Needed)}");
        }

        return new TrialTable
        {
            Trials = [.. trials],
            Measure = _measure ?? "value",
            Conditions = [.. _conditions.OrderBy(condition => condition.Value).Select(condition => condition.Key)],
            Exclusions = [.. exclusions],
            Simulated = string.IsNullOrEmpty(_simulated) ? null : _simulated,
        };
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

        if (!Needed.All(_columns.ContainsKey))
        {
            throw Error($"the columns {string.Join(", ", _row.Fields)}", $"at least {string.Join(", ", Needed)}, with commas between them");
        }
    }

    private void ReadRow(List<Trial> trials, List<Exclusion> exclusions)
    {
        _measure = Same(_measure, "measure");
        _simulated = Same(_simulated, "simulated");
        string participant = Filled("participant"), condition = Text("condition"), muscle = Text("muscle"), reason = Text("exclusion");
        AddCondition(condition);
        if (reason.Length > 0 || NoValue.Contains(Text("value")))
        {
            int? number = Text("trial").Length > 0 ? Whole("trial") : _columns.ContainsKey("trial") ? null : Next(_trials, (participant, condition, muscle));
            exclusions.Add(new Exclusion(participant, condition.Length > 0 ? condition : null, number, reason.Length > 0 ? reason : "no value in the file") { Kind = Kind(), Muscle = muscle });
            return;
        }

        muscle = muscle.Length > 0 ? muscle : "EMG";
        condition = Filled("condition");
        int trial = _columns.ContainsKey("trial") ? Whole("trial") : Next(_trials, (participant, condition, muscle));
        int position = _columns.ContainsKey("position") ? Whole("position") : Next(_positions, (participant, muscle));
        if (!_seen.Add((participant, condition, muscle, trial)))
        {
            throw Error($"{muscle}, {condition} {trial} of {participant} again", "each trial once");
        }

        trials.Add(new Trial(participant, condition, muscle, trial, position, Number("value")) { Group = Text("group") });
    }

    private void AddCondition(string condition)
    {
        if (condition.Length > 0 && !_conditions.ContainsKey(condition))
        {
            _conditions.Add(condition, Text("condition_order").Length > 0 ? Number("condition_order") : _conditions.Count + 1);
        }
    }

    private string? Same(string? before, string column)
    {
        if (!_columns.ContainsKey(column))
        {
            return null;
        }

        string now = Text(column);
        return before is null || before == now ? now : throw Error($"the {column} \"{now}\"", $"\"{before}\", as in the rows above");
    }

    private ExclusionKind Kind() => Text("exclusion_kind") is { Length: > 0 } kind
        ? Enum.TryParse(kind, out ExclusionKind known) && Enum.IsDefined(known) ? known : throw Error($"the exclusion_kind {kind}", string.Join(", ", Enum.GetNames<ExclusionKind>()))
        : ExclusionKind.Other;

    private string Text(string column)
    {
        string text = _columns.TryGetValue(column, out int index) ? _row.Fields[index] : "";
        return text == "NA" && MayBeMissing.Contains(column) ? "" : text;
    }

    private string Filled(string column) => Text(column) is { Length: > 0 } text ? text : throw Error($"no {column}", "one in each row");

    private int Whole(string column) => int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number : throw Error($"the {column} \"{Text(column)}\"", "a whole number from 1");

    private double Number(string column) => double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
        ? number : throw Error($"the {column} \"{Text(column)}\"", "a number with a point for decimals");

    private static int Next<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private RecordingException Error(string found, string expected) => new(path, $"line {_row.Line}", found, expected);
}
