// A followed face kept in a file, and taken up again. All that Advance and UnlikenessTo read; landmarks are measured anew in each frame.
namespace SmileNotebooks;

internal sealed partial class FollowedFace
{
    public static FollowedFace Restore(FollowedFaceState state)
    {
        FollowedFace face = new()
        {
            Id = state.Track,
            Next = state.Next,
            Strangeness = state.Strangeness,
            SteadyAt = state.SteadyAt,
            _steadyRegion = state.SteadyRegion,
            _measuredAt = state.MeasuredAt,
        };
        (face._velocityX, face._velocityY, face._steadyVelocityX, face._steadyVelocityY) = (state.Velocities[0], state.Velocities[1], state.Velocities[2], state.Velocities[3]);
        face.Shape.Restore(state.Shape);
        return face;
    }

    public FollowedFaceState Save() =>
        new(Id, Next, Strangeness, SteadyAt, _steadyRegion, _measuredAt, [_velocityX, _velocityY, _steadyVelocityX, _steadyVelocityY], Shape.Save());
}
