// Panels as two CSV files.
using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Reads and writes panels.</summary>
internal static class PanelCsv
{
    private static readonly string[] NoValue = ["", "NA", "n/a", "NaN"];
    private static readonly string[] PeopleColumns = ["person", "community", "wave", "value", "outcome", "simulated"];

    public static NetworkPanel Read(string peoplePath, string tiesPath)
    {
        OrderedDictionary<string, string> communities = [];
        OrderedDictionary<string, int> waves = [];
        Dictionary<(string Person, string Wave), double> values = [];
        string? outcome = null, simulated = null;
        foreach ((Func<string, string> cell, Func<string, string, TableException> error) in Rows(peoplePath, "a table of people and waves", "person", "wave", "value"))
        {
            string person = Filled(cell, error, "person"), wave = Filled(cell, error, "wave"), community = cell("community");
            outcome = Same(outcome, cell("outcome"), "outcome", error);
            simulated = Same(simulated, cell("simulated"), "simulated", error);
            communities.TryAdd(person, community);
            waves.TryAdd(wave, waves.Count);
            if (communities[person] != community)
            {
                throw error($"the community \"{community}\" of {person}", $"\"{communities[person]}\", as in the rows above");
            }

            if (!values.TryAdd((person, wave), NumberOf(cell("value"), error)))
            {
                throw error($"{person} in wave {wave} again", "each person once in each wave");
            }
        }

        Dictionary<string, int> places = communities.Keys.Index().ToDictionary(one => one.Item, one => one.Index);
        HashSet<NetworkTie> ties = [];
        foreach ((Func<string, string> cell, Func<string, string, TableException> error) in Rows(tiesPath, "a table of ties", "ego", "alter"))
        {
            int Place(string column) => places.TryGetValue(Filled(cell, error, column), out int place) ? place : throw error($"the {column} {cell(column)}", $"somebody of {peoplePath}");
            NetworkTie tie = new(Place("ego"), Place("alter"));
            if (tie.Ego == tie.Alter || !ties.Add(tie))
            {
                throw error($"the tie of {cell("ego")} to {cell("alter")}{(tie.Ego == tie.Alter ? "" : " again")}", "ties between two people, each once in each direction");
            }
        }

        try
        {
            return new(
                [.. communities.Select(one => new NetworkPerson(one.Key, one.Value))], [.. ties], [.. waves.Keys],
                [.. from person in communities.Keys from wave in waves.Keys select values.GetValueOrDefault((person, wave), double.NaN)])
            {
                Outcome = string.IsNullOrEmpty(outcome) ? "outcome" : outcome,
                Simulated = string.IsNullOrEmpty(simulated) ? null : simulated,
            };
        }
        catch (ArgumentException problem)
        {
            throw new TableException(peoplePath, null, $"{communities.Count} people in {waves.Count} waves", "at least 2 of both", problem);
        }
    }

    public static void Write(NetworkPanel panel, string peoplePath, string tiesPath)
    {
        StringBuilder people = new(), ties = new();
        CsvWriter.AppendRow(people, PeopleColumns);
        for (int person = 0; person < panel.People.Length; person++)
        {
            for (int wave = 0; wave < panel.Waves.Length; wave++)
            {
                double value = panel[person, wave];
                CsvWriter.AppendRow(people, panel.People[person].Name, panel.People[person].Community, panel.Waves[wave], double.IsNaN(value) ? "" : Invariant($"{value:R}"), panel.Outcome, panel.Simulated ?? "");
            }
        }

        CsvWriter.AppendRow(ties, "ego", "alter");
        foreach (NetworkTie tie in panel.Ties)
        {
            CsvWriter.AppendRow(ties, panel.People[tie.Ego].Name, panel.People[tie.Alter].Name);
        }

        using SavedFiles files = new(TableException.Of);
        files.Add(peoplePath, stream => stream.Write(Encoding.UTF8.GetBytes(people.ToString())));
        files.Add(tiesPath, stream => stream.Write(Encoding.UTF8.GetBytes(ties.ToString())));
        files.Commit();
    }

    /// <summary>Rows after the header, as what gives a cell by its column (empty without one) and what makes an error of the line.</summary>
    private static IEnumerable<(Func<string, string> Cell, Func<string, string, TableException> Error)> Rows(string path, string what, params string[] needed)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        foreach (CsvRow row in CsvReader.Open(path, what, TableException.Of).Rows())
        {
            TableException Error(string found, string expected) => new(path, $"line {row.Line}", found, expected);
            if (columns.Count > 0)
            {
                yield return row.Fields.Length == columns.Count
                    ? (column => columns.TryGetValue(column, out int index) ? row.Fields[index].Trim() : "", Error)
                    : throw Error($"{row.Fields.Length} fields", $"{columns.Count}, as many as the header has");
                continue;
            }

            foreach ((int index, string name) in row.Fields.Index())
            {
                if (!columns.TryAdd(name.Trim(), index))
                {
                    throw Error($"the column {name} twice", "each column once");
                }
            }

            if (!needed.All(columns.ContainsKey))
            {
                throw Error($"the columns {string.Join(", ", row.Fields)}", $"at least {string.Join(", ", needed)}, with commas between them");
            }
        }

        if (columns.Count == 0)
        {
            throw new TableException(path, "line 1", "an empty file", $"a header with the columns {string.Join(", ", needed)}");
        }
    }

    private static string Filled(Func<string, string> cell, Func<string, string, TableException> error, string column) =>
        cell(column) is { Length: > 0 } text ? text : throw error($"no {column}", "one in each row");

    private static string Same(string? before, string now, string column, Func<string, string, TableException> error) =>
        before is null || before == now ? now : throw error($"the {column} \"{now}\"", $"\"{before}\", as in the rows above");

    private static double NumberOf(string text, Func<string, string, TableException> error) => NoValue.Contains(text) ? double.NaN
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : throw error($"the value \"{text}\"", "a number with a point for decimals");
}
