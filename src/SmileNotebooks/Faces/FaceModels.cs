// Models ready to run. Conversion takes some tens of milliseconds, so it is done in memory, once a process: nothing converted
// lies on disk that could be stale, half-written or damaged.
namespace SmileNotebooks;

/// <summary>Opens the face models.</summary>
internal static class FaceModels
{
    // The two graphs of MediaPipe differ in what they take for one face.
    private const float FaceMeshOverlap = 0.3f;
    private const float FaceLandmarkerOverlap = 0.5f;

    private static readonly Lazy<ConvertedModel> s_detector = BuiltIn(MediaPipeAssets.FaceDetectionShortRange, "face_detection_short_range.tflite");
    private static readonly Lazy<ConvertedModel> s_landmarks = BuiltIn(MediaPipeAssets.FaceLandmarkWithAttention, "face_landmark_with_attention.tflite");

    public static FaceDetector Detector() => new(s_detector.Value.Open(), SamplingConvention.PixelCentres, FaceMeshOverlap);

    public static LandmarkModel Landmarks() => new AttentionLandmarkModel(s_landmarks.Value.Open());

    public static FaceDetector Detector(FaceModelBundle bundle) => new(bundle.Detector.Open(), SamplingConvention.OpenCv, FaceLandmarkerOverlap);

    public static LandmarkModel Landmarks(FaceModelBundle bundle) => new BundleLandmarkModel(bundle.Landmarks.Open());

    public static BlendshapeModel Blendshapes(FaceModelBundle bundle) => new(bundle.Blendshapes.Open());

    /// <summary>Converted when first asked for; a failure is not remembered, for the file may be mended.</summary>
    private static Lazy<ConvertedModel> BuiltIn(Func<byte[]> read, string name) =>
        new(() => new ConvertedModel(read(), $"{MediaPipeAssets.Path}: {name}"), LazyThreadSafetyMode.PublicationOnly);
}
