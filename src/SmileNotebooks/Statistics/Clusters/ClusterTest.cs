// Cluster permutation tests over time.
namespace SmileNotebooks;

/// <summary>Cluster-based permutation tests of a difference over time, or over time and channels (Bullmore et al., 1999; Maris and Oostenveld, 2007).</summary>
/// <remarks>
/// <para>t is taken at every point; neighbouring points of the same sign with |t| beyond a threshold form a cluster; each cluster's mass (or size) is compared with
/// the largest of the whole map in each permutation, so that p is corrected for all points. The test says that the conditions differ somewhere; it does not
/// say that they differ at each point of a cluster, nor when a difference begins (Sassenhagen and Draschkow, 2019): for that see <see cref="JackknifeLatency"/>.</para>
/// <para>Assumes that under the null hypothesis the differences are symmetric about zero (one sample, pairs), or that participants are exchangeable between groups.
/// Participants are independent of each other; samples and channels may depend on each other in any way.</para>
/// </remarks>
public static partial class ClusterTest
{
    /// <summary>Tests the mean of each sample against zero.</summary>
    /// <param name="differences">For instance the difference of two conditions: [participants, samples], any unit.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>Clusters in time order, each with its half-open range of samples, mass and family-wise p.</returns>
    /// <exception cref="ArgumentException">Fewer than two participants, no sample, a value that is not finite (participant and sample are in the message), or a sample at
    /// which all participants have the same value other than zero.</exception>
    public static ClusterTestResult OneSample(double[,] differences, ClusterTestOptions? options = null) =>
        OneSample(ParticipantCourses.Of(differences, null), options);

    /// <inheritdoc cref="OneSample(double[,], ClusterTestOptions?)"/>
    /// <param name="differences">One participant after the other: [participants, samples], any unit.</param>
    /// <param name="participants">How many they are; the number of values is a multiple of it.</param>
    /// <param name="options">Null for the defaults.</param>
    public static ClusterTestResult OneSample(ReadOnlySpan<double> differences, int participants, ClusterTestOptions? options = null) =>
        OneSample(ParticipantCourses.Of(differences, participants), options);

    /// <inheritdoc cref="OneSample(double[,], ClusterTestOptions?)"/>
    /// <param name="participants">One row a participant.</param>
    /// <param name="differences">The course of a participant's difference; all are of the same length.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static ClusterTestResult OneSample<T>(IEnumerable<T> participants, Func<T, ReadOnlyMemory<double>> differences, ClusterTestOptions? options = null) =>
        OneSample(ParticipantCourses.Of(participants, differences), options);

    /// <summary>Tests the difference of two conditions of the same participants at each sample.</summary>
    /// <param name="first">[participants, samples], any unit.</param>
    /// <param name="second">The same participants in the same order: [participants, samples].</param>
    /// <param name="options">Null for the defaults.</param>
    /// <inheritdoc cref="OneSample(double[,], ClusterTestOptions?)"/>
    public static ClusterTestResult Paired(double[,] first, double[,] second, ClusterTestOptions? options = null) =>
        Paired(ParticipantCourses.Of(first, null), ParticipantCourses.Of(second, null), options);

    /// <inheritdoc cref="Paired(double[,], double[,], ClusterTestOptions?)"/>
    /// <param name="participants">One row a participant.</param>
    /// <param name="first">The course of the first condition; all courses are of the same length.</param>
    /// <param name="second">The course of the second condition.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static ClusterTestResult Paired<T>(
        IReadOnlyCollection<T> participants, Func<T, ReadOnlyMemory<double>> first, Func<T, ReadOnlyMemory<double>> second, ClusterTestOptions? options = null) =>
        Paired(ParticipantCourses.Of(participants, first), ParticipantCourses.Of(participants, second), options);

    /// <summary>Tests the difference of two groups at each sample by Student's t with a pooled variance.</summary>
    /// <param name="first">[participants of the first group, samples], any unit.</param>
    /// <param name="second">[participants of the second group, samples].</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>Clusters in time order, each with its half-open range of samples, mass and family-wise p.</returns>
    /// <exception cref="ArgumentException">Fewer than two participants in a group, no sample, a value that is not finite (group, participant and sample are in the
    /// message), or a sample at which nothing varies within the groups although they differ.</exception>
    public static ClusterTestResult Independent(double[,] first, double[,] second, ClusterTestOptions? options = null) =>
        Independent(ParticipantCourses.Of(first, null), ParticipantCourses.Of(second, null), options);

    /// <inheritdoc cref="Independent(double[,], double[,], ClusterTestOptions?)"/>
    /// <param name="first">One row a participant of the first group.</param>
    /// <param name="second">One row a participant of the second group.</param>
    /// <param name="course">The course of a participant; all are of the same length.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static ClusterTestResult Independent<T>(
        IEnumerable<T> first, IEnumerable<T> second, Func<T, ReadOnlyMemory<double>> course, ClusterTestOptions? options = null) =>
        Independent(ParticipantCourses.Of(first, course), ParticipantCourses.Of(second, course), options);

    private static ClusterTestResult OneSample(ParticipantCourses differences, ClusterTestOptions? options)
    {
        options = Checked(options);
        int[] missing = differences.Missing(options.Missing, "");
        ParticipantCourses kept = differences.Without(missing);
        RequireParticipants(kept, "participants");
        TMap map = TMap.OneSample(kept.CopyValues(), kept.Participants);
        return new ClusterAnalysis(ClusterDesign.OneSample, [kept], map, Dropped(missing), options).Run();
    }

    private static ClusterTestResult Paired(ParticipantCourses first, ParticipantCourses second, ClusterTestOptions? options)
    {
        options = Checked(options);
        first.RequireShapeOf(second);
        int[] missing = [.. first.Missing(options.Missing, " in the first condition").Union(second.Missing(options.Missing, " in the second condition")).Order()];
        first = first.Without(missing);
        second = second.Without(missing);
        RequireParticipants(first, "participants");
        TMap map = TMap.OneSample(first.Less(second), first.Participants);
        return new ClusterAnalysis(ClusterDesign.Paired, [first, second], map, Dropped(missing), options).Run();
    }

    private static ClusterTestResult Independent(ParticipantCourses first, ParticipantCourses second, ClusterTestOptions? options)
    {
        options = Checked(options);
        first.RequireCoursesOf(second);
        int[] missingFirst = first.Missing(options.Missing, " of the first group");
        int[] missingSecond = second.Missing(options.Missing, " of the second group");
        DroppedRows dropped = Dropped([.. missingFirst, .. missingSecond.Select(participant => participant + first.Participants)]);
        first = first.Without(missingFirst);
        second = second.Without(missingSecond);
        RequireParticipants(first, "participants in the first group");
        RequireParticipants(second, "participants in the second group");
        TMap map = TMap.Independent([.. first.Values, .. second.Values], first.Participants, second.Participants);
        return new ClusterAnalysis(ClusterDesign.Independent, [first, second], map, dropped, options).Run();
    }

    private static DroppedRows Dropped(int[] participants) => participants.Length == 0 ? DroppedRows.None : new DroppedRows([.. participants], []);

    private static ClusterTestOptions Checked(ClusterTestOptions? options)
    {
        options ??= ClusterTestOptions.Default;
        options.Check();
        return options;
    }

    private static void RequireParticipants(ParticipantCourses data, string which)
    {
        if (data.Participants < 2)
        {
            throw new ArgumentException($"{data.Participants} {which}, expected at least 2.");
        }
    }
}
