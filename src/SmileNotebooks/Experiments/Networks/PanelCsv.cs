// Panels as two CSV files.
using System.Text;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Reads and writes panels.</summary>
internal static class PanelCsv
{
    private static readonly string[] PeopleColumns = ["person", "community", "wave", "value", "outcome", "simulated"];

    public static NetworkPanel Read(string peoplePath, string tiesPath)
    {
        OrderedDictionary<string, string> communities = [];
        OrderedDictionary<string, int> waves = [];
        Dictionary<(string Person, string Wave), double> values = [];
        string? outcome = null, simulated = null;
        foreach (CsvCells row in CsvTable.Open(peoplePath, "a table of people and waves", TableException.Of, "person", "wave", "value").Rows())
        {
            string person = row.Filled("person"), wave = row.Filled("wave"), community = row["community"];
            outcome = row.Same(outcome, "outcome");
            simulated = row.Same(simulated, "simulated");
            communities.TryAdd(person, community);
            waves.TryAdd(wave, waves.Count);
            if (communities[person] != community)
            {
                throw row.Error($"the community \"{community}\" of {person}", $"\"{communities[person]}\", as in the rows above");
            }

            if (!values.TryAdd((person, wave), row.Number("value") ?? double.NaN))
            {
                throw row.Error($"{person} in wave {wave} again", "each person once in each wave");
            }
        }

        Dictionary<string, int> places = communities.Keys.Index().ToDictionary(one => one.Item, one => one.Index);
        HashSet<NetworkTie> ties = [];
        foreach (CsvCells row in CsvTable.Open(tiesPath, "a table of ties", TableException.Of, "ego", "alter").Rows())
        {
            int Place(string column) => places.TryGetValue(row.Filled(column), out int place) ? place : throw row.Error($"the {column} {row[column]}", $"somebody of {peoplePath}");
            NetworkTie tie = new(Place("ego"), Place("alter"));
            if (tie.Ego == tie.Alter || !ties.Add(tie))
            {
                throw row.Error($"the tie of {row["ego"]} to {row["alter"]}{(tie.Ego == tie.Alter ? "" : " again")}", "ties between two people, each once in each direction");
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
}
