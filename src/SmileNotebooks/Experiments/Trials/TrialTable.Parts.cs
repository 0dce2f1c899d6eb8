// Tables put together and taken apart.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>Tables of several muscles, or of parts of a study, as one.</summary>
    /// <param name="tables">At least one; all of the same measure.</param>
    /// <exception cref="ArgumentException">No table, different measures, or a trial that is in two of them.</exception>
    public static TrialTable Join(params IEnumerable<TrialTable> tables)
    {
        TrialTable[] all = [.. tables];
        if (all.Select(table => table.Measure).Distinct().ToArray() is not [string measure])
        {
            throw new ArgumentException(
                all.Length == 0 ? "There is no table to join." : $"Tables of one measure can be joined; these are of {string.Join(" and ", all.Select(table => $"\"{table.Measure}\"").Distinct())}.", nameof(tables));
        }

        ImmutableArray<Trial> trials = [.. all.SelectMany(table => table.Trials)];
        if (trials.GroupBy(KeyOf).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key.Muscle}, {twice.Key.Condition} {twice.Key.Number} of {twice.Key.Participant} is in the tables {twice.Count()} times, expected once.", nameof(tables));
        }

        return new TrialTable
        {
            Trials = trials,
            Measure = measure,
            Conditions = [.. all.SelectMany(table => table.Conditions).Distinct()],
            Exclusions = [.. all.SelectMany(table => table.Exclusions).Distinct()],
            Simulated = Origins.Join(all.Select(table => table.Simulated)),
        };
    }

    /// <summary>The rows, and what was left out, of one muscle.</summary>
    /// <exception cref="ArgumentException">There is no row of it; the message names the muscles that there are.</exception>
    public TrialTable Muscle(string muscle) => Muscles.Contains(muscle)
        ? this with
        {
            Trials = [.. Trials.Where(trial => trial.Muscle == muscle)],
            Exclusions = [.. Exclusions.Where(exclusion => exclusion.Muscle == muscle || exclusion.Muscle.Length == 0)],
        }
        : throw new ArgumentException($"There is no trial of {muscle}; muscles are {string.Join(", ", Muscles)}.", nameof(muscle));

    /// <summary>The same rows with conditions in another order: the first is the reference of models.</summary>
    /// <param name="conditions">All conditions, separated by blanks, as in <c>"Neutral Happy Angry"</c>.</param>
    /// <exception cref="ArgumentException">Not the table's conditions, each once.</exception>
    public TrialTable Ordered(string conditions) => Ordered(EpochCutter.LabelsOf(conditions));

    /// <inheritdoc cref="Ordered(string)"/>
    /// <param name="conditions">All conditions, which may hold blanks.</param>
    public TrialTable Ordered(IReadOnlyList<string> conditions) => conditions.Order().SequenceEqual(Conditions.Order())
        ? this with { Conditions = [.. conditions] }
        : throw new ArgumentException($"Conditions are {string.Join(", ", Conditions)}, and the order asked for is {string.Join(", ", conditions)}; expected each once.", nameof(conditions));

    /// <summary>Leaves out trials for a reason of the analyst's own.</summary>
    /// <param name="which">Those to leave out.</param>
    /// <param name="reason">Why, in words.</param>
    /// <exception cref="ArgumentException">No reason.</exception>
    public TrialTable Exclude(Func<Trial, bool> which, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return this with
        {
            Trials = [.. Trials.Where(trial => !which(trial))],
            Exclusions = Exclusions.AddRange(Trials.Where(which).Select(trial =>
                new Exclusion(trial.Participant, trial.Condition, trial.Number, reason) { Muscle = trial.Muscle })),
        };
    }

    private static (string Participant, string Condition, string Muscle, int Number) KeyOf(Trial trial) => (trial.Participant, trial.Condition, trial.Muscle, trial.Number);
}
