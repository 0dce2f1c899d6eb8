// Panels of people in a network: two frames, as they are two files.
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>The two frames of a panel.</summary>
/// <param name="People">A row a person and wave: person, community, wave (words), value (number; null where not observed), outcome, simulated (words).</param>
/// <param name="Ties">A row a tie: ego, alter (words).</param>
public sealed record NetworkPanelFrames(DataFrame People, DataFrame Ties)
{
    private const string What = "people and waves";

    /// <summary>The panel that the frames are. Waves and people stand in the order in which they first occur.</summary>
    /// <exception cref="TableException">A column or a cell is missing or of another kind, a person is there twice in a wave or not at all, or a tie is of nobody. The message names column, row (from 0), found and expected.</exception>
    public NetworkPanel ToNetworkPanel()
    {
        FrameReader reader = new(People, What);
        reader.Require("person", "wave", "value");
        OrderedDictionary<string, string> people = new(StringComparer.Ordinal);
        OrderedDictionary<string, int> waves = new(StringComparer.Ordinal);
        Dictionary<(string Person, string Wave), double> values = [];
        for (int row = 0; row < reader.Rows; row++)
        {
            (string person, string wave, string community) = (reader.RequiredText(row, "person"), reader.RequiredText(row, "wave"), reader.Text(row, "community") ?? "");
            waves.TryAdd(wave, waves.Count);
            if (!people.TryAdd(person, community) && people[person] != community)
            {
                throw reader.Problem(row, "community", $"\"{community}\" of {person}", $"\"{people[person]}\", as in the rows above");
            }

            if (!values.TryAdd((person, wave), reader.Measured(row, "value")))
            {
                throw reader.Problem(row, "wave", $"{person} in wave {wave} again", "each person once in each wave");
            }
        }

        foreach ((string person, string wave) in people.Keys.SelectMany(person => waves.Keys.Select(wave => (person, wave))).Where(pair => !values.ContainsKey(pair)).Take(1))
        {
            throw reader.Problem("column wave", $"no row of {person} in wave {wave}", "each person in each wave, with no value where not observed");
        }

        try
        {
            return new([.. people.Select(one => new NetworkPerson(one.Key, one.Value))], [.. TiesOf(people)], [.. waves.Keys], [.. people.Keys.SelectMany(person => waves.Keys.Select(wave => values[(person, wave)]))])
            {
                Outcome = (reader.Rows == 0 ? null : reader.Same("outcome", row => reader.Text(row, "outcome"))) ?? "outcome",
                Simulated = reader.Rows == 0 ? null : reader.Same("simulated", row => reader.Text(row, "simulated")),
            };
        }
        catch (ArgumentException problem)
        {
            throw new TableException($"a data frame of {What}", null, $"{people.Count} people in {waves.Count} waves that make no panel ({problem.Message})", "at least 2 of both, and each tie once", problem);
        }
    }

    internal static NetworkPanelFrames Of(NetworkPanel panel)
    {
        (int Person, int Wave)[] rows = [.. Enumerable.Range(0, panel.People.Length).SelectMany(person => Enumerable.Range(0, panel.Waves.Length).Select(wave => (person, wave)))];
        DataFrame people = new FrameWriter(What)
            .Add("person", rows.Select(row => (string?)panel.People[row.Person].Name)).Add("community", rows.Select(row => (string?)panel.People[row.Person].Community))
            .Add("wave", rows.Select(row => (string?)panel.Waves[row.Wave])).AddMeasured("value", rows.Select(row => panel[row.Person, row.Wave]))
            .Add("outcome", rows.Select(_ => (string?)panel.Outcome)).Add("simulated", rows.Select(_ => panel.Simulated))
            .Frame;
        DataFrame ties = new FrameWriter("ties").Add("ego", panel.Ties.Select(tie => (string?)panel.People[tie.Ego].Name)).Add("alter", panel.Ties.Select(tie => (string?)panel.People[tie.Alter].Name)).Frame;
        return new(people, ties);
    }

    private IEnumerable<NetworkTie> TiesOf(OrderedDictionary<string, string> people)
    {
        FrameReader reader = new(Ties, "ties");
        reader.Require("ego", "alter");
        return Enumerable.Range(0, reader.Rows).Select(row => new NetworkTie(PlaceOf(row, "ego"), PlaceOf(row, "alter")));

        int PlaceOf(int row, string column) => people.IndexOf(reader.RequiredText(row, column)) is >= 0 and int place ? place : throw reader.Problem(row, column, $"\"{reader.Text(row, column)}\"", "somebody of the frame of people");
    }
}

/// <summary>Panels as data frames.</summary>
public static class NetworkFrames
{
    /// <summary>The two frames of a panel; <see cref="NetworkPanelFrames.ToNetworkPanel"/> goes back.</summary>
    /// <param name="panel">The panel.</param>
    public static NetworkPanelFrames ToDataFrames(this NetworkPanel panel) => NetworkPanelFrames.Of(panel ?? throw new ArgumentNullException(nameof(panel)));
}
