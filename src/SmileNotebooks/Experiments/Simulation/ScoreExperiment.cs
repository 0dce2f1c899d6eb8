// A simulated experiment whose measure is one number a trial: a rating, a score in a memory test.
using System.Collections.Immutable;
using static SmileNotebooks.Parameter;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The mean of one cell of a <see cref="ScoreExperiment"/>.</summary>
/// <param name="Condition">The condition, which everyone in the group goes through.</param>
/// <param name="Mean">The mean score.</param>
/// <param name="Group">The group of participants; empty where there is one.</param>
public sealed record ScoreCell(string Condition, double Mean, string Group = "");

/// <summary>A simulated experiment whose measure is one normal number a trial, with conditions within participants and, where there are any, groups between them. Immutable.</summary>
/// <remarks>A score is the mean of its cell + participant + participant x condition + trial, all normal. Scores are not rounded and have no ends, as those of rating scales have: near the
/// end of a scale real effects are smaller. Means and deviations are assumed, and everything it makes says so.</remarks>
public sealed partial record ScoreExperiment
{
    /// <summary>What is measured, which stands where other tables have the muscle, as in "rating".</summary>
    public required string What { get; init; }

    /// <summary>The measure with its unit.</summary>
    public required string Measure { get; init; }

    /// <summary>The cells; all groups have the same conditions.</summary>
    public required ImmutableArray<ScoreCell> Cells { get; init; }

    /// <summary>How many people take part in all; dealt to groups in turn. By default 80.</summary>
    public int Participants { get; init; } = 80;

    /// <summary>Trials of each condition; 1 by default.</summary>
    public int TrialsPerCondition { get; init; } = 1;

    /// <summary>Standard deviation between participants; 0 by default.</summary>
    public double SubjectDeviation { get; init; }

    /// <summary>Standard deviation between conditions within a participant; 0 by default.</summary>
    public double SubjectConditionDeviation { get; init; }

    /// <summary>Standard deviation between trials; 1 by default.</summary>
    public double TrialDeviation { get; init; } = 1;

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data, as in "simulated from assumed parameters, seed 1".</summary>
    public string Phrase => Invariant($"simulated from assumed parameters, seed {Seed}");

    /// <summary>Conditions, in the order of cells.</summary>
    public ImmutableArray<string> Conditions => [.. Cells.Select(cell => cell.Condition).Distinct()];

    /// <summary>Groups, in the order of cells; one without a name where there are none.</summary>
    public ImmutableArray<string> Groups => [.. Cells.Select(cell => cell.Group).Distinct()];

    /// <summary>The tidy table: one row a trial, as a user's own.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public TrialTable Trials()
    {
        Check();
        return new TrialTable
        {
            Trials = [.. Enumerable.Range(0, Participants).SelectMany(TrialsOf)],
            Measure = Measure,
            Conditions = Conditions,
            Simulated = Phrase,
        };
    }

    /// <summary>As in <c>80 participants in Free, Blocked; 8 trials of True, False each; genuineness, 1 to 7; simulated from assumed parameters, seed 1</c>.</summary>
    public override string ToString() => Invariant(
        $"{Participants} participants{(Groups.Length > 1 ? $" in {string.Join(", ", Groups)}" : "")}; {Plural.Of(TrialsPerCondition, "trial")} of {string.Join(", ", Conditions)} each; {Measure}; {Phrase}");

    // Each participant has random numbers of their own, so that more of them change nothing in the first ones.
    private IEnumerable<Trial> TrialsOf(int participant)
    {
        RandomStream random = new(Seed, (ulong)participant);
        string group = Groups[participant % Groups.Length];
        double subject = SubjectDeviation * random.NextGaussian();
        Trial[] trials = new Trial[Conditions.Length * TrialsPerCondition];
        foreach ((int place, string condition) in Conditions.Index())
        {
            double own = Cells.Single(cell => cell.Condition == condition && cell.Group == group).Mean + subject + (SubjectConditionDeviation * random.NextGaussian());
            for (int trial = 0; trial < TrialsPerCondition; trial++)
            {
                int position = (trial * Conditions.Length) + place;
                trials[position] = new Trial(MimicryExperiment.NameOf(participant), condition, What, trial + 1, position + 1, own + (TrialDeviation * random.NextGaussian())) { Group = group };
            }
        }

        return trials;
    }

    private void Check()
    {
        Require(!Cells.IsDefaultOrEmpty && Cells.DistinctBy(cell => (cell.Condition, cell.Group)).Count() == Groups.Length * Conditions.Length && Cells.Length == Groups.Length * Conditions.Length
            && !Cells.Any(cell => string.IsNullOrWhiteSpace(cell.Condition) || !double.IsFinite(cell.Mean)),
            nameof(Cells), Cells.IsDefault ? "nothing" : string.Join("; ", Cells), "each condition of each group once, with a finite mean");
        Require(Participants >= 1 && Participants <= 100_000, nameof(Participants), Participants, "1 to 100,000");
        Require(TrialsPerCondition is >= 1 and <= 10_000, nameof(TrialsPerCondition), TrialsPerCondition, "1 to 10,000");
        foreach ((string name, double deviation) in new[]
        {
            (nameof(SubjectDeviation), SubjectDeviation), (nameof(SubjectConditionDeviation), SubjectConditionDeviation), (nameof(TrialDeviation), TrialDeviation),
        })
        {
            Require(deviation is >= 0 and <= 1e9, name, deviation, "0 to 1e9");
        }
    }
}
