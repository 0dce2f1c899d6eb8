// People, whom they name as friends, and what they did in each wave.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>A tie: somebody names somebody as a friend.</summary>
/// <param name="Ego">Who names, the place in <see cref="NetworkPanel.People"/>.</param>
/// <param name="Alter">Who is named.</param>
public readonly record struct NetworkTie(int Ego, int Alter);

/// <summary>A person of a panel.</summary>
/// <param name="Name">The name.</param>
/// <param name="Community">Where the person lives, works or learns: what its people share in a wave is a shared shock. Empty where unknown: then all are of one.</param>
public readonly record struct NetworkPerson(string Name, string Community);

/// <summary>People in a network, observed in several waves: the same outcome of each person in each wave. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial record NetworkPanel
{
    private readonly ValueSequence<NetworkPerson> _people;
    private readonly ValueSequence<NetworkTie> _ties;
    private readonly ValueSequence<double> _values;
    private readonly ValueSequence<string> _waves;

    /// <summary>Makes a panel.</summary>
    /// <param name="people">The people, each name once; at least 2.</param>
    /// <param name="ties">Who names whom: nobody themselves, and each pair once in each direction.</param>
    /// <param name="waves">Names of the waves, in their order; at least 2.</param>
    /// <param name="values">The outcome: [people, waves], a person's waves side by side. NaN where a person was not observed.</param>
    /// <exception cref="ArgumentException">Lengths that do not fit, names twice, ties of nobody, infinite values.</exception>
    public NetworkPanel(ImmutableArray<NetworkPerson> people, ImmutableArray<NetworkTie> ties, ImmutableArray<string> waves, ImmutableArray<double> values)
    {
        Require(people.Length >= 2 && waves.Length >= 2, $"A panel has {people.Length} people and {waves.Length} waves, expected at least 2 of both.");
        Require(values.Length == people.Length * waves.Length, $"A panel of {people.Length} people and {waves.Length} waves has {values.Length} values, expected {people.Length * waves.Length}.");
        string? twice = people.GroupBy(person => person.Name).FirstOrDefault(group => group.Count() > 1)?.Key ?? waves.GroupBy(wave => wave).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, $"{twice} occurs twice, expected each person and each wave once.");
        foreach (NetworkTie tie in ties)
        {
            Require(tie.Ego >= 0 && tie.Ego < people.Length && tie.Alter >= 0 && tie.Alter < people.Length && tie.Ego != tie.Alter,
                $"The tie {tie.Ego} to {tie.Alter} is not between two of {people.Length} people, counted from 0.");
        }

        Require(ties.Distinct().Count() == ties.Length, "A tie occurs twice, expected each ego to name each alter once.");
        (int Index, double Item)[] infinite = [.. values.Index().Where(value => double.IsInfinity(value.Item)).Take(1)];
        Require(infinite.Length == 0, $"Value {infinite.FirstOrDefault().Index} is infinite, expected a number, or NaN where somebody was not observed.");
        _people = new(people);
        _ties = new(ties);
        _waves = new(waves);
        _values = new(values);
    }

    /// <summary>The people.</summary>
    public ImmutableArray<NetworkPerson> People => _people.Items;

    /// <summary>Who names whom.</summary>
    public ImmutableArray<NetworkTie> Ties => _ties.Items;

    /// <summary>Names of the waves, in their order.</summary>
    public ImmutableArray<string> Waves => _waves.Items;

    /// <summary>What was observed, as in "smiles".</summary>
    public string Outcome { get; init; } = "outcome";

    /// <summary>How the data were simulated; null for data that were observed.</summary>
    public string? Simulated { get; init; }

    /// <summary>Whether all outcomes are 0 or 1.</summary>
    public bool IsBinary => _values.Items.All(value => value is 0 or 1 || double.IsNaN(value));

    /// <summary>The outcome of a person in a wave; NaN where not observed.</summary>
    /// <param name="person">The person, from 0.</param>
    /// <param name="wave">The wave, from 0.</param>
    public double this[int person, int wave] => person >= 0 && person < People.Length && wave >= 0 && wave < Waves.Length
        ? _values.Items[(person * Waves.Length) + wave]
        : throw new ArgumentOutOfRangeException(nameof(person), $"There is no person {person} in wave {wave}: there are {People.Length} people and {Waves.Length} waves, counted from 0.");

    /// <summary>Reads a panel of two CSV files: people by waves, with the columns person, wave and value (and community, outcome and simulated), and ties, with the columns ego and
    /// alter.</summary>
    /// <remarks>Waves stand in the order in which they first occur. Empty, NA, n/a and NaN are outcomes that were not observed.</remarks>
    /// <param name="people">The file of people and waves; UTF-8, commas between fields, points in numbers.</param>
    /// <param name="ties">The file of ties.</param>
    /// <exception cref="TableException">A file is missing, no CSV or lacks a column; a cell cannot be read; a tie of nobody. The message names the file and the line.</exception>
    public static NetworkPanel LoadCsv(string people, string ties) => PanelCsv.Read(people, ties);

    /// <summary>Writes what <see cref="LoadCsv"/> reads.</summary>
    /// <param name="people">The file of people and waves.</param>
    /// <param name="ties">The file of ties.</param>
    /// <exception cref="TableException">A file cannot be written; then neither is.</exception>
    public void SaveCsv(string people, string ties) => PanelCsv.Write(this, people, ties);

    /// <summary>As in <c>240 people in 12 communities, 960 ties, 8 waves: smiles; simulated ...</c>.</summary>
    public override string ToString()
    {
        int communities = People.Select(person => person.Community).Distinct().Count();
        return Invariant($"{People.Length:#,0} people in {communities} communit{(communities == 1 ? "y" : "ies")}, {Ties.Length:#,0} ties, {Waves.Length} waves: {Outcome}{(Simulated is null ? "" : $"; {Simulated}")}");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
