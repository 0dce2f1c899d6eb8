// Smoothing of whole faces: a filter for each face that is followed, which begins anew where the face was lost.
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Smooths the landmarks of tracked faces from frame to frame. Not thread-safe: frames come in their order.</summary>
internal sealed class LandmarkSmoothing(OneEuroOptions options)
{
    private const int RightEyeOuter = 33, LeftEyeOuter = 263;

    private readonly Dictionary<int, Followed> _followed = [];
    private readonly double[] _values = new double[3 * FaceTopology.PointCount];

    /// <summary>Replaces the landmarks of a face by smoothed ones.</summary>
    public void Apply(int frame, double time, TrackedFace face)
    {
        if (!_followed.TryGetValue(face.Track, out Followed? followed) || followed.Frame != frame - 1)
        {
            // What lies before a gap says nothing of the place after it.
            followed = new Followed(new OneEuroFilter(_values.Length, options));
            _followed[face.Track] = followed;
        }

        followed.Frame = frame;
        Point3 right = face.Landmarks[RightEyeOuter];
        Point3 left = face.Landmarks[LeftEyeOuter];
        double scale = Math.Sqrt(Square(left.X - right.X) + Square(left.Y - right.Y) + Square(left.Z - right.Z));
        for (int i = 0; i < face.Landmarks.Length; i++)
        {
            (_values[3 * i], _values[(3 * i) + 1], _values[(3 * i) + 2]) = (face.Landmarks[i].X, face.Landmarks[i].Y, face.Landmarks[i].Z);
        }

        // Eye corners that coincide cannot be measured anyway; a scale of 0 would make NaN of the rest.
        followed.Filter.Apply(time, _values, Math.Max(scale, 1e-6));
        for (int i = 0; i < face.Landmarks.Length; i++)
        {
            face.Landmarks[i] = new Point3((float)_values[3 * i], (float)_values[(3 * i) + 1], (float)_values[(3 * i) + 2]);
        }
    }

    /// <summary>Forgets faces that were not seen in a frame.</summary>
    public void EndFrame(int frame)
    {
        foreach (int track in _followed.Where(one => one.Value.Frame != frame).Select(one => one.Key).ToArray())
        {
            _followed.Remove(track);
        }
    }

    /// <summary>The state of each filter by the number of its face.</summary>
    public Dictionary<int, byte[]> Save() =>
        _followed.ToDictionary(one => one.Key, one => MemoryMarshal.AsBytes(one.Value.Filter.Save().AsSpan()).ToArray());

    /// <summary>Goes on after a frame.</summary>
    public void Restore(int frame, IReadOnlyDictionary<int, byte[]> states)
    {
        _followed.Clear();
        foreach ((int track, byte[] state) in states)
        {
            Followed followed = new(new OneEuroFilter(_values.Length, options)) { Frame = frame };
            followed.Filter.Restore(MemoryMarshal.Cast<byte, double>(state));
            _followed.Add(track, followed);
        }
    }

    private static double Square(double value) => value * value;

    private sealed class Followed(OneEuroFilter filter)
    {
        public OneEuroFilter Filter { get; } = filter;

        public int Frame { get; set; }
    }
}
