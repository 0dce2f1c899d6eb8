// Groups of participants compared, in one condition and in a difference of two; and muscles compared in such a difference.
namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>The t test of two groups of participants, over participants' means in one condition.</summary>
    /// <param name="first">A group.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="condition">Which condition; may be left out where there is one, or where each participant has trials of one only.</param>
    /// <param name="muscle">Which muscle; may be left out where the table has one.</param>
    /// <param name="options">By default Welch's test, two-sided, with 95 % intervals.</param>
    /// <exception cref="ArgumentException">No such group, condition or muscle, several to choose from, or fewer than two participants in a group.</exception>
    public StudyResult<TTestResult> GroupT(string first, string second, string? condition = null, string? muscle = null, TTestOptions? options = null)
    {
        if (condition is null && Conditions.Length > 1 && !IsBetween)
        {
            throw new ArgumentException($"The table holds {string.Join(" and ", Conditions)}; say which, as in GroupT(\"{first}\", \"{second}\", \"{Conditions[0]}\"), or compare a difference by InteractionT.", nameof(condition));
        }

        return CompareGroups(first, second, condition is null ? null : [condition], muscle, options, condition);
    }

    /// <summary>The t test of two groups' differences of two conditions: the interaction of group and condition, as one number with its interval.</summary>
    /// <param name="firstGroup">A group.</param>
    /// <param name="secondGroup">Another: the difference is that of the first less that of the second.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: differences are first - second.</param>
    /// <param name="muscle">Which muscle; may be left out where the table has one.</param>
    /// <param name="options">By default Welch's test, two-sided, with 95 % intervals.</param>
    /// <exception cref="ArgumentException">As for <see cref="GroupT"/>.</exception>
    public StudyResult<TTestResult> InteractionT(string firstGroup, string secondGroup, string first, string second, string? muscle = null, TTestOptions? options = null) =>
        CompareGroups(firstGroup, secondGroup, [first, second], muscle, options, $"{first} - {second}");

    /// <summary>The paired t test of two muscles' differences of two conditions, within participants: whether a condition changes one muscle (or channel) more than another.</summary>
    /// <param name="firstMuscle">A muscle.</param>
    /// <param name="secondMuscle">Another: the difference is that of the first less that of the second.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: differences are first - second.</param>
    /// <param name="options">By default two-sided, with 95 % intervals.</param>
    /// <exception cref="ArgumentException">No such muscle or condition, or fewer than two participants with all four cells.</exception>
    public StudyResult<TTestResult> MuscleInteractionT(string firstMuscle, string secondMuscle, string first, string second, TTestOptions? options = null)
    {
        _ = (Muscle(firstMuscle), Muscle(secondMuscle));
        (List<(string Participant, double[] Values)> rows, List<Exclusion> incomplete) = Complete([firstMuscle, secondMuscle], [first, second]);
        RequireParticipants(rows.Count, 2, $"A comparison of {firstMuscle} and {secondMuscle}");
        TTestResult test = TTest.Paired(
            [.. rows.Select(row => row.Values[0] - row.Values[1])], rows.Select(row => row.Values[2] - row.Values[3]).ToArray(), options) with { FirstName = firstMuscle, SecondName = secondMuscle };
        return Study(test, incomplete, $"{firstMuscle} - {secondMuscle}, {first} - {second}, ");
    }

    private StudyResult<TTestResult> CompareGroups(string first, string second, string[]? conditions, string? muscle, TTestOptions? options, string? what)
    {
        TrialTable table = muscle is null ? this : Muscle(muscle);
        if (table.Muscles is not [string only])
        {
            throw new ArgumentException($"The table holds {string.Join(" and ", table.Muscles)}; say which.", nameof(muscle));
        }

        (List<(string Participant, double[] Values)> rows, List<Exclusion> incomplete) = table.Complete([only], conditions);
        Dictionary<string, string> groups = Trials.DistinctBy(trial => trial.Participant).ToDictionary(trial => trial.Participant, trial => trial.Group);
        double[] Of(string group) => groups.ContainsValue(group)
            ? [.. rows.Where(row => groups[row.Participant] == group).Select(row => row.Values.Length == 1 ? row.Values[0] : row.Values[0] - row.Values[1])]
            : throw new ArgumentException($"There is no group {group}; groups are {string.Join(", ", groups.Values.Distinct())}.", nameof(first));
        double[] one = Of(first), other = Of(second);
        table.RequireParticipants(Math.Min(one.Length, other.Length), 2, $"A comparison of {first} and {second}", " in each group");
        TTestResult test = TTest.Independent(one, other, options) with { FirstName = first, SecondName = second };
        return table.Study(test, incomplete, $"{only}, {(what is null ? "" : $"{what}, ")}");
    }
}
