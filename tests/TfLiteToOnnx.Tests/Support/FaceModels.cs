// The five models that the converter is for.
using System.IO.Compression;

namespace TfLiteToOnnx.Tests.Support;

/// <summary>Bytes of the models: three from the npm package, two from the bundle in the reference data.</summary>
internal static class FaceModels
{
    public const string Detector = "face_detection_short_range";
    public const string Mesh = "face_landmark";
    public const string AttentionMesh = "face_landmark_with_attention";
    public const string BundleMesh = "face_landmarks_detector";
    public const string Blendshapes = "face_blendshapes";

    public static TheoryData<string> All => [Detector, Mesh, AttentionMesh, BundleMesh, Blendshapes];

    public static byte[] Read(string model) => model switch
    {
        AttentionMesh => FromPackage(0, 2495952),
        Mesh => FromPackage(2495952, 3737848),
        Detector => FromPackage(3757224, 3986256),
        _ => FromBundle($"{model}.tflite"),
    };

    private static byte[] FromPackage(int from, int to)
    {
        string path = Repository.PathOf("node_modules", "@mediapipe", "face_mesh", "face_mesh_solution_packed_assets.data");
        Assert.SkipUnless(File.Exists(path), "node_modules is absent: build the project SmileNotebooks.");
        return File.ReadAllBytes(path)[from..to];
    }

    private static byte[] FromBundle(string entry)
    {
        using ZipArchive bundle = ZipFile.OpenRead(SharedData.PathOf("models", "face_landmarker.task"));
        using MemoryStream content = new();
        using Stream stream = bundle.GetEntry(entry)!.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
