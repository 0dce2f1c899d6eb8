// Groups of a study in which everyone saw all conditions.
namespace SmileNotebooks;

public sealed partial record TimeCourse
{
    /// <summary>The courses of the participants' groups (<see cref="Epochs.Grouped(Func{string, string})"/>) in a condition, or in its difference from another: what differs between groups
    /// there is the interaction of group and condition.</summary>
    /// <param name="condition">A condition.</param>
    /// <param name="reference">Another one that is taken off in each participant; none by default.</param>
    /// <exception cref="ArgumentException">No such condition, or fewer than two groups.</exception>
    public GroupCourses Between(string condition, string? reference = null)
    {
        ConditionCourse own = this[condition];
        ConditionCourse? other = reference is null ? null : this[reference];
        string[] groups = [.. Groups.Distinct()];
        if (groups.Length < 2)
        {
            throw new ArgumentException(
                $"The course has {(groups is [{ Length: > 0 } one] ? $"one group, {one}" : "no groups")}, expected at least two; name them before the course is made, as in epochs.Grouped(participant => ...).");
        }

        return new GroupCourses
        {
            Muscle = Muscle,
            Measure = $"{(reference is null ? condition : $"{condition} - {reference}")}, {Measure}",
            Baseline = Baseline,
            Times = Times,
            BinWidth = BinWidth,
            SamplingRate = SamplingRate,
            Groups = [.. groups.Select(GroupOf)],
            Exclusions = Exclusions,
            Simulated = Simulated,
        };

        GroupCourse GroupOf(string group)
        {
            int[] members = [.. Enumerable.Range(0, Participants.Length).Where(participant => Groups[participant] == group)];
            return GroupCourse.Of(group, members.Select(member => Participants[member]), members.Select(member => other is null
                ? own.Values[member]
                : [.. own.Values[member].Zip(other.Values[member], (value, less) => value - less)]));
        }
    }
}
