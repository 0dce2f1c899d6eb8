// Models ready to run. Conversion takes some tens of milliseconds, so it is done in memory whenever a model is opened:
// nothing converted lies on disk that could be stale, half-written or damaged.
using TfLiteToOnnx;

namespace SmileNotebooks;

/// <summary>Opens the face models.</summary>
internal static class FaceModels
{
    // The two graphs of MediaPipe differ in what they take for one face.
    private const float FaceMeshOverlap = 0.3f;
    private const float FaceLandmarkerOverlap = 0.5f;

    public static FaceDetector Detector() =>
        new(LoadBuiltIn(MediaPipeAssets.FaceDetectionShortRange, "face_detection_short_range.tflite"), SamplingConvention.PixelCentres, FaceMeshOverlap);

    public static LandmarkModel Landmarks() =>
        new AttentionLandmarkModel(LoadBuiltIn(MediaPipeAssets.FaceLandmarkWithAttention, "face_landmark_with_attention.tflite"));

    public static FaceDetector Detector(FaceModelBundle bundle) =>
        new(Load(bundle.Detector, $"{bundle.Path}: face_detector.tflite"), SamplingConvention.OpenCv, FaceLandmarkerOverlap);

    public static LandmarkModel Landmarks(FaceModelBundle bundle) =>
        new BundleLandmarkModel(Load(bundle.Landmarks, $"{bundle.Path}: face_landmarks_detector.tflite"));

    public static BlendshapeModel Blendshapes(FaceModelBundle bundle) =>
        new(Load(bundle.Blendshapes, $"{bundle.Path}: face_blendshapes.tflite"));

    /// <summary>Converts a TFLite model and loads it.</summary>
    /// <param name="tflite">The model.</param>
    /// <param name="name">What errors call it.</param>
    public static Network Load(byte[] tflite, string name)
    {
        byte[] onnx;
        try
        {
            onnx = TfLiteConverter.ToOnnx(tflite);
        }
        catch (Exception error) when (error is TfLiteFormatException or UnsupportedOperatorException)
        {
            throw new FaceModelException($"{name}: {error.Message}", error);
        }

        return new Network(onnx, name);
    }

    private static Network LoadBuiltIn(Func<byte[]> read, string name) => Load(read(), $"{MediaPipeAssets.Path}: {name}");
}
