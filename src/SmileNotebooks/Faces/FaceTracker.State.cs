// What crosses frames, out and in again: a run that was broken off goes on with the same numbers, and measuring need not wait for tracking.
namespace SmileNotebooks;

public sealed partial class FaceTracker
{
    /// <summary>A followed face after <see cref="Advance(Picture, double)"/>, copied.</summary>
    /// <param name="face">0 to the number of followed faces less one.</param>
    internal TrackedFace Found(int face)
    {
        FollowedFace followed = _followed[face];
        return new TrackedFace(followed.Id, [.. followed.Landmarks], followed.Confidence, followed.Measured);
    }

    /// <summary>All that the next frame depends on.</summary>
    internal FaceTrackerState Save() =>
        new(_lastId, _frame, _time, _framesToCloseLook, [.. _followed.Select(face => face.Save())], [.. _lost.People.Select(face => face.Save())]);

    /// <summary>Goes on where another tracker of the same models and options stood.</summary>
    internal void Restore(FaceTrackerState state)
    {
        (_lastId, _frame, _time, _framesToCloseLook) = (state.LastTrack, state.Frame, state.Time, state.FramesToCloseLook);
        _followed.AddRange(state.Followed.Select(FollowedFace.Restore));
        foreach (FollowedFaceState person in state.Lost)
        {
            _lost.Add(FollowedFace.Restore(person));
        }
    }
}
