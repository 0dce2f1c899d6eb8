// The models that come with the npm package @mediapipe/face_mesh, one file of several parts beside the assembly.
namespace SmileNotebooks;

/// <summary>Reads the parts of <c>face_mesh_solution_packed_assets.data</c>; the package's loader script states their ranges.</summary>
internal static class MediaPipeAssets
{
    private const string FileName = "face_mesh_solution_packed_assets.data";
    private const long Length = 3986256;

    /// <summary>The file; it lies beside the assembly.</summary>
    public static string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(MediaPipeAssets).Assembly.Location)!, FileName);

    public static byte[] FaceLandmarkWithAttention() => Read(0, 2495952);

    /// <summary>The canonical face and its Procrustes weights (a protocol buffer).</summary>
    public static byte[] GeometryPipelineMetadata() => Read(3737848, 3757224);

    public static byte[] FaceDetectionShortRange() => Read(3757224, 3986256);

    private static byte[] Read(int from, int to)
    {
        try
        {
            return ReadPart(from, to);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaceModelException($"{Path}: cannot be read: {error.Message} Build the project again.", error);
        }
    }

    private static byte[] ReadPart(int from, int to)
    {
        using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length != Length)
        {
            throw new FaceModelException(
                $"{Path}: expected {Length} bytes (@mediapipe/face_mesh 0.4.1657299874), found {file.Length}. Build the project again.");
        }

        byte[] part = new byte[to - from];
        file.Position = from;
        file.ReadExactly(part);
        return part;
    }
}
