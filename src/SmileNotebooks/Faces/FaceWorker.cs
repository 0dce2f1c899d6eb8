// One set of sessions and buffers: what one thread needs to measure faces.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Detector, landmarks and, where a bundle is present, blendshapes. Not thread-safe.</summary>
internal sealed class FaceWorker : IDisposable
{
    private readonly FaceLandmarkerOptions _options;
    private readonly FaceDetector _detector;
    private readonly LandmarkModel _landmarkModel;
    private readonly Point3[] _landmarks = new Point3[FaceTopology.PointCount];
    private readonly SteadyLook? _steadyLook;
    private readonly BundleBlendshapes? _blendshapes;

    public FaceWorker(FaceLandmarkerOptions options, FaceModelBundle? bundle)
    {
        _options = options;
        bool fromBundle = options.Model == FaceModel.TaskBundle;
        _detector = fromBundle ? FaceModels.Detector(bundle!) : FaceModels.Detector();
        _landmarkModel = fromBundle ? FaceModels.Landmarks(bundle!) : FaceModels.Landmarks();
        _steadyLook = options.Steady ? new SteadyLook(_landmarkModel) : null;
        _blendshapes = bundle is not null && options.Blendshapes ? new BundleBlendshapes(bundle, landmarksAreTheBundles: fromBundle) : null;
    }

    public ImmutableArray<Face> Detect(Picture picture)
    {
        ReadOnlySpan<Detection> detections = _detector.Detect(picture, _options.MinimumDetectionScore, _options.SmallestFace);
        _blendshapes?.Look(picture, _options);
        ImmutableArray<Face>.Builder faces = ImmutableArray.CreateBuilder<Face>(detections.Length);
        for (int i = 0; i < detections.Length && faces.Count < _options.MaximumFaces; i++)
        {
            RotatedRectangle region = FaceRegion.Of(detections[i]);
            double confidence = Measure(picture, region, _landmarks);
            if (confidence >= _options.MinimumConfidence)
            {
                faces.Add(ToFace(picture, region, _landmarks, confidence, track: null) with { SteadyLandmarks = _steadyLook?.From(picture, _landmarks) });
            }
        }

        _blendshapes?.Forget();

        return faces.ToImmutable();
    }

    /// <summary>What the detector finds, the most certain first; valid until the next call.</summary>
    /// <param name="picture">Where to look.</param>
    /// <param name="closely">Whether to look for small faces where no large one is.</param>
    public ReadOnlySpan<Detection> FindFaces(Picture picture, bool closely) =>
        _detector.Detect(picture, _options.MinimumDetectionScore, closely ? _options.SmallestFace : 1);

    /// <summary>The landmarks of the face in a region.</summary>
    /// <returns>The confidence that there is one.</returns>
    public double Measure(Picture picture, in RotatedRectangle region, Span<Point3> landmarks) =>
        _landmarkModel.Measure(picture, region, landmarks);

    public Face ToFace(Picture picture, in RotatedRectangle region, ReadOnlySpan<Point3> landmarks, double confidence, int? track) => new()
    {
        Landmarks = [.. landmarks],
        Box = FaceRegion.Bounds(landmarks),
        Confidence = confidence,
        Pose = HeadPose.Fit(landmarks),
        Blendshapes = _blendshapes?.Measure(picture, region, landmarks),
        Picture = picture,
        Track = track,
    };

    /// <summary>As <see cref="ToFace(Picture, in RotatedRectangle, ReadOnlySpan{Point3}, double, int?)"/>, of a face that a tracker followed.</summary>
    public Face ToFace(Picture picture, TrackedFace face) => ToFace(picture, face.Region, face.Landmarks, face.Confidence, face.Track);

    public void Dispose()
    {
        _detector.Dispose();
        _landmarkModel.Dispose();
        _blendshapes?.Dispose();
    }
}
