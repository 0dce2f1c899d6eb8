// The mean of a sample with its interval, as figures draw it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Means with the interval of Student's t.</summary>
internal static class MeanInterval
{
    /// <summary>The mean, and mean +- t SE; the interval is NaN with fewer than two values.</summary>
    public static (double Mean, ConfidenceInterval Interval) Of(IReadOnlyList<double> values, double level)
    {
        if (values.Count < 2)
        {
            return (values.Count == 0 ? double.NaN : values[0], new(double.NaN, double.NaN, level));
        }

        Moments moments = Moments.Of([.. values]);
        return (moments.Mean, MeanIntervals.Of(moments.Mean, moments.StandardError, moments.Count - 1, level));
    }

    /// <summary>Means of repeated measures with intervals of what varies within participants: each participant is centred, and the variance
    /// corrected for that (Cousineau, 2005; Morey, 2008). Ordinary intervals where there is one condition.</summary>
    /// <param name="conditions">For each condition a value of each participant, in the same order.</param>
    /// <param name="level">Level of the intervals.</param>
    public static (double Mean, ConfidenceInterval Interval)[] WithinSubject(IReadOnlyList<ImmutableArray<double>> conditions, double level)
    {
        int count = conditions.Count;
        if (count == 1)
        {
            return [Of(conditions[0], level)];
        }

        double[] own = [.. Enumerable.Range(0, conditions[0].Length).Select(participant => conditions.Average(condition => condition[participant]))];
        double correction = Math.Sqrt(count / (count - 1.0));
        return
        [
            .. conditions.Select(condition =>
            {
                double mean = condition.IsEmpty ? double.NaN : condition.Average();
                (_, ConfidenceInterval centred) = Of([.. condition.Select((value, participant) => value - own[participant])], level);
                double half = correction * centred.Width / 2;
                return (mean, new ConfidenceInterval(mean - half, mean + half, level));
            }),
        ];
    }

    /// <summary>The two-sided critical point of t.</summary>
    public static double Critical(double level, double degrees) => StudentT.UpperQuantile((1 - level) / 2, degrees);
}
