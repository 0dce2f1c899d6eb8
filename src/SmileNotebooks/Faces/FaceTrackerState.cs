using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a tracker carries from one frame to the next.</summary>
/// <param name="LastTrack">The highest number given out so far.</param>
/// <param name="Frame">How many frames there were.</param>
/// <param name="Time">When the last one is shown, seconds.</param>
/// <param name="FramesToCloseLook">Frames until small faces are looked for again.</param>
/// <param name="Followed">The faces that are followed, in their order.</param>
/// <param name="Lost">Those who are remembered, in their order.</param>
internal sealed record FaceTrackerState(
    int LastTrack, int Frame, double Time, int FramesToCloseLook, ImmutableArray<FollowedFaceState> Followed, ImmutableArray<FollowedFaceState> Lost);

/// <summary>The state of one <see cref="FollowedFace"/>.</summary>
internal sealed record FollowedFaceState(
    int Track,
    RotatedRectangle Next,
    double Strangeness,
    double SteadyAt,
    RotatedRectangle SteadyRegion,
    double MeasuredAt,
    double[] Velocities,
    double[] Shape);
