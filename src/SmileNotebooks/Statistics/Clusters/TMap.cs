// t at every point, and what it becomes when the participants' weights change.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>The t statistics of a one-sample or two-sample comparison at every point, written so that a permutation needs one weighted sum a point.</summary>
/// <remarks>
/// With Q the sum of squares at a point, s the weighted sum and h = 1/n for a sample that is compared with zero, h = 1/n1 + 1/n2 for two groups whose values are
/// centred on their common mean (s is then the sum of the first group):
/// t = s sqrt(df) / sqrt(Q / h - s^2). Q does not change when signs or labels do, so |t| exceeds T exactly where |s| exceeds T sqrt((Q / h) / (df + T^2)).
/// </remarks>
internal sealed class TMap
{
    // Values are scaled so that the largest is about 1: a sum of squares or a mean below these, for each participant, is what rounding leaves of a constant.
    private const double RoundingOfSquares = 1e-30;
    private const double RoundingOfMeans = 1e-15;

    private TMap(double[] values, int participants, double[] t, double[] mean, int degreesOfFreedom, double oneOverH)
    {
        Values = values;
        Participants = participants;
        T = t;
        Mean = mean;
        DegreesOfFreedom = degreesOfFreedom;
        Radicands = SumsOfSquares(values, participants);
        TensorPrimitives.Multiply(Radicands, oneOverH, Radicands);
    }

    /// <summary>[participants, points]; the weights of a permutation are applied to these.</summary>
    public double[] Values { get; }

    public int Participants { get; }

    public int Points => T.Length;

    public int DegreesOfFreedom { get; }

    /// <summary>The observed t, by two passes; where nothing varies, 0 if nothing differs and infinite otherwise.</summary>
    public double[] T { get; }

    /// <summary>The mean, or the difference of the groups' means.</summary>
    public double[] Mean { get; }

    /// <summary>Q / h of every point.</summary>
    public double[] Radicands { get; }

    /// <param name="values">[participants, points], kept.</param>
    /// <param name="participants">At least two.</param>
    public static TMap OneSample(double[] values, int participants)
    {
        int points = values.Length / participants;
        int[] exponents = Scale(values, participants);
        double[] mean = Means(values, participants);
        double[] t = new double[points];
        double[] squares = SquaresAbout(values, mean, participants);
        for (int point = 0; point < points; point++)
        {
            t[point] = TOf(mean[point], squares[point] / (participants - 1) / participants, squares[point], participants);
        }

        return new TMap(values, participants, t, Unscale(mean, exponents), participants - 1, participants);
    }

    /// <param name="values">[participants, points], the first group first; changed: centred on the common mean of each point.</param>
    /// <param name="first">Participants of the first group, at least one.</param>
    /// <param name="second">Participants of the second group, at least one; three in both together.</param>
    public static TMap Independent(double[] values, int first, int second)
    {
        int participants = first + second;
        int points = values.Length / participants;
        int[] exponents = Scale(values, participants);
        double[] common = Means(values, participants);
        for (int row = 0; row < participants; row++)
        {
            Span<double> course = values.AsSpan(row * points, points);
            TensorPrimitives.Subtract(course, common, course);
        }

        double[] firstMean = Means(values.AsSpan(0, first * points), first);
        double[] secondMean = Means(values.AsSpan(first * points), second);
        double[] squares = SquaresAbout(values.AsSpan(0, first * points), firstMean, first);
        TensorPrimitives.Add(squares, SquaresAbout(values.AsSpan(first * points), secondMean, second), squares);
        double h = (1.0 / first) + (1.0 / second);
        double[] difference = new double[points];
        TensorPrimitives.Subtract(firstMean, secondMean, difference);
        double[] t = new double[points];
        for (int point = 0; point < points; point++)
        {
            t[point] = TOf(difference[point], squares[point] / (participants - 2) * h, squares[point], participants);
            if (!Varies(squares[point], participants))
            {
                // What centring left of a constant would be rounding with a t of its own.
                ClearPoint(values, point, points);
            }
        }

        return new TMap(values, participants, t, Unscale(difference, exponents), participants - 2, 1 / h);
    }

    /// <summary>The weighted sum beyond which a point belongs to a cluster.</summary>
    public double[] CriticalSums(double threshold)
    {
        double[] critical = new double[Points];
        TensorPrimitives.Divide(Radicands, DegreesOfFreedom + (threshold * threshold), critical);
        TensorPrimitives.Sqrt(critical, critical);
        TensorPrimitives.Multiply(critical, threshold, critical);
        return critical;
    }

    private static double TOf(double mean, double squaredError, double squares, int participants) =>
        Varies(squares, participants) ? mean / Math.Sqrt(squaredError)
        : Math.Abs(mean) <= RoundingOfMeans ? 0
        : mean > 0 ? double.PositiveInfinity : double.NegativeInfinity;

    private static bool Varies(double squares, int participants) => squares > RoundingOfSquares * participants;

    private static void ClearPoint(double[] values, int point, int points)
    {
        for (int at = point; at < values.Length; at += points)
        {
            values[at] = 0;
        }
    }

    private static double[] Means(ReadOnlySpan<double> values, int participants)
    {
        int points = values.Length / participants;
        double[] means = new double[points];
        for (int row = 0; row < participants; row++)
        {
            TensorPrimitives.Add(means, values.Slice(row * points, points), means);
        }

        TensorPrimitives.Divide(means, participants, means);

        // What rounding left in long sums: without this a constant would seem to vary among some hundred participants.
        double[] rest = new double[points];
        for (int row = 0; row < participants; row++)
        {
            TensorPrimitives.Add(rest, values.Slice(row * points, points), rest);
            TensorPrimitives.Subtract(rest, means, rest);
        }

        TensorPrimitives.Divide(rest, participants, rest);
        TensorPrimitives.Add(means, rest, means);
        return means;
    }

    private static double[] SquaresAbout(ReadOnlySpan<double> values, double[] mean, int participants)
    {
        int points = mean.Length;
        double[] squares = new double[points];
        double[] deviation = new double[points];
        for (int row = 0; row < participants; row++)
        {
            TensorPrimitives.Subtract(values.Slice(row * points, points), mean, deviation);
            TensorPrimitives.MultiplyAdd(deviation, deviation, squares, squares);
        }

        return squares;
    }

    private static double[] SumsOfSquares(double[] values, int participants) => SquaresAbout(values, new double[values.Length / participants], participants);

    // Brings the largest value of each point to between 1 and 2 by a power of two, so that no square overflows or vanishes. t does not change.
    private static int[] Scale(double[] values, int participants)
    {
        int points = values.Length / participants;
        double[] largest = new double[points];
        for (int row = 0; row < participants; row++)
        {
            TensorPrimitives.MaxMagnitude(largest, values.AsSpan(row * points, points), largest);
        }

        int[] exponents = [.. largest.Select(value => value == 0 ? 0 : Math.ILogB(value))];
        for (int at = 0; at < values.Length; at++)
        {
            values[at] = Math.ScaleB(values[at], -exponents[at % points]);
        }

        return exponents;
    }

    private static double[] Unscale(double[] means, int[] exponents) => [.. means.Zip(exponents, Math.ScaleB)];
}
