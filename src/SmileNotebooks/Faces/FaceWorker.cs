// One set of sessions and buffers: what one thread needs to measure faces.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Detector, landmarks and, where a bundle is present, blendshapes. Not thread-safe.</summary>
internal sealed class FaceWorker : IDisposable
{
    private readonly FaceLandmarkerOptions options;
    private readonly FaceDetector detector;
    private readonly LandmarkModel landmarkModel;
    private readonly Point3[] landmarks = new Point3[FaceTopology.PointCount];
    private readonly BundleBlendshapes? blendshapes;

    public FaceWorker(FaceLandmarkerOptions options, FaceModelBundle? bundle)
    {
        this.options = options;
        bool fromBundle = options.Model == FaceModel.TaskBundle;
        detector = fromBundle ? FaceModels.Detector(bundle!) : FaceModels.Detector();
        landmarkModel = fromBundle ? FaceModels.Landmarks(bundle!) : FaceModels.Landmarks();
        blendshapes = bundle is not null && options.Blendshapes ? new BundleBlendshapes(bundle, landmarksAreTheBundles: fromBundle) : null;
    }

    public ImmutableArray<Face> Detect(Picture picture)
    {
        ReadOnlySpan<Detection> detections = detector.Detect(picture, options.MinimumDetectionScore, options.SmallestFace);
        blendshapes?.Look(picture, options);
        ImmutableArray<Face>.Builder faces = ImmutableArray.CreateBuilder<Face>(detections.Length);
        SteadyLook? steady = options.Steady && detections.Length > 0 ? new SteadyLook(landmarkModel, picture) : null;
        for (int i = 0; i < detections.Length && faces.Count < options.MaximumFaces; i++)
        {
            RotatedRectangle region = FaceRegion.Of(detections[i]);
            double confidence = Measure(picture, region, landmarks);
            if (confidence >= options.MinimumConfidence)
            {
                faces.Add(ToFace(picture, region, landmarks, confidence, track: null) with { SteadyLandmarks = steady?.From(landmarks) });
            }
        }

        blendshapes?.Forget();

        return faces.ToImmutable();
    }

    /// <summary>What the detector finds, the most certain first; valid until the next call.</summary>
    /// <param name="picture">Where to look.</param>
    /// <param name="closely">Whether to look for small faces where no large one is.</param>
    public ReadOnlySpan<Detection> FindFaces(Picture picture, bool closely) =>
        detector.Detect(picture, options.MinimumDetectionScore, closely ? options.SmallestFace : 1);

    /// <summary>The landmarks of the face in a region.</summary>
    /// <returns>The confidence that there is one.</returns>
    public double Measure(Picture picture, in RotatedRectangle region, Span<Point3> landmarks) =>
        landmarkModel.Measure(picture, region, landmarks);

    public Face ToFace(Picture picture, in RotatedRectangle region, ReadOnlySpan<Point3> landmarks, double confidence, int? track) => new()
    {
        Landmarks = [.. landmarks],
        Box = FaceRegion.Bounds(landmarks),
        Confidence = confidence,
        Pose = HeadPose.Fit(landmarks),
        Blendshapes = blendshapes?.Measure(picture, region, landmarks),
        Picture = picture,
        Track = track,
    };

    public void Dispose()
    {
        detector.Dispose();
        landmarkModel.Dispose();
        blendshapes?.Dispose();
    }
}
