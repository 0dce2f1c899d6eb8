using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a tracker carries from one frame to the next.</summary>
/// <param name="LastTrack">The highest number given out so far.</param>
/// <param name="FramesToCloseLook">Frames until small faces are looked for again.</param>
/// <param name="Followed">The faces that are followed, the longest-followed first.</param>
internal sealed record FaceTrackerState(int LastTrack, int FramesToCloseLook, ImmutableArray<FollowedRegion> Followed);

/// <summary>Where a followed face will be looked for in the next frame.</summary>
internal sealed record FollowedRegion(int Track, RotatedRectangle Next);
