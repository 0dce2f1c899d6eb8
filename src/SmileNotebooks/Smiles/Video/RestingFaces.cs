// A person's own face at rest, from the beginning of the clip.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Looks at the first seconds of a clip.</summary>
internal static class RestingFaces
{
    /// <summary>The median face, with its wrinkles, of each person who is seen in the first seconds; none where that was not asked for.</summary>
    public static ImmutableDictionary<int, RestingFace> Of(IFrameSource source, FaceLandmarker faces, FaceVideoOptions options, CancellationToken cancellation)
    {
        if (options.RestSeconds is not { } seconds)
        {
            return ImmutableDictionary<int, RestingFace>.Empty;
        }

        // Smoothing would add nothing to a median; a run that goes on later looks at the same seconds again.
        using FrameTracking tracking = new(faces, options with { Smoothing = null, ResumeAfter = null, FramesPerCheckpoint = null });
        Dictionary<int, List<Face>> seen = [];
        Dictionary<int, List<Wrinkles>> folds = [];
        bool hasWrinkles = options.Wrinkles is null or { Measured: true, Neutral: null };
        foreach (VideoFrame frame in source.Frames(cancellation).TakeWhile(frame => frame.Time < seconds))
        {
            foreach (TrackedFace face in tracking.Next(frame).Faces.Where(IsMeasurable))
            {
                int person = FrameMeasuring.PersonOf(face, options);
                seen.TryAdd(person, []);
                Face atRest = new()
                {
                    Landmarks = [.. face.Landmarks],
                    Box = FaceRegion.Bounds(face.Landmarks),
                    Confidence = face.Confidence,
                    Pose = HeadPose.Fit(face.Landmarks),
                };
                seen[person].Add(atRest);
                if (hasWrinkles)
                {
                    folds.TryAdd(person, []);
                    folds[person].Add(Wrinkles.Measure(atRest with { Picture = frame.Picture }) with { Face = atRest });
                }
            }
        }

        return seen.ToImmutableDictionary(one => one.Key, one => new RestingFace(
            NeutralFace.From(one.Value), folds.TryGetValue(one.Key, out List<Wrinkles>? wrinkles) ? RestingWrinkles.Median(wrinkles) : null));
    }

    private static bool IsMeasurable(TrackedFace face)
    {
        try
        {
            FrontalMesh.Of(face.Landmarks);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
