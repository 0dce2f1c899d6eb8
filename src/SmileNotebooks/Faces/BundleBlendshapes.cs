// Blendshapes are what FaceLandmarker gives only when everything before them is FaceLandmarker's too: its detector's region,
// its own landmarks. So where the landmarks come from Face Mesh, the bundle looks at the picture for itself.
namespace SmileNotebooks;

/// <summary>Measures blendshapes as the bundle's own pipeline does. Not thread-safe: one a worker.</summary>
internal sealed class BundleBlendshapes : IDisposable
{
    private readonly BlendshapeModel _blendshapeModel;

    // Null where the landmarks that it is given are the bundle's already.
    private readonly FaceDetector? _detector;
    private readonly LandmarkModel? _landmarkModel;
    private readonly Point3[] _bundleLandmarks = new Point3[FaceTopology.PointCount];
    private readonly List<RotatedRectangle> _regions = [];

    public BundleBlendshapes(FaceModelBundle bundle, bool landmarksAreTheBundles)
    {
        _blendshapeModel = FaceModels.Blendshapes(bundle);
        if (!landmarksAreTheBundles)
        {
            _detector = FaceModels.Detector(bundle);
            _landmarkModel = FaceModels.Landmarks(bundle);
        }
    }

    /// <summary>Finds the bundle's regions in a picture whose faces will be measured next.</summary>
    public void Look(Picture picture, FaceLandmarkerOptions options)
    {
        _regions.Clear();
        if (_detector is not null)
        {
            foreach (ref readonly Detection detection in _detector.Detect(picture, options.MinimumDetectionScore, options.SmallestFace))
            {
                _regions.Add(FaceRegion.Of(detection));
            }
        }
    }

    /// <summary>Ends what <see cref="Look"/> began: the next faces are of another picture.</summary>
    public void Forget() => _regions.Clear();

    /// <param name="picture">Where the face is.</param>
    /// <param name="region">Where its landmarks were measured; the bundle's own region of the same face is preferred.</param>
    /// <param name="landmarks">Its 478 points.</param>
    public Blendshapes Measure(Picture picture, in RotatedRectangle region, ReadOnlySpan<Point3> landmarks)
    {
        if (_landmarkModel is null)
        {
            return _blendshapeModel.Measure(landmarks);
        }

        _landmarkModel.Measure(picture, BestRegion(region), _bundleLandmarks);
        return _blendshapeModel.Measure(_bundleLandmarks);
    }

    public void Dispose()
    {
        _blendshapeModel.Dispose();
        _detector?.Dispose();
        _landmarkModel?.Dispose();
    }

    private RotatedRectangle BestRegion(RotatedRectangle region) => _regions
        .Where(candidate => FaceRegion.AreOfOneFace(region, candidate))
        .DefaultIfEmpty(region)
        .MaxBy(candidate => FaceRegion.Overlap(region, candidate));
}
