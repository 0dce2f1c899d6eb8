// Stored outputs of the real MediaPipe, in pixels.
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests.Faces;

/// <summary>Reference landmarks and blendshapes, and the distance to them.</summary>
internal static class Golden
{
    public static Picture Astronaut() => Picture.Load(Repository.PathOf("data-samples", "photos", "astronaut.png"));

    /// <summary>Landmarks of <c>face_mesh_wasm_astronaut_478_refined.json</c>.</summary>
    /// <param name="frame"><c>detected_frame</c>, <c>tracked_frame_1</c> or <c>tracked_frame_59</c>.</param>
    public static Point3[] FaceMesh(string frame)
    {
        JsonNode golden = Read("golden", "face_mesh_wasm_astronaut_478_refined.json");
        return ToPixels(golden[frame]![0]!.AsArray(), 512, 512);
    }

    /// <summary>Landmarks and blendshapes of FaceLandmarker on the astronaut.</summary>
    public static (Point3[] Landmarks, JsonNode Blendshapes) TaskBundle()
    {
        JsonNode golden = Read("golden", "face_landmarker_task_astronaut.json");
        return (ToPixels(golden["landmarks"]!.AsArray(), 512, 512), golden["blendshapes"]!);
    }

    /// <summary>The 60 portraits with what FaceLandmarker gives on each.</summary>
    public static IEnumerable<Portrait> Portraits()
    {
        string folder = SharedData.PathOf("data", "congress");
        string[] lines = File.ReadAllLines(Path.Combine(folder, "face_landmarker_blendshapes.csv"));
        string[] header = lines[0].Split(',');
        Dictionary<string, Dictionary<string, double>> blendshapes = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(
            row => row[0],
            row => Blendshapes.Names.ToDictionary(name => name, name => double.Parse(row[Array.IndexOf(header, name)], CultureInfo.InvariantCulture)));
        foreach (string line in File.ReadLines(Path.Combine(folder, "face_landmarker_landmarks478.jsonl")))
        {
            JsonNode row = JsonNode.Parse(line)!;
            string name = (string)row["image"]!;
            yield return new Portrait(
                name,
                Path.Combine(folder, "photos", name),
                ToPixels(row["landmarks"]!.AsArray(), (int)row["w"]!, (int)row["h"]!),
                blendshapes[name]);
        }
    }

    /// <summary>Mean and largest distance in the picture plane.</summary>
    public static (double Mean, double Max) Distance(IReadOnlyList<Point3> found, IReadOnlyList<Point3> expected)
    {
        Assert.Equal(expected.Count, found.Count);
        double[] distances = [.. found.Zip(expected, (a, b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)))];
        return (distances.Average(), distances.Max());
    }

    private static JsonNode Read(params string[] path) => JsonNode.Parse(File.ReadAllText(SharedData.PathOf(path)))!;

    private static Point3[] ToPixels(JsonArray points, int width, int height) =>
        [.. points.Select(point => new Point3((float)point![0]! * width, (float)point[1]! * height, (float)point[2]! * width))];
}

/// <summary>A portrait with FaceLandmarker's landmarks (pixels) and blendshapes.</summary>
internal sealed record Portrait(string Name, string Path, Point3[] Landmarks, IReadOnlyDictionary<string, double> Blendshapes);
