// The stage that may go in any order: from landmarks to action units and smiles.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Measures the faces of a tracked frame. Thread-safe.</summary>
/// <param name="faces">The models.</param>
/// <param name="options">How.</param>
/// <param name="atRest">Each person's own face at rest, where there is one: action units are counted from it, and wrinkles from those that were seen in it.</param>
internal sealed class FrameMeasuring(FaceLandmarker faces, FaceVideoOptions options, IReadOnlyDictionary<int, RestingFace> atRest)
{
    /// <summary>Where one face is followed, it is person 0 however often it was lost and found again.</summary>
    public static int PersonOf(TrackedFace face, FaceVideoOptions options) => options.MaximumFaces == 1 ? 0 : face.Track - 1;

    public MeasuredFrame Measure(TrackedFrame tracked)
    {
        ImmutableArray<MeasuredFace>.Builder measured = ImmutableArray.CreateBuilder<MeasuredFace>(tracked.Faces.Length);
        foreach (TrackedFace face in tracked.Faces)
        {
            if (TryMeasure(tracked.Frame.Picture, face) is { } one)
            {
                measured.Add(one);
            }
        }

        return new MeasuredFrame(tracked.Frame.Index, tracked.Frame.Time)
        {
            Faces = measured.ToImmutable(),
            Unmeasurable = tracked.Faces.Length - measured.Count,
            Checkpoint = tracked.Checkpoint,
        };
    }

    /// <summary>Null where the points lie so that nothing can be measured from them: one such frame must not end a clip of hours.</summary>
    private MeasuredFace? TryMeasure(Picture picture, TrackedFace tracked)
    {
        int person = PersonOf(tracked, options);
        RestingFace? resting = atRest.GetValueOrDefault(person);
        NeutralFace? neutral = resting?.Neutral ?? options.Neutral;
        WrinkleOptions? wrinkles = resting?.Wrinkles is { } lines ? new WrinkleOptions { Neutral = lines } : options.Wrinkles;
        try
        {
            Face face = faces.ToFace(picture, tracked);
            MeasuredFace measured = MeasuredFace.Measure(face, neutral is null ? null : new ActionUnitOptions { Neutral = neutral }, wrinkles);
            return measured.WithoutPicture() with { Person = person, NeutralWrinkles = wrinkles?.Neutral };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
