// From epochs to the mean courses of groups.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>The mean response over time of groups that saw one condition each. Bin the epochs first: <c>epochs.Bins(0.1).GroupCourses()</c>.</summary>
    /// <remarks>Where everyone saw all conditions, groups are compared in one of them: <c>epochs.TimeCourse().Between("Happy")</c>.</remarks>
    /// <exception cref="ArgumentException">A participant with trials of several conditions, or a condition of which no trial is left.</exception>
    public GroupCourses GroupCourses()
    {
        (List<(Epoch Epoch, double[] Responses)> counted, List<Exclusion> exclusions) = Responses();
        ILookup<string, (Epoch Epoch, double[] Responses)> own = counted.ToLookup(one => one.Epoch.Participant);
        if (own.FirstOrDefault(trials => trials.Select(one => one.Epoch.Condition).Distinct().Skip(1).Any()) is { } several)
        {
            throw new ArgumentException(
                $"Participant {several.Key} has trials of {string.Join(", ", several.Select(one => one.Epoch.Condition).Distinct())}, expected one condition: courses of groups compare different people. "
                + "Where everyone saw all, make a course and compare its groups, as in TimeCourse().Between(\"Happy\").");
        }

        return new GroupCourses
        {
            Muscle = Muscle,
            Measure = Measure,
            Baseline = Baseline,
            Times = [.. Enumerable.Range(0, Samples).Select(sample => TimeOf(sample) + (BinWidth / 2))],
            BinWidth = BinWidth,
            SamplingRate = SamplingRate,
            Groups = [.. Conditions.Select(GroupOf)],
            Exclusions = [.. exclusions],
            Simulated = Simulated,
        };

        GroupCourse GroupOf(string condition)
        {
            IGrouping<string, (Epoch Epoch, double[] Responses)>[] members = [.. own.Where(trials => trials.First().Epoch.Condition == condition)];
            return members.Length == 0
                ? throw new ArgumentException($"No trial of {Muscle} is left in the condition {condition}; {exclusions.Count} left out.")
                : GroupCourse.Of(condition, members.Select(trials => trials.Key), members.Select(trials => ImmutableCollectionsMarshal.AsImmutableArray(CourseMath.Mean([.. trials.Select(one => one.Responses)]))));
        }
    }
}
