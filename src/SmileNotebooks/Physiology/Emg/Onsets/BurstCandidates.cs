namespace SmileNotebooks;

/// <summary>Candidates for bursts, and what they were found with.</summary>
/// <param name="Ranges">Half-open ranges of samples, in order.</param>
/// <param name="BaselineMean">The mean at rest of what is compared with the threshold.</param>
/// <param name="BaselineSd">Its standard deviation at rest.</param>
/// <param name="Threshold">The threshold for onsets.</param>
/// <param name="ThresholdUnit">Its unit.</param>
internal sealed record BurstCandidates(List<(int Start, int End)> Ranges, double BaselineMean, double BaselineSd, double Threshold, string ThresholdUnit)
{
    /// <summary>How many samples before the end of a signal (or after its beginning) a burst may seem to end (or to begin) although nobody can know that it does.</summary>
    public int Reach { get; init; }
}
