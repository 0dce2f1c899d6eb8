// From a picture to faces: the door to this room.
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Finds faces and their 478 landmarks in pictures. Thread-safe: each call in flight has sessions of its own, which
/// later calls reuse. Holds native memory (about 45 MB a thread): dispose it.</summary>
/// <remarks>Sources: Bazarevsky et al. (2019), Kartynnik et al. (2019), Grishchenko et al. (2020).</remarks>
/// <example><code>
/// using var faces = FaceLandmarker.Open();
/// var face = faces.Detect(Picture.Load("portrait.jpg")).Single();
/// </code></example>
public sealed class FaceLandmarker : IDisposable
{
    private readonly FaceLandmarkerOptions _options;
    private readonly FaceModelBundle? _bundle;
    private readonly ConcurrentBag<FaceWorker> _idle = [];
    private volatile bool _disposed;

    private FaceLandmarker(FaceLandmarkerOptions options, FaceModelBundle? bundle)
    {
        _options = options;
        _bundle = bundle;
    }

    /// <summary>Whether faces come with blendshapes.</summary>
    public bool HasBlendshapes => _bundle is not null && _options.Blendshapes;

    /// <summary>Opens the models.</summary>
    /// <param name="options">Default: all faces, the models that come with the library, blendshapes where a bundle is present.</param>
    /// <exception cref="FaceModelException">A model is missing or damaged; the message names the file.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static FaceLandmarker Open(FaceLandmarkerOptions? options = null)
    {
        options ??= new FaceLandmarkerOptions();
        options.Validate();
        FaceLandmarker landmarker = new(options, FindBundle(options));

        // The first set of sessions is made here, so that a damaged model is an error of Open, not of the first picture.
        landmarker._idle.Add(new FaceWorker(options, landmarker._bundle));
        return landmarker;
    }

    /// <summary>Finds the faces in a picture.</summary>
    /// <returns>The faces, the detector's most certain first; empty if there is none.</returns>
    /// <exception cref="ObjectDisposedException">The landmarker has been disposed.</exception>
    public ImmutableArray<Face> Detect(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        FaceWorker worker = Rent();
        try
        {
            return worker.Detect(picture);
        }
        finally
        {
            Return(worker);
        }
    }

    /// <summary>Starts following faces through the frames of a video.</summary>
    /// <param name="maximumFaces">How many faces to follow at a time, at least 1; see <see cref="FaceTrackerOptions"/>. Default: 1.</param>
    /// <exception cref="ObjectDisposedException">The landmarker has been disposed.</exception>
    public FaceTracker Track(int maximumFaces = 1) => Track(new FaceTrackerOptions { MaximumFaces = maximumFaces });

    /// <summary>Starts following faces through the frames of a video.</summary>
    /// <param name="options">How many, how often new ones are looked for, and for how long those are remembered who are not seen.</param>
    /// <exception cref="ObjectDisposedException">The landmarker has been disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public FaceTracker Track(FaceTrackerOptions options) => Track(options, threads: 1);

    /// <summary>As <see cref="Track(FaceTrackerOptions)"/>; where several faces are followed, so many threads look at them. The numbers do not depend on it.</summary>
    internal FaceTracker Track(FaceTrackerOptions options, int threads)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new FaceTracker(Rent(), Return, _options.MinimumConfidence, options) { Rent = Rent, Threads = threads };
    }

    /// <summary>Frees the models. Calls in flight end in peace.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out FaceWorker? worker))
        {
            worker.Dispose();
        }
    }

    /// <summary>What a tracker followed as a face; blendshapes, where there are any, are measured now. Safe to call from several threads.</summary>
    internal Face ToFace(Picture picture, TrackedFace tracked)
    {
        if (!HasBlendshapes)
        {
            return new Face
            {
                Landmarks = [.. tracked.Landmarks],
                Box = FaceRegion.Bounds(tracked.Landmarks),
                Confidence = tracked.Confidence,
                Pose = HeadPose.Fit(tracked.Landmarks),
                Picture = picture,
                Track = tracked.Track,
            };
        }

        FaceWorker worker = Rent();
        try
        {
            return worker.ToFace(picture, tracked);
        }
        finally
        {
            Return(worker);
        }
    }

    private static FaceModelBundle? FindBundle(FaceLandmarkerOptions options)
    {
        string folder = options.ModelFolder ?? FaceModelFolder.Default;
        if (options.Model == FaceModel.TaskBundle || (options.Blendshapes && FaceModelBundle.IsPresent(folder)))
        {
            return FaceModelBundle.Load(System.IO.Path.Combine(folder, FaceModelBundle.FileName));
        }

        return null;
    }

    private FaceWorker Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryTake(out FaceWorker? worker) ? worker : new FaceWorker(_options, _bundle);
    }

    private void Return(FaceWorker worker)
    {
        _idle.Add(worker);
        if (_disposed)
        {
            Dispose();
        }
    }
}
