// What courses of conditions and of groups are made of.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class CourseMath
{
    /// <summary>The mean course of trials of one length; at least one.</summary>
    public static double[] Mean(double[][] trials)
    {
        double[] mean = new double[trials[0].Length];
        foreach (double[] trial in trials)
        {
            // Divided before they are added, because a sum of values near the largest number would overflow.
            TensorPrimitives.MultiplyAdd(trial, 1.0 / trials.Length, mean, mean);
        }

        return mean;
    }

    /// <summary>[participants, times] of courses of one length.</summary>
    public static double[,] Matrix(ImmutableArray<ImmutableArray<double>> courses, int times)
    {
        double[,] matrix = new double[courses.Length, times];
        for (int participant = 0; participant < courses.Length; participant++)
        {
            for (int time = 0; time < times; time++)
            {
                matrix[participant, time] = courses[participant][time];
            }
        }

        return matrix;
    }

    /// <summary>When the first significant cluster begins after the event; null where none is.</summary>
    public static double? FirstSignificant(ClusterTestResult test, double level)
    {
        double[] starts = [.. test.Significant(level).Select(cluster => test.TimeOf(cluster.Start)).Where(time => time >= 0)];
        return starts.Length == 0 ? null : starts.Min();
    }
}
