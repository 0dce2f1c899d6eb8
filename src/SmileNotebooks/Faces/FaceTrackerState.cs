using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a tracker carries from one frame to the next.</summary>
/// <param name="LastTrack">The highest number given out so far.</param>
/// <param name="FramesToCloseLook">Frames until small faces are looked for again.</param>
/// <param name="Followed">The faces that are followed, the longest-followed first.</param>
internal sealed record FaceTrackerState(int LastTrack, int FramesToCloseLook, ImmutableArray<FollowedFaceState> Followed)
{
    /// <summary>How many frames were seen.</summary>
    public int Frame { get; init; }

    /// <summary>When the last was shown, in seconds.</summary>
    public double Time { get; init; }

    /// <summary>The people who were lost and may come back.</summary>
    public ImmutableArray<FollowedFaceState> Lost { get; init; } = [];
}

/// <summary>What is known of a face that is followed or lost.</summary>
/// <param name="Track">Its number.</param>
/// <param name="Next">Where it is looked for in the next frame.</param>
/// <param name="SteadyRegion">Where it was surely this face.</param>
/// <param name="Motion">Times, velocities and strangeness, in <see cref="FollowedFace"/>'s order.</param>
/// <param name="Shape">Weight and sums of its proportions.</param>
internal sealed record FollowedFaceState(int Track, RotatedRectangle Next, RotatedRectangle SteadyRegion, ImmutableArray<double> Motion, ImmutableArray<double> Shape);
