using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;

namespace SmileNotebooks.Benchmarks;

/// <summary>The models that come with the library, on the astronaut at 512 x 512; decoding is not counted.</summary>
public class FaceBenchmarks
{
    private readonly Point3[] landmarks = new Point3[FaceTopology.PointCount];
    private Picture astronaut = null!;
    private FaceDetector detector = null!;
    private LandmarkModel landmarkModel = null!;
    private RotatedRectangle region;
    private FaceLandmarker faces = null!;
    private FaceLandmarker steadyFaces = null!;
    private FaceTracker tracker = null!;

    [GlobalSetup]
    public void Setup()
    {
        astronaut = Checkout.Astronaut();
        detector = FaceModels.Detector();
        landmarkModel = FaceModels.Landmarks();
        region = FaceRegion.Of(detector.Detect(astronaut, 0.5)[0]);
        faces = FaceLandmarker.Open(new() { Blendshapes = false });
        steadyFaces = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        tracker = faces.Track();
        tracker.Advance(astronaut);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        tracker.Dispose();
        faces.Dispose();
        steadyFaces.Dispose();
        landmarkModel.Dispose();
        detector.Dispose();
    }

    [Benchmark(Description = "detector")]
    public int Detector() => detector.Detect(astronaut, 0.5).Length;

    [Benchmark(Description = "478 points of a known region")]
    public double Landmarks() => landmarkModel.Measure(astronaut, region, landmarks);

    [Benchmark(Description = "end to end: detect, 478 points, pose")]
    public ImmutableArray<Face> EndToEnd() => faces.Detect(astronaut);

    [Benchmark(Description = "end to end with steady landmarks")]
    public ImmutableArray<Face> EndToEndSteady() => steadyFaces.Detect(astronaut);

    [Benchmark(Description = "tracked frame, FaceTracker.Advance")]
    public int Advance() => tracker.Advance(astronaut);

    [Benchmark(Description = "tracked frame, FaceTracker.Update")]
    public ImmutableArray<Face> Update() => tracker.Update(astronaut);
}
