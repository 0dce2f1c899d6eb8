// Faces whose landmarks the real MediaPipe found: the material of the tests of pose, action units and smiles.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SmileNotebooks.Tests;

/// <summary>A portrait with what Google's FaceLandmarker gave on it.</summary>
internal sealed record Portrait(string Image, Face Face, IReadOnlyDictionary<string, double> Official)
{
    public double OfficialSmile => Both("mouthSmile");

    public double Both(string blendshape) => (Official[blendshape + "Left"] + Official[blendshape + "Right"]) / 2;
}

internal static class ReferenceFaces
{
    /// <summary>The 60 portraits; skips the running test where the reference data are absent.</summary>
    public static IReadOnlyList<Portrait> Portraits()
    {
        string[] rows = File.ReadAllLines(SharedData.PathOf("data", "congress", "face_landmarker_blendshapes.csv"));
        string[] columns = rows[0].Split(',');
        Dictionary<string, Dictionary<string, double>> official = rows.Skip(1).Select(row => row.Split(','))
            .ToDictionary(cells => cells[0], cells => columns.Zip(cells).Skip(1)
                .ToDictionary(cell => cell.First, cell => double.Parse(cell.Second, CultureInfo.InvariantCulture)));

        List<Portrait> portraits = [];
        foreach (string line in File.ReadLines(SharedData.PathOf("data", "congress", "face_landmarker_landmarks478.jsonl")))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string image = json.RootElement.GetProperty("image").GetString()!;
            ImmutableArray<Point3> landmarks = ToPixels(json.RootElement.GetProperty("landmarks"),
                json.RootElement.GetProperty("w").GetInt32(), json.RootElement.GetProperty("h").GetInt32());
            portraits.Add(new Portrait(image, FaceOf(landmarks), official[image]));
        }

        return portraits;
    }

    /// <summary>The astronaut's 478 points; skips the running test where the reference data are absent.</summary>
    /// <param name="frame">Of face_mesh's run: <c>detected_frame</c>, <c>tracked_frame_1</c> or <c>tracked_frame_59</c>.</param>
    public static Face Astronaut(string frame = "detected_frame")
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("golden", "face_mesh_wasm_astronaut_478_refined.json")));
        return FaceOf(ToPixels(json.RootElement.GetProperty(frame)[0], 512, 512));
    }

    /// <summary>The astronaut's 478 points as the <c>.task</c> bundle finds them; skips as <see cref="Astronaut"/> does.</summary>
    public static Face AstronautOfTheBundle()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("golden", "face_landmarker_task_astronaut.json")));
        return FaceOf(ToPixels(json.RootElement.GetProperty("landmarks"), 512, 512));
    }

    /// <summary>The astronaut's blendshapes as the <c>.task</c> bundle gives them; skips as <see cref="Astronaut"/> does.</summary>
    public static IReadOnlyDictionary<string, double> AstronautsBlendshapes()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("golden", "face_landmarker_task_astronaut.json")));
        return json.RootElement.GetProperty("blendshapes").EnumerateArray().ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetDouble());
    }

    /// <summary>The canonical face as landmarks of a picture, with irises in the middle of its eyes.</summary>
    public static Face Canonical()
    {
        List<Point3> points = [.. CanonicalFace.Default.Vertices.Select(v => new Point3(v.X, -v.Y, -v.Z))];
        foreach ((int outer, int inner) in new[] { (33, 133), (263, 362) })
        {
            Point3 centre = new((points[outer].X + points[inner].X) / 2, (points[outer].Y + points[inner].Y) / 2, (points[outer].Z + points[inner].Z) / 2);
            float radius = 0.58f;
            points.AddRange([
                centre, centre with { X = centre.X + radius }, centre with { Y = centre.Y - radius },
                centre with { X = centre.X - radius }, centre with { Y = centre.Y + radius },
            ]);
        }

        return FaceOf([.. points]);
    }

    public static Face FaceOf(ImmutableArray<Point3> landmarks) => new()
    {
        Landmarks = landmarks,
        Box = new FaceBox(0, 0, 1, 1),
        Confidence = 1,
        Pose = HeadPose.Fit(landmarks.AsSpan()),
    };

    /// <summary>The same face with every landmark moved.</summary>
    public static Face Moved(this Face face, Func<Point3, Point3> move) => FaceOf([.. face.Landmarks.Select(move)]);

    /// <summary>Turns the head as <see cref="HeadPose"/> counts: degrees to the subject's left, up, and clockwise as seen.</summary>
    public static Face Turned(this Face face, double yaw = 0, double pitch = 0, double roll = 0) => face.Moved(p =>
    {
        (double x, double y, double z) = (p.X, p.Y, p.Z);
        (z, y) = Rotated(z, y, pitch);
        (z, x) = Rotated(z, x, -yaw);
        (x, y) = Rotated(x, y, roll);
        return new Point3((float)x, (float)y, (float)z);
    });

    /// <summary>The face in a mirror: x turned round, and each point under the number of its opposite.</summary>
    public static Face Mirrored(this Face face)
    {
        ImmutableArray<int> mirror = CanonicalFace.Default.Mirror;
        return FaceOf([.. Enumerable.Range(0, face.Landmarks.Length).Select(i => face.Landmarks[mirror[i]] with { X = -face.Landmarks[mirror[i]].X })]);
    }

    private static (double A, double B) Rotated(double a, double b, double degrees)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return ((a * cosine) - (b * sine), (a * sine) + (b * cosine));
    }

    // MediaPipe's x and z are shares of the width, y of the height.
    private static ImmutableArray<Point3> ToPixels(JsonElement landmarks, int width, int height) =>
        [.. landmarks.EnumerateArray().Select(p => new Point3(p[0].GetSingle() * width, p[1].GetSingle() * height, p[2].GetSingle() * width))];
}
