// What tests and models take from a table: participants with all cells, columns, and what a result is about.
namespace SmileNotebooks;

public sealed partial record TrialTable
{
    private bool HasGroups => Trials.Select(trial => trial.Group).Distinct().Count() > 1;

    /// <summary>Whether each participant has trials of one condition only: then conditions are compared between participants.</summary>
    private bool IsBetween => Trials.Select(trial => trial.Condition).Distinct().Skip(1).Any()
        && Trials.GroupBy(trial => trial.Participant).All(own => own.All(trial => trial.Condition == own.First().Condition));

    /// <summary>Factors between participants. A group that the condition tells already, as where groups see one condition each, is no further factor.</summary>
    private string[] Between
    {
        get
        {
            bool addsGroup = HasGroups && !(IsBetween && Trials.GroupBy(trial => trial.Condition).All(own => own.All(trial => trial.Group == own.First().Group)));
            return [.. IsBetween ? ["condition"] : Array.Empty<string>(), .. addsGroup ? ["group"] : Array.Empty<string>()];
        }
    }

    /// <summary>Factors within participants. A single condition is none where there are groups to compare.</summary>
    private string[] Within => [.. IsBetween || (Conditions.Length == 1 && HasGroups) ? Array.Empty<string>() : ["condition"], .. Muscles.Length > 1 ? ["muscle"] : Array.Empty<string>()];

    private string AboutMuscle => Muscles is [string muscle] ? $"{muscle}, " : "";

    private string DefaultFormula
    {
        get
        {
            string[] within = Within, between = Between;
            string fixedPart = string.Join(" * ", IsBetween ? between.Concat(within) : within.Concat(between));
            return $"value ~ {fixedPart} + (1 | participant{(Muscles.Length > 1 ? "/muscle" : "")}{(within.Contains("condition") ? "/condition" : "")})";
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
    /// <param name="muscles">Muscles.</param>
    /// <param name="conditions">Conditions; null for all, or, between participants, for that of each.</param>
    private (List<(string Participant, double[] Values)> Rows, List<Exclusion> Incomplete) Complete(IReadOnlyList<string> muscles, IReadOnlyList<string>? conditions)
    {
        RequireConditions(conditions ?? []);
        Dictionary<string, string>? own = conditions is null && IsBetween ? Trials.DistinctBy(trial => trial.Participant).ToDictionary(trial => trial.Participant, trial => trial.Condition) : null;
        conditions ??= Conditions;
        Dictionary<(string, string, string), double> means = ParticipantMeans().ToDictionary(mean => (mean.Participant, mean.Muscle, mean.Condition), mean => mean.Value);
        List<(string, double[])> rows = [];
        List<Exclusion> incomplete = [];
        foreach (string participant in Participants)
        {
            (string Muscle, string Condition)[] cells = [.. muscles.SelectMany(muscle => (own is null ? conditions : [own[participant]]).Select(condition => (muscle, condition)))];
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

    private void RequireParticipants(int found, int needed, string what, string with = " with trials in each condition")
    {
        if (found < needed)
        {
            throw new ArgumentException(
                $"{what} needs at least {needed} participants{with}; found {found}{(IsBetween && with.Length > 0 ? ", because each participant has trials of one condition only: compare them between participants, as in Anova()" : "")}. There are {Trials.Length} trials of {Participants.Length} participants"
                + $"{(Exclusions.IsEmpty ? "" : $"; left out: {ExclusionReport.Sentence(Exclusions)}")}.");
        }
    }

    private StudyResult<T> Study<T>(T result, IEnumerable<Exclusion> incomplete, string aboutMuscle)
        where T : IStatisticalResult =>
        new(result, aboutMuscle + Measure, Simulated) { Exclusions = [.. Exclusions.Concat(incomplete).Distinct()] };
}
