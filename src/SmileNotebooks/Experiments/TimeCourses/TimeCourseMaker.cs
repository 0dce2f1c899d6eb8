// Averages the responses of epochs over trials and participants.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

internal static class TimeCourseMaker
{
    private const double Level = 0.95;

    public static TimeCourse Make(Epochs epochs)
    {
        (List<(Epoch Epoch, double[] Responses)> counted, List<Exclusion> exclusions) = epochs.Responses();
        ILookup<(string, string), double[]> cells = counted.ToLookup(one => (one.Epoch.Participant, one.Epoch.Condition), one => one.Responses);
        string[] participants = [.. epochs.Participants.Where(participant => epochs.Conditions.All(condition => cells.Contains((participant, condition))))];
        AddIncomplete(epochs, cells, participants, exclusions);
        if (participants.Length == 0)
        {
            throw new ArgumentException(
                $"No participant has a trial of {epochs.Muscle} in each condition; trials that are left: "
                + $"{string.Join(", ", epochs.Conditions.Select(condition => $"{condition} {counted.Count(one => one.Epoch.Condition == condition)}"))}; {exclusions.Count} left out."
                + (epochs.Items.Length > 0 && counted.GroupBy(one => one.Epoch.Participant).All(own => own.DistinctBy(one => one.Epoch.Condition).Count() == 1)
                    ? " A course compares conditions within participants, and each has one only: make a course of each condition, as in Epochs(\"Happy\", ...)." : ""), nameof(epochs));
        }

        double[][][] values = [.. epochs.Conditions.Select(condition => participants.Select(participant => CourseMath.Mean([.. cells[(participant, condition)]])).ToArray())];
        Dictionary<string, string> groups = epochs.Items.DistinctBy(epoch => epoch.Participant).ToDictionary(epoch => epoch.Participant, epoch => epoch.Group);
        return new TimeCourse
        {
            Muscle = epochs.Muscle,
            Measure = epochs.Measure,
            Baseline = epochs.Baseline,
            Times = [.. Enumerable.Range(0, epochs.Samples).Select(sample => epochs.TimeOf(sample) + (epochs.BinWidth / 2))],
            BinWidth = epochs.BinWidth,
            SamplingRate = epochs.SamplingRate,
            Participants = [.. participants],
            Groups = [.. participants.Select(participant => groups[participant])],
            Conditions = epochs.Conditions,
            Courses = CoursesOf(epochs.Conditions, values, epochs.Samples),
            BandMethod = epochs.Conditions.Length > 1
                ? "within-subject 95% confidence intervals (Cousineau, 2005; Morey, 2008), at each time by itself"
                : "95% confidence intervals of the mean, at each time by itself",
            Exclusions = [.. exclusions],
            Simulated = epochs.Simulated,
        };
    }

    /// <summary>Who lacks a condition is left out of all, because conditions are compared within participants.</summary>
    private static void AddIncomplete(Epochs epochs, ILookup<(string, string), double[]> cells, string[] complete, List<Exclusion> exclusions)
    {
        foreach (string participant in epochs.Participants.Except(complete))
        {
            string missing = string.Join(", ", epochs.Conditions.Where(condition => !cells.Contains((participant, condition))));
            exclusions.Add(new Exclusion(participant, null, null, $"left out of the course: no trial is left of {missing}")
            {
                Kind = ExclusionKind.MissingCondition,
                Muscle = epochs.Muscle,
            });
        }
    }

    private static ImmutableArray<ConditionCourse> CoursesOf(ImmutableArray<string> conditions, double[][][] values, int samples)
    {
        double[][] means = Columns(conditions.Length, samples), lowers = Columns(conditions.Length, samples), uppers = Columns(conditions.Length, samples);
        for (int time = 0; time < samples; time++)
        {
            foreach ((int condition, (double mean, ConfidenceInterval band)) in Bands(conditions, values, time).Index())
            {
                means[condition][time] = mean;
                lowers[condition][time] = band.Lower;
                uppers[condition][time] = band.Upper;
            }
        }

        return [.. conditions.Select((name, condition) => new ConditionCourse(
            name, [.. values[condition].Select(ImmutableCollectionsMarshal.AsImmutableArray)], [.. means[condition]], [.. lowers[condition]], [.. uppers[condition]]))];
    }

    private static double[][] Columns(int conditions, int samples) => [.. Enumerable.Range(0, conditions).Select(_ => new double[samples])];

    private static IEnumerable<(double Mean, ConfidenceInterval Band)> Bands(ImmutableArray<string> conditions, double[][][] values, int time)
    {
        int participants = values[0].Length;
        if (participants < 2 || conditions.Length < 2)
        {
            return values.Select(condition => Descriptives.Of((ReadOnlySpan<double>)[.. condition.Select(course => course[time])], new() { Level = Level }))
                .Select(described => (described.Mean, described.MeanInterval));
        }

        double[,] cells = new double[participants, conditions.Length];
        for (int participant = 0; participant < participants; participant++)
        {
            for (int condition = 0; condition < conditions.Length; condition++)
            {
                cells[participant, condition] = values[condition][participant][time];
            }
        }

        return WithinSubject.Of(cells, conditions, new() { Level = Level }).Conditions.Select(condition => (condition.Mean, condition.Within));
    }
}
