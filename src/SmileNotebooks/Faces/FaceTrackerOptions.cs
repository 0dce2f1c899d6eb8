namespace SmileNotebooks;

/// <summary>How <see cref="FaceTracker"/> follows people.</summary>
public sealed record FaceTrackerOptions
{
    /// <summary>How many faces to follow at a time, at least 1. Default: 1.</summary>
    public int MaximumFaces { get; init; } = 1;

    /// <summary>While fewer faces than <see cref="MaximumFaces"/> are followed, but at least one, every how many frames the picture is searched for more, at least 1; counted from the first frame.
    /// Default: 5, a fifth of a second at 25 frames per second: a newcomer is found that late at most, and the detector's 0.6 ms are spread over five frames. A frame in
    /// which a face is lost, and each frame while none is followed, is searched in any case.</summary>
    public int FramesBetweenSearches { get; init; } = 5;

    /// <summary>For how long a person who is not seen is remembered, in seconds: whoever comes back later gets a new number. 0: nobody is remembered. Default: 10.</summary>
    public double LongestAbsence { get; init; } = 10;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumFaces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FramesBetweenSearches, 1);
        if (!(LongestAbsence >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(LongestAbsence), LongestAbsence, $"{nameof(LongestAbsence)} is a number of seconds from 0 on.");
        }
    }
}
