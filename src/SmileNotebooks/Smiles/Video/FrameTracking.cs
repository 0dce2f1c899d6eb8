// The stage that must go frame by frame: where a face is looked for depends on where it was.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A frame with the faces that were followed into it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Faces">The faces, smoothed where that was asked for.</param>
/// <param name="Checkpoint">Where the tracking stands after it; null for most frames.</param>
internal sealed record TrackedFrame(VideoFrame Frame, ImmutableArray<TrackedFace> Faces, FaceVideoCheckpoint? Checkpoint);

/// <summary>Follows faces through a clip. Not thread-safe.</summary>
internal sealed class FrameTracking : IDisposable
{
    private readonly FaceTracker _tracker;
    private readonly LandmarkSmoothing? _smoothing;
    private readonly int? _framesPerCheckpoint;

    public FrameTracking(FaceLandmarker faces, FaceVideoOptions options)
    {
        _tracker = faces.Track(new FaceTrackerOptions { MaximumFaces = options.MaximumFaces }, options.Workers);
        _smoothing = options.Smoothing is { } smoothing ? new LandmarkSmoothing(smoothing) : null;
        _framesPerCheckpoint = options.FramesPerCheckpoint;
        if (options.ResumeAfter is { } checkpoint)
        {
            _tracker.Restore(checkpoint.Tracker);
            _smoothing?.Restore(checkpoint.Frame, checkpoint.Smoothing);
        }
    }

    public TrackedFrame Next(VideoFrame frame)
    {
        int count = _tracker.Advance(frame.Picture, frame.Time);
        TrackedFace[] faces = new TrackedFace[count];
        for (int i = 0; i < count; i++)
        {
            faces[i] = _tracker.Found(i);
            _smoothing?.Apply(frame.Index, frame.Time, faces[i]);
        }

        _smoothing?.EndFrame(frame.Index);
        bool isCheckpoint = _framesPerCheckpoint is { } every && (frame.Index + 1) % every == 0;
        return new TrackedFrame(frame, ImmutableArray.Create(faces), isCheckpoint ? Checkpoint(frame.Index) : null);
    }

    public void Dispose() => _tracker.Dispose();

    private FaceVideoCheckpoint Checkpoint(int frame) => new() { Frame = frame, Tracker = _tracker.Save(), Smoothing = _smoothing?.Save() ?? [] };
}
