// From frame to frame: the next region comes from the last landmarks, so that the detector runs only to find new faces.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Follows faces through the frames of a video. Not thread-safe: one a video. Get one from
/// <see cref="FaceLandmarker.Track"/>.</summary>
public sealed partial class FaceTracker : IDisposable
{
    /// <summary>Frames between looks for small faces while none is followed: such a look takes many times as long as a frame.</summary>
    private const int FramesBetweenCloseLooks = 25;

    private readonly Action<FaceWorker> _giveBack;
    private readonly double _minimumConfidence;
    private readonly List<FollowedFace> _followed = [];
    private readonly Stack<FollowedFace> _spare = [];
    private readonly int _maximumFaces;
    private FaceWorker? _worker;
    private int _lastId;
    private int _framesToCloseLook;

    internal FaceTracker(FaceWorker worker, Action<FaceWorker> giveBack, double minimumConfidence, int maximumFaces)
    {
        _worker = worker;
        _giveBack = giveBack;
        _minimumConfidence = minimumConfidence;
        _maximumFaces = maximumFaces;
    }

    /// <summary>Measures the next frame.</summary>
    /// <returns>The faces that are followed in this frame, the longest-followed first; <see cref="Face.Track"/> tells them apart.</returns>
    /// <exception cref="ObjectDisposedException">The tracker has been disposed.</exception>
    public ImmutableArray<Face> Update(Picture frame)
    {
        Advance(frame);
        ImmutableArray<Face>.Builder faces = ImmutableArray.CreateBuilder<Face>(_followed.Count);
        foreach (FollowedFace face in _followed)
        {
            faces.Add(_worker!.ToFace(frame, face.Measured, face.Landmarks, face.Confidence, face.Id));
        }

        return faces.MoveToImmutable();
    }

    /// <summary>Measures the next frame and keeps the result in buffers: as <see cref="Update"/>, without allocating once
    /// the faces are followed.</summary>
    /// <returns>How many faces are followed; see <see cref="Landmarks"/>.</returns>
    /// <exception cref="ObjectDisposedException">The tracker has been disposed.</exception>
    public int Advance(Picture frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ObjectDisposedException.ThrowIf(_worker is null, this);
        for (int i = _followed.Count - 1; i >= 0; i--)
        {
            if (!Follow(frame, _followed[i]))
            {
                Drop(i);
            }
        }

        DropDuplicates();
        if (_followed.Count < _maximumFaces)
        {
            FindMore(frame);
        }

        return _followed.Count;
    }

    /// <summary>The 478 landmarks of a face after <see cref="Advance"/>, in pixels; valid until the next frame.</summary>
    /// <param name="face">0 to the number of followed faces less one.</param>
    public ReadOnlySpan<Point3> Landmarks(int face) => _followed[face].Landmarks;

    /// <summary>Ends the tracking; the models go back to their landmarker.</summary>
    public void Dispose()
    {
        if (_worker is not null)
        {
            _giveBack(_worker);
            _worker = null;
        }
    }

    private bool Follow(Picture frame, FollowedFace face)
    {
        face.Measured = face.Next;
        face.Confidence = _worker!.Measure(frame, face.Measured, face.Landmarks);
        face.Next = FaceRegion.Of(face.Landmarks);
        return face.Confidence >= _minimumConfidence;
    }

    private void FindMore(Picture frame)
    {
        bool closely = _followed.Count == 0 && _framesToCloseLook-- <= 0;
        _framesToCloseLook = closely ? FramesBetweenCloseLooks : _framesToCloseLook;
        foreach (ref readonly Detection detection in _worker!.FindFaces(frame, closely))
        {
            RotatedRectangle region = FaceRegion.Of(detection);
            if (IsFollowed(region, _followed.Count))
            {
                continue;
            }

            FollowedFace face = _spare.TryPop(out FollowedFace? used) ? used : new FollowedFace();
            face.Next = region;
            _followed.Add(face);
            if (!Follow(frame, face))
            {
                Drop(_followed.Count - 1);
                continue;
            }

            face.Id = ++_lastId;
            if (_followed.Count == _maximumFaces)
            {
                return;
            }
        }
    }

    /// <summary>Two followed faces that have met on one: the one that was followed for longer stays.</summary>
    private void DropDuplicates()
    {
        for (int i = _followed.Count - 1; i > 0; i--)
        {
            if (IsFollowed(_followed[i].Next, i))
            {
                Drop(i);
            }
        }
    }

    private bool IsFollowed(in RotatedRectangle region, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (FaceRegion.AreOfOneFace(region, _followed[i].Next))
            {
                return true;
            }
        }

        return false;
    }

    private void Drop(int index)
    {
        _spare.Push(_followed[index]);
        _followed.RemoveAt(index);
    }

    private sealed class FollowedFace
    {
        public Point3[] Landmarks { get; } = new Point3[FaceTopology.PointCount];

        public int Id { get; set; }

        public double Confidence { get; set; }

        /// <summary>The region that the landmarks were measured in.</summary>
        public RotatedRectangle Measured { get; set; }

        /// <summary>Where the face will be looked for in the next frame.</summary>
        public RotatedRectangle Next { get; set; }
    }
}
