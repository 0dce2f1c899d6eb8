// Cluster permutation tests over time and channels.
namespace SmileNotebooks;

public static partial class ClusterTest
{
    /// <summary>Tests the mean of each sample of each channel against zero.</summary>
    /// <param name="differences">[participants, samples, channels], any unit.</param>
    /// <param name="adjacency">Names and neighbours of the channels, in the order of the data.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>Clusters in time order, each with its points, mass and family-wise p.</returns>
    /// <exception cref="ArgumentException">As over time alone, or not as many channels in the data as in <paramref name="adjacency"/>.</exception>
    public static ClusterTestResult OneSample(double[,,] differences, ChannelAdjacency adjacency, ClusterTestOptions? options = null) =>
        OneSample(ParticipantCourses.Of(differences, adjacency), options);

    /// <summary>Tests the difference of two conditions of the same participants at each sample of each channel.</summary>
    /// <param name="first">[participants, samples, channels], any unit.</param>
    /// <param name="second">The same participants in the same order: [participants, samples, channels].</param>
    /// <param name="adjacency">Names and neighbours of the channels, in the order of the data.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <inheritdoc cref="OneSample(double[,,], ChannelAdjacency, ClusterTestOptions?)"/>
    public static ClusterTestResult Paired(double[,,] first, double[,,] second, ChannelAdjacency adjacency, ClusterTestOptions? options = null) =>
        Paired(ParticipantCourses.Of(first, adjacency), ParticipantCourses.Of(second, adjacency), options);

    /// <summary>Tests the difference of two groups at each sample of each channel by Student's t with a pooled variance.</summary>
    /// <param name="first">[participants of the first group, samples, channels], any unit.</param>
    /// <param name="second">[participants of the second group, samples, channels].</param>
    /// <param name="adjacency">Names and neighbours of the channels, in the order of the data.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <inheritdoc cref="OneSample(double[,,], ChannelAdjacency, ClusterTestOptions?)"/>
    public static ClusterTestResult Independent(double[,,] first, double[,,] second, ChannelAdjacency adjacency, ClusterTestOptions? options = null) =>
        Independent(ParticipantCourses.Of(first, adjacency), ParticipantCourses.Of(second, adjacency), options);
}
