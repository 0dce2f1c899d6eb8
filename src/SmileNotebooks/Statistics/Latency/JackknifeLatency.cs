// Onset latencies of average responses by the jackknife.
namespace SmileNotebooks;

/// <summary>Latencies of responses that are too noisy in each participant: measured in the averages of all participants but one, whose scatter gives the standard
/// error (Miller, Patterson and Ulrich, 1998; Ulrich and Miller, 2001).</summary>
/// <remarks>The first significant sample, or that of a cluster, is not a latency: it comes later the fewer participants there are. Participants are independent; the
/// baseline of courses is zero. Samples that equal the criterion have crossed it.</remarks>
public static class JackknifeLatency
{
    /// <summary>The latency of one condition.</summary>
    /// <param name="courses">[participants, samples], baseline zero, any unit.</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <exception cref="ArgumentException">Fewer than two participants, a value that is not finite (participant and sample are in the message), or an average (all participants,
    /// or all but the one in the message) without a positive peak or without a crossing in the window.</exception>
    public static JackknifeLatencyResult Estimate(double[,] courses, JackknifeLatencyOptions options) => Estimate(ParticipantCourses.Of(courses, null), options, "");

    /// <inheritdoc cref="Estimate(double[,], JackknifeLatencyOptions)"/>
    /// <param name="participants">One row a participant.</param>
    /// <param name="course">The course of a participant; all are of the same length.</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static JackknifeLatencyResult Estimate<T>(IEnumerable<T> participants, Func<T, ReadOnlyMemory<double>> course, JackknifeLatencyOptions options) =>
        Estimate(ParticipantCourses.Of(participants, course), options, "");

    /// <summary>The difference of the latencies of two conditions of the same participants: t has participants - 1 degrees of freedom.</summary>
    /// <param name="first">[participants, samples], baseline zero, any unit.</param>
    /// <param name="second">The same participants in the same order: [participants, samples].</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <inheritdoc cref="Estimate(double[,], JackknifeLatencyOptions)"/>
    public static JackknifeLatencyComparison Paired(double[,] first, double[,] second, JackknifeLatencyOptions options) =>
        Paired(ParticipantCourses.Of(first, null), ParticipantCourses.Of(second, null), options);

    /// <inheritdoc cref="Paired(double[,], double[,], JackknifeLatencyOptions)"/>
    /// <param name="participants">One row a participant.</param>
    /// <param name="first">The course of the first condition; all courses are of the same length.</param>
    /// <param name="second">The course of the second condition.</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static JackknifeLatencyComparison Paired<T>(
        IReadOnlyCollection<T> participants, Func<T, ReadOnlyMemory<double>> first, Func<T, ReadOnlyMemory<double>> second, JackknifeLatencyOptions options) =>
        Paired(ParticipantCourses.Of(participants, first), ParticipantCourses.Of(participants, second), options);

    /// <summary>The difference of the latencies of two groups: degrees of freedom after Welch.</summary>
    /// <param name="first">[participants of the first group, samples], baseline zero, any unit.</param>
    /// <param name="second">[participants of the second group, samples].</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <inheritdoc cref="Estimate(double[,], JackknifeLatencyOptions)"/>
    public static JackknifeLatencyComparison Independent(double[,] first, double[,] second, JackknifeLatencyOptions options)
    {
        JackknifeLatencyResult one = Estimate(ParticipantCourses.Of(first, null), options, " of the first group");
        JackknifeLatencyResult other = Estimate(ParticipantCourses.Of(second, null), options, " of the second group");
        double firstVariance = one.StandardError * one.StandardError;
        double secondVariance = other.StandardError * other.StandardError;
        double variance = firstVariance + secondVariance;
        double degrees = variance * variance / ((firstVariance * firstVariance / (one.Participants - 1)) + (secondVariance * secondVariance / (other.Participants - 1)));
        return Compare(one, other, Math.Sqrt(variance), variance > 0 ? degrees : one.Participants + other.Participants - 2, isPaired: false, options.Level);
    }

    /// <summary>The latency of the difference of two groups' means. Each participant of either group is left out in turn; groups are independent, so that the jackknife
    /// variances of both add.</summary>
    /// <param name="first">[participants of the first group, samples], any unit.</param>
    /// <param name="second">[participants of the second group, samples]: the difference is first - second.</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <returns>The latency; its leave-one-out values are those of the first group and then those of the second, and its interval has n - 2 degrees of freedom.</returns>
    /// <inheritdoc cref="Estimate(double[,], JackknifeLatencyOptions)"/>
    public static JackknifeLatencyResult OfGroups(double[,] first, double[,] second, JackknifeLatencyOptions options)
    {
        ParticipantCourses one = ParticipantCourses.Of(first, null), other = ParticipantCourses.Of(second, null);
        one.RequireCoursesOf(other);
        int[] missingFirst = one.Missing(options.Missing, " of the first group"), missingSecond = other.Missing(options.Missing, " of the second group");
        int[] missing = [.. missingFirst, .. missingSecond.Select(participant => participant + one.Participants)];
        (one, other) = (one.Without(missingFirst), other.Without(missingSecond));
        RequireTwo(one.Participants, " of the first group");
        RequireTwo(other.Participants, " of the second group");
        LatencySearch search = new(options, one.Samples);
        double[] firstMean = one.Means(), secondMean = other.Means(), difference = Less(firstMean, secondMean), others = new double[one.Samples];
        double latency = search.LatencyOf(difference, "difference of all participants");
        double[] firstOut = new double[one.Participants], secondOut = new double[other.Participants];
        for (int i = 0; i < firstOut.Length; i++)
        {
            one.MeansWithout(i, firstMean, others);
            firstOut[i] = search.LatencyOf(Less(others, secondMean), $"difference without participant {i} of the first group");
        }

        for (int i = 0; i < secondOut.Length; i++)
        {
            other.MeansWithout(i, secondMean, others);
            secondOut[i] = search.LatencyOf(Less(firstMean, others), $"difference without participant {i} of the second group");
        }

        double error = Math.Sqrt(Math.Pow(JackknifeError(firstOut), 2) + Math.Pow(JackknifeError(secondOut), 2));
        return new JackknifeLatencyResult
        {
            Latency = latency,
            StandardError = error,
            Interval = IntervalOf(latency, error, firstOut.Length + secondOut.Length - 2, options.Level),
            LeaveOneOut = [.. firstOut, .. secondOut],
            Average = [.. difference],
            Criterion = options.Criterion.Description,
            SamplingRate = options.SamplingRate,
            StartTime = options.StartTime,
            Dropped = missing.Length == 0 ? DroppedRows.None : new DroppedRows([.. missing], []),
        };
    }

    private static void RequireTwo(int participants, string where)
    {
        if (participants < 2)
        {
            throw new ArgumentException($"Too few participants{where}: found {participants}, expected at least 2.");
        }
    }

    private static double[] Less(double[] first, double[] second) => [.. first.Zip(second, (one, other) => one - other)];

    private static JackknifeLatencyResult Estimate(ParticipantCourses courses, JackknifeLatencyOptions options, string where)
    {
        int[] missing = courses.Missing(options.Missing, where);
        return Estimate(courses.Without(missing), missing, options, where);
    }

    private static JackknifeLatencyComparison Paired(ParticipantCourses first, ParticipantCourses second, JackknifeLatencyOptions options)
    {
        first.RequireShapeOf(second);
        int[] missing = [.. first.Missing(options.Missing, " in the first condition").Union(second.Missing(options.Missing, " in the second condition")).Order()];
        JackknifeLatencyResult one = Estimate(first.Without(missing), missing, options, " in the first condition");
        JackknifeLatencyResult other = Estimate(second.Without(missing), missing, options, " in the second condition");
        double error = JackknifeError([.. one.LeaveOneOut.Zip(other.LeaveOneOut, (a, b) => a - b)]);
        return Compare(one, other, error, one.Participants - 1, isPaired: true, options.Level);
    }

    // Participants are named by their place in the data, before any was left out.
    private static JackknifeLatencyResult Estimate(ParticipantCourses courses, int[] missing, JackknifeLatencyOptions options, string where)
    {
        int[] places = [.. Enumerable.Range(0, courses.Participants + missing.Length).Except(missing)];
        RequireTwo(courses.Participants, where);
        LatencySearch search = new(options, courses.Samples);
        double[] average = courses.Means();
        double latency = search.LatencyOf(average, $"of all participants{where}");
        double[] leftOut = new double[courses.Participants];
        double[] others = new double[courses.Samples];
        for (int i = 0; i < leftOut.Length; i++)
        {
            courses.MeansWithout(i, average, others);
            leftOut[i] = search.LatencyOf(others, $"without participant {places[i]}{where}");
        }

        double error = JackknifeError(leftOut);
        return new JackknifeLatencyResult
        {
            Latency = latency,
            StandardError = error,
            Interval = IntervalOf(latency, error, leftOut.Length - 1, options.Level),
            LeaveOneOut = [.. leftOut],
            Average = [.. average],
            Criterion = options.Criterion.Description,
            SamplingRate = options.SamplingRate,
            StartTime = options.StartTime,
            Dropped = missing.Length == 0 ? DroppedRows.None : new DroppedRows([.. missing], []),
        };
    }

    private static JackknifeLatencyComparison Compare(JackknifeLatencyResult first, JackknifeLatencyResult second, double error, double degrees, bool isPaired, double level)
    {
        double difference = first.Latency - second.Latency;

        // Equal latencies in every average leave nothing to test; an error of zero with a difference would be certainty.
        double t = error > 0 ? difference / error : difference == 0 ? 0 : Math.CopySign(double.PositiveInfinity, difference);
        return new JackknifeLatencyComparison
        {
            First = first,
            Second = second,
            StandardError = error,
            Interval = IntervalOf(difference, error, degrees, level),
            DegreesOfFreedom = degrees,
            T = t,
            P = StudentT.TwoSided(t, degrees),
            IsPaired = isPaired,
        };
    }

    // Equation 2 of Miller, Patterson and Ulrich (1998).
    private static double JackknifeError(double[] leaveOneOut)
    {
        double mean = leaveOneOut.Average();
        double squares = leaveOneOut.Sum(latency => (latency - mean) * (latency - mean));
        return Math.Sqrt((leaveOneOut.Length - 1.0) / leaveOneOut.Length * squares);
    }

    private static ConfidenceInterval IntervalOf(double estimate, double error, double degrees, double level)
    {
        double half = StudentT.UpperQuantile((1 - level) / 2, degrees) * error;
        return new ConfidenceInterval(estimate - half, estimate + half, level);
    }
}
