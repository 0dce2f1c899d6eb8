// From frame to frame: the next region comes from the last landmarks, so that the detector runs only to find new faces.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Follows faces through the frames of a video. Not thread-safe: one a video. Get one from
/// <see cref="FaceLandmarker.Track(FaceTrackerOptions)"/>.</summary>
/// <remarks>
/// <para>A person keeps one number (<see cref="Face.Track"/>) for the whole video. Who was not seen for a while - turned away, hidden, out of the picture - gets the old number again when
/// a face is found within <see cref="FaceTrackerOptions.LongestAbsence"/> that is of like shape and not farther away or of another size than the time allows: see docs/video.md. Where several
/// match, the likest pair comes first. Where two faces meet on one, the one stays that has moved as it was going.</para>
/// <para>This is no face recognition. Two people of like faces who change places while both are hidden may be taken for each other, and a person who comes back
/// with the head far turned may get a new number. Tables of measures should be looked at where a number ends and another begins.</para>
/// </remarks>
public sealed partial class FaceTracker : IDisposable
{
    /// <summary>Frames between looks for small faces while none is followed: such a look takes many times as long as a frame.</summary>
    private const int FramesBetweenCloseLooks = 25;

    /// <summary>Seconds a frame where no times are given: 25 frames per second, a convention.</summary>
    private const double SecondsAFrame = 0.04;

    /// <summary>Looks at a face in the frame that it is found in. On painted faces the lip corners came to rest at the seventh look at the latest, but for a cycle of two looks.</summary>
    private const int LooksAtNewFace = 9;

    private readonly Action<FaceWorker> _giveBack;
    private readonly double _minimumConfidence;
    private readonly FaceTrackerOptions _options;
    private readonly bool _settle;
    private readonly LostPeople _lost;
    private readonly List<FollowedFace> _followed = [];
    private readonly Stack<FollowedFace> _spare = [];
    private FaceWorker? _worker;
    private int _lastId;
    private int _frame;
    private double _time = -SecondsAFrame;
    private int _framesToCloseLook;

    internal FaceTracker(FaceWorker worker, Action<FaceWorker> giveBack, double minimumConfidence, FaceTrackerOptions options, bool settle)
    {
        _worker = worker;
        _giveBack = giveBack;
        _minimumConfidence = minimumConfidence;
        _options = options;
        _settle = settle;
        _lost = new LostPeople(options.LongestAbsence, _spare);
    }

    /// <summary>Measures the next frame of a video of 25 frames per second.</summary>
    /// <returns>The faces that are followed in this frame, the longest-followed first; <see cref="Face.Track"/> tells them apart.</returns>
    /// <exception cref="ObjectDisposedException">The tracker has been disposed.</exception>
    public ImmutableArray<Face> Update(Picture frame) => Update(frame, _time + SecondsAFrame);

    /// <summary>Measures the next frame.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="time">When it is shown, in seconds; after the frame before. Absences are counted by it.</param>
    /// <returns>The faces that are followed in this frame, the longest-followed first; <see cref="Face.Track"/> tells them apart.</returns>
    /// <exception cref="ObjectDisposedException">The tracker has been disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after that of the frame before.</exception>
    public ImmutableArray<Face> Update(Picture frame, double time)
    {
        Advance(frame, time);
        ImmutableArray<Face>.Builder faces = ImmutableArray.CreateBuilder<Face>(_followed.Count);
        foreach (FollowedFace face in _followed)
        {
            faces.Add(_worker!.ToFace(frame, face.Measured, face.Landmarks, face.Confidence, face.Id));
        }

        return faces.MoveToImmutable();
    }

    /// <summary>Measures the next frame of a video of 25 frames per second and keeps the result in buffers: as <see cref="Update(Picture)"/>, without
    /// allocating once the faces are followed.</summary>
    /// <returns>How many faces are followed; see <see cref="Landmarks"/>.</returns>
    /// <exception cref="ObjectDisposedException">The tracker has been disposed.</exception>
    public int Advance(Picture frame) => Advance(frame, _time + SecondsAFrame);

    /// <summary>Measures the next frame and keeps the result in buffers: as <see cref="Update(Picture, double)"/>, without allocating once
    /// the faces are followed.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="time">When it is shown, in seconds; after the frame before.</param>
    /// <returns>How many faces are followed; see <see cref="Landmarks"/>.</returns>
    /// <exception cref="ObjectDisposedException">The tracker has been disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after that of the frame before.</exception>
    public int Advance(Picture frame, double time)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ObjectDisposedException.ThrowIf(_worker is null, this);
        if (_frame > 0 ? !(time > _time) : !double.IsFinite(time))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"Frame {_frame} is shown after the one before it, at {_time} s.");
        }

        _time = time;
        _lost.Forget(time);
        int before = _followed.Count;
        LookAtFollowed(frame);
        for (int i = _followed.Count - 1; i >= 0; i--)
        {
            if (!IsStillThere(_followed[i]))
            {
                Lose(i);
            }
        }

        LoseDuplicates();
        bool isTimeToSearch = _followed.Count == 0 || _followed.Count < before || _frame % _options.FramesBetweenSearches == 0;
        if (_followed.Count < _options.MaximumFaces && isTimeToSearch)
        {
            FindMore(frame);
        }

        _frame++;
        return _followed.Count;
    }

    /// <summary>The 478 landmarks of a face after <see cref="Advance(Picture)"/>, in pixels; valid until the next frame.</summary>
    /// <param name="face">0 to the number of followed faces less one.</param>
    public ReadOnlySpan<Point3> Landmarks(int face) => _followed[face].Landmarks;

    /// <summary>Ends the tracking; the models go back to their landmarker.</summary>
    public void Dispose()
    {
        if (_worker is not null)
        {
            _giveBack(_worker);
            _furtherWorkers.ForEach(_giveBack);
            _furtherWorkers.Clear();
            _worker = null;
        }
    }

    private bool Follow(Picture frame, FollowedFace face)
    {
        Look(_worker!, frame, face);
        return IsStillThere(face);
    }

    private static void Look(FaceWorker worker, Picture frame, FollowedFace face)
    {
        face.Measured = face.Next;
        face.Confidence = worker.Measure(frame, face.Measured, face.Landmarks);
    }

    private bool IsStillThere(FollowedFace face)
    {
        if (face.Confidence < _minimumConfidence)
        {
            return false;
        }

        face.Advance(_time);
        return true;
    }

    private void FindMore(Picture frame)
    {
        bool closely = _followed.Count == 0 && _framesToCloseLook-- <= 0;
        _framesToCloseLook = closely ? FramesBetweenCloseLooks : _framesToCloseLook;
        int known = _followed.Count;
        foreach (ref readonly Detection detection in _worker!.FindFaces(frame, closely))
        {
            RotatedRectangle region = FaceRegion.Of(detection);
            if (IsFollowed(region, _followed.Count))
            {
                continue;
            }

            FollowedFace face = _spare.TryPop(out FollowedFace? used) ? used : new FollowedFace();
            face.Begin(region);
            if (!Follow(frame, face) || !Settle(frame, face) || IsFollowed(face.Next, _followed.Count))
            {
                _spare.Push(face);
                continue;
            }

            _followed.Add(face);
            if (_followed.Count == _options.MaximumFaces)
            {
                break;
            }
        }

        Name(known);
    }

    /// <summary>Looks at a new face again, each time where the landmarks before say that it is. The detector's region is looser than that of landmarks, and without this
    /// the lip corners of a still face wander by .017 lip widths over the first seven frames (docs/validation.md), which reads as the beginning of a smile.</summary>
    private bool Settle(Picture frame, FollowedFace face)
    {
        for (int look = 1; look < LooksAtNewFace && _settle; look++)
        {
            if (!Follow(frame, face))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Numbers those who were found in this frame: first those who have come back, then the new ones in the detector's order.</summary>
    private void Name(int known)
    {
        _lost.Recognise(_followed, known, _time);
        for (int i = known; i < _followed.Count; i++)
        {
            if (_followed[i].Id == 0)
            {
                _followed[i].Id = ++_lastId;
            }
        }
    }

    /// <summary>Of two followed faces that have met on one, the one stays that has moved as it was going; where both have, the one that was followed for longer.</summary>
    private void LoseDuplicates()
    {
        for (int i = _followed.Count - 1; i > 0; i--)
        {
            for (int j = i - 1; j >= 0; j--)
            {
                if (FaceRegion.AreOfOneFace(_followed[i].Next, _followed[j].Next))
                {
                    bool hasJumped = _followed[j].Strangeness > (2 * _followed[i].Strangeness) + 0.02;
                    Lose(hasJumped ? j : i);
                    break;
                }
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

    private void Lose(int index)
    {
        _lost.Add(_followed[index]);
        _followed.RemoveAt(index);
    }
}
