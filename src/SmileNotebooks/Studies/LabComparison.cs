// Two groups of people in one laboratory, as a table of a multi-laboratory study lists them.
namespace SmileNotebooks;

/// <summary>Two groups of people in one laboratory, of which an article gives means, standard deviations and how many people they are together.</summary>
/// <param name="Lab">The laboratory.</param>
/// <param name="Country">Where its participants live.</param>
/// <param name="N">People in both groups together. The groups are taken as halves of it: the size of each is not in such a table.</param>
/// <param name="First">Mean and standard deviation of the group that the effect is expected in.</param>
/// <param name="Second">Those of the group that it is compared with.</param>
public sealed record LabComparison(string Lab, string Country, int N, (double Mean, double Deviation) First, (double Mean, double Deviation) Second)
{
    /// <summary>First less second mean in their own unit, with variance s1^2 / (n/2) + s2^2 / (n/2).</summary>
    public StudyEffect MeanDifference => new(
        Lab, First.Mean - Second.Mean, 2 * ((First.Deviation * First.Deviation) + (Second.Deviation * Second.Deviation)) / N);
}
