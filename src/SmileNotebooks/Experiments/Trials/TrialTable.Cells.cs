// What tests and models take from a table: participants with all cells, columns, and what a result is about.
namespace SmileNotebooks;

public sealed partial record TrialTable
{
    private bool HasGroups => Trials.Select(trial => trial.Group).Distinct().Count() > 1;

    private string AboutMuscle => Muscles is [string muscle] ? $"{muscle}, " : "";

    private string DefaultFormula
    {
        get
        {
            string fixedPart = string.Join(" * ", new[] { "condition", Muscles.Length > 1 ? "muscle" : null, HasGroups ? "group" : null }.OfType<string>());
            return $"value ~ {fixedPart} + (1 | participant{(Muscles.Length > 1 ? "/muscle" : "")}/condition)";
        }
    }

    private DataColumns Columns(IEnumerable<Trial> trials)
    {
        Trial[] rows = [.. trials];
        return DataColumns.Empty
            .With("value", [.. rows.Select(trial => trial.Value)])
            .With("participant", rows.Select(trial => trial.Participant), Participants)
            .With("condition", rows.Select(trial => trial.Condition), Conditions)
            .With("muscle", rows.Select(trial => trial.Muscle), Muscles)
            .With("group", rows.Select(trial => trial.Group))
            .With("trial", [.. rows.Select(trial => (double)trial.Number)])
            .With("position", [.. rows.Select(trial => (double)trial.Position)]);
    }

    /// <summary>The means of participants who have all cells, muscles outside and conditions inside, and who has not.</summary>
    private (List<(string Participant, double[] Values)> Rows, List<Exclusion> Incomplete) Complete(IReadOnlyList<string> muscles, IReadOnlyList<string> conditions)
    {
        RequireConditions(conditions);
        Dictionary<(string, string, string), double> means = ParticipantMeans().ToDictionary(mean => (mean.Participant, mean.Muscle, mean.Condition), mean => mean.Value);
        List<(string, double[])> rows = [];
        List<Exclusion> incomplete = [];
        foreach (string participant in Participants)
        {
            (string Muscle, string Condition)[] cells = [.. muscles.SelectMany(muscle => conditions.Select(condition => (muscle, condition)))];
            (string Muscle, string Condition)[] missing = [.. cells.Where(cell => !means.ContainsKey((participant, cell.Muscle, cell.Condition)))];
            if (missing.Length == 0)
            {
                rows.Add((participant, [.. cells.Select(cell => means[(participant, cell.Muscle, cell.Condition)])]));
            }
            else
            {
                incomplete.Add(new Exclusion(participant, null, null, $"no trial is left of {string.Join(", ", missing.Select(cell => muscles.Count > 1 ? $"{cell.Muscle} {cell.Condition}" : cell.Condition))}")
                {
                    Kind = ExclusionKind.MissingCondition,
                    Muscle = muscles.Count > 1 ? "" : muscles[0],
                });
            }
        }

        return (rows, incomplete);
    }

    private void RequireConditions(IEnumerable<string> conditions)
    {
        string[] unknown = [.. conditions.Except(Conditions)];
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"There is no condition {string.Join(" or ", unknown)}; conditions are {string.Join(", ", Conditions)}.", nameof(conditions));
        }
    }

    private void RequireParticipants(int found, int needed, string what)
    {
        if (found < needed)
        {
            throw new ArgumentException(
                $"{what} needs at least {needed} participants with trials in each condition; found {found}. There are {Trials.Length} trials of {Participants.Length} participants"
                + $"{(Exclusions.IsEmpty ? "" : $"; left out: {ExclusionReport.Sentence(Exclusions)}")}.");
        }
    }

    private StudyResult<T> Study<T>(T result, IEnumerable<Exclusion> incomplete, string aboutMuscle)
        where T : IStatisticalResult =>
        new(result, aboutMuscle + Measure, Simulated) { Exclusions = [.. Exclusions.Concat(incomplete).Distinct()] };
}
