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
        (double error, double degrees) = Welch(one.StandardError, one.Participants, other.StandardError, other.Participants);
        return Compare(one, other, error, degrees, isPaired: false, options.Level);
    }

    /// <summary>The latency of the difference of two groups' means. Each participant of either group is left out in turn; groups are independent, so that the jackknife
    /// variances of both add.</summary>
    /// <param name="first">[participants of the first group, samples], any unit.</param>
    /// <param name="second">[participants of the second group, samples]: the difference is first - second.</param>
    /// <param name="options">The sampling rate at least.</param>
    /// <returns>The latency; its leave-one-out values are those of the first group and then those of the second, and the degrees of freedom of its
    /// interval are Welch's.</returns>
    /// <inheritdoc cref="Estimate(double[,], JackknifeLatencyOptions)"/>
    public static JackknifeLatencyResult OfGroups(double[,] first, double[,] second, JackknifeLatencyOptions options)
    {
        ParticipantCourses one = ParticipantCourses.Of(first, null), other = ParticipantCourses.Of(second, null);
        one.RequireCoursesOf(other);
        int[] missingFirst = one.Missing(options.Missing, " of the first group"), missingSecond = other.Missing(options.Missing, " of the second group");
        (ParticipantCourses ones, ParticipantCourses others) = (one.Without(missingFirst), other.Without(missingSecond));
        RequireTwo(ones.Participants, " of the first group");
        RequireTwo(others.Participants, " of the second group");
        LatencySearch search = new(options, one.Samples);
        double[] firstMean = ones.Means(), secondMean = others.Means(), difference = Less(firstMean, secondMean);
        double latency = search.LatencyOf(difference, "difference of all participants");
        double[] firstOut = LeaveOneOut(ones, firstMean, missingFirst, (without, whose) => search.LatencyOf(Less(without, secondMean), $"difference {whose} of the first group"));
        double[] secondOut = LeaveOneOut(others, secondMean, missingSecond, (without, whose) => search.LatencyOf(Less(firstMean, without), $"difference {whose} of the second group"));
        (double error, double degrees) = Welch(JackknifeError(firstOut), firstOut.Length, JackknifeError(secondOut), secondOut.Length);
        return Result(latency, error, degrees, [.. firstOut, .. secondOut], difference, [.. missingFirst, .. missingSecond.Select(participant => participant + one.Participants)], options);
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

    private static JackknifeLatencyResult Estimate(ParticipantCourses courses, int[] missing, JackknifeLatencyOptions options, string where)
    {
        RequireTwo(courses.Participants, where);
        LatencySearch search = new(options, courses.Samples);
        double[] average = courses.Means();
        double latency = search.LatencyOf(average, $"of all participants{where}");
        double[] leftOut = LeaveOneOut(courses, average, missing, (without, whose) => search.LatencyOf(without, $"{whose}{where}"));
        return Result(latency, JackknifeError(leftOut), leftOut.Length - 1, leftOut, average, missing, options);
    }

    // Participants are named by their place in the data, before any was left out.
    private static double[] LeaveOneOut(ParticipantCourses courses, double[] mean, int[] missing, Func<double[], string, double> latencyOf)
    {
        int[] places = [.. Enumerable.Range(0, courses.Participants + missing.Length).Except(missing)];
        double[] without = new double[courses.Samples];
        return
        [
            .. places.Select((place, participant) =>
            {
                courses.MeansWithout(participant, mean, without);
                return latencyOf(without, $"without participant {place}");
            }),
        ];
    }

    private static JackknifeLatencyResult Result(double latency, double error, double degrees, double[] leftOut, double[] average, int[] missing, JackknifeLatencyOptions options) => new()
    {
        Latency = latency,
        StandardError = error,
        Interval = IntervalOf(latency, error, degrees, options.Level),
        LeaveOneOut = [.. leftOut],
        Average = [.. average],
        Criterion = options.Criterion.Description,
        SamplingRate = options.SamplingRate,
        StartTime = options.StartTime,
        Dropped = missing.Length == 0 ? DroppedRows.None : new DroppedRows([.. missing], []),
    };

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

    // Groups are independent, so that their variances add.
    private static (double Error, double Degrees) Welch(double firstError, int firstParticipants, double secondError, int secondParticipants)
    {
        double first = firstError * firstError, second = secondError * secondError, variance = first + second;
        double degrees = variance * variance / ((first * first / (firstParticipants - 1)) + (second * second / (secondParticipants - 1)));
        return (Math.Sqrt(variance), variance > 0 ? degrees : firstParticipants + secondParticipants - 2);
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
