// The average face that MediaPipe fits heads to: its vertices, triangles, mirror pairs and Procrustes weights.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>MediaPipe's canonical face: a neutral, symmetric face of 468 vertices in centimetres.
/// Frame: origin inside the head, x toward the subject's left (the viewer's right), y up, z toward the viewer.</summary>
/// <remarks>Read from the face-geometry metadata of the npm package <c>@mediapipe/face_mesh</c>, whose message is described by
/// <c>geometry_pipeline_metadata.proto</c> and <c>mesh_3d.proto</c> of google-ai-edge/mediapipe.</remarks>
public sealed class CanonicalFace
{
    /// <summary>Vertices of the face's surface; the ten iris points of a mesh have no canonical position.</summary>
    public const int VertexCount = 468;

    private const int FloatsPerVertex = 5;
    private static readonly Lazy<CanonicalFace> Instance = new(() => Read(MediaPipeAssets.GeometryPipelineMetadata()));

    private CanonicalFace(ImmutableArray<Point3> vertices, ImmutableArray<(int A, int B, int C)> triangles, ImmutableArray<float> weights)
    {
        Vertices = vertices;
        Triangles = triangles;
        Weights = weights;
        Mirror = MirrorPairs(vertices);
    }

    /// <summary>The face that comes with the models, read once.</summary>
    public static CanonicalFace Default => Instance.Value;

    /// <summary>Positions in centimetres: [468].</summary>
    public ImmutableArray<Point3> Vertices { get; }

    /// <summary>The surface as 898 triangles of vertex indices; counter-clockwise as seen from outside the head.</summary>
    public ImmutableArray<(int A, int B, int C)> Triangles { get; }

    /// <summary>How much each vertex counts when a head is fitted: [468]. Zero but for 33 vertices that move little with the expression.</summary>
    public ImmutableArray<float> Weights { get; }

    /// <summary>For each of the 478 points of a mesh with irises, the same point on the other side of the face: [478].
    /// A point of the midline is its own mirror.</summary>
    public ImmutableArray<int> Mirror { get; }

    /// <summary>Decodes a <c>GeometryPipelineMetadata</c> message.</summary>
    /// <exception cref="InvalidDataException">The message is cut, malformed or not of 468 symmetric vertices.</exception>
    internal static CanonicalFace Read(ReadOnlySpan<byte> metadata)
    {
        List<float> vertexBuffer = new(VertexCount * FloatsPerVertex);
        List<int> indices = [];
        float[] weights = new float[VertexCount];
        ProtobufReader reader = new(metadata, "geometry pipeline metadata");
        while (reader.NextField())
        {
            switch (reader.Field)
            {
                case 1:
                    ReadMesh(reader.Message(), vertexBuffer, indices);
                    break;
                case 2:
                    ReadWeight(reader.Message(), weights);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new CanonicalFace(ToVertices(vertexBuffer), ToTriangles(indices), [.. weights]);
    }

    private static void ReadMesh(ReadOnlySpan<byte> message, List<float> vertexBuffer, List<int> indices)
    {
        ProtobufReader reader = new(message, "canonical mesh");
        while (reader.NextField())
        {
            switch (reader.Field)
            {
                case 3:
                    vertexBuffer.Add(reader.Single());
                    break;
                case 4:
                    indices.Add(reader.Int32());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static void ReadWeight(ReadOnlySpan<byte> message, float[] weights)
    {
        int landmark = 0;
        float weight = 0;
        ProtobufReader reader = new(message, "Procrustes landmark");
        while (reader.NextField())
        {
            switch (reader.Field)
            {
                case 1:
                    landmark = reader.Int32();
                    break;
                case 2:
                    weight = reader.Single();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        weights[InRange(landmark)] = weight;
    }

    private static ImmutableArray<Point3> ToVertices(List<float> buffer)
    {
        if (buffer.Count != VertexCount * FloatsPerVertex)
        {
            throw new InvalidDataException(
                $"canonical mesh: expected {VertexCount} vertices of {FloatsPerVertex} numbers, found {buffer.Count} numbers.");
        }

        return [.. Enumerable.Range(0, VertexCount).Select(i => i * FloatsPerVertex).Select(i => new Point3(buffer[i], buffer[i + 1], buffer[i + 2]))];
    }

    private static ImmutableArray<(int A, int B, int C)> ToTriangles(List<int> indices)
    {
        if (indices.Count % 3 != 0)
        {
            throw new InvalidDataException($"canonical mesh: expected three indices a triangle, found {indices.Count} indices.");
        }

        return [.. indices.Select(InRange).Chunk(3).Select(corner => (corner[0], corner[1], corner[2]))];
    }

    private static int InRange(int vertex) => vertex is >= 0 and < VertexCount
        ? vertex
        : throw new InvalidDataException($"canonical mesh: expected a vertex below {VertexCount}, found {vertex}.");

    private static ImmutableArray<int> MirrorPairs(ImmutableArray<Point3> vertices)
    {
        Dictionary<Point3, int> byPosition = [];
        for (int i = 0; i < vertices.Length; i++)
        {
            byPosition[vertices[i]] = i;
        }

        int[] mirror = new int[FaceTopology.PointCount];
        for (int i = 0; i < vertices.Length; i++)
        {
            mirror[i] = byPosition.TryGetValue(vertices[i] with { X = 0f - vertices[i].X }, out int other)
                ? other
                : throw new InvalidDataException($"canonical mesh: vertex {i} has no mirror image.");
        }

        // Irises: centre, then four points of the rim counted from the viewer's right in both eyes, so that right and left swap.
        (int Right, int Left)[] irises = [(468, 473), (469, 476), (470, 475), (471, 474), (472, 477)];
        foreach ((int right, int left) in irises)
        {
            (mirror[right], mirror[left]) = (left, right);
        }

        return [.. mirror];
    }
}
