using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;

namespace SmileNotebooks.Benchmarks;

/// <summary>The models that come with the library, on the astronaut at 512 x 512; decoding is not counted.</summary>
public class FaceBenchmarks
{
    private readonly Point3[] _landmarks = new Point3[FaceTopology.PointCount];
    private Picture _astronaut = null!;
    private FaceDetector _detector = null!;
    private LandmarkModel _landmarkModel = null!;
    private RotatedRectangle _region;
    private FaceLandmarker _faces = null!;
    private FaceLandmarker _steadyFaces = null!;
    private FaceTracker _tracker = null!;

    [GlobalSetup]
    public void Setup()
    {
        _astronaut = Checkout.Astronaut();
        _detector = FaceModels.Detector();
        _landmarkModel = FaceModels.Landmarks();
        _region = FaceRegion.Of(_detector.Detect(_astronaut, 0.5)[0]);
        _faces = FaceLandmarker.Open(new() { Blendshapes = false });
        _steadyFaces = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        _tracker = _faces.Track();
        _tracker.Advance(_astronaut);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _tracker.Dispose();
        _faces.Dispose();
        _steadyFaces.Dispose();
        _landmarkModel.Dispose();
        _detector.Dispose();
    }

    [Benchmark(Description = "detector")]
    public int Detector() => _detector.Detect(_astronaut, 0.5).Length;

    [Benchmark(Description = "478 points of a known region")]
    public double Landmarks() => _landmarkModel.Measure(_astronaut, _region, _landmarks);

    [Benchmark(Description = "end to end: detect, 478 points, pose")]
    public ImmutableArray<Face> EndToEnd() => _faces.Detect(_astronaut);

    [Benchmark(Description = "end to end with steady landmarks")]
    public ImmutableArray<Face> EndToEndSteady() => _steadyFaces.Detect(_astronaut);

    [Benchmark(Description = "tracked frame, FaceTracker.Advance")]
    public int Advance() => _tracker.Advance(_astronaut);

    [Benchmark(Description = "tracked frame, FaceTracker.Update")]
    public ImmutableArray<Face> Update() => _tracker.Update(_astronaut);
}
