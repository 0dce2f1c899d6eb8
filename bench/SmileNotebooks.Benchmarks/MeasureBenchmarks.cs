using BenchmarkDotNet.Attributes;

namespace SmileNotebooks.Benchmarks;

/// <summary>From 478 points to action units and a smile.</summary>
public class MeasureBenchmarks
{
    private Face _face = null!;

    [GlobalSetup]
    public void Setup()
    {
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });
        _face = faces.Detect(Checkout.Astronaut())[0];
    }

    [Benchmark(Description = "ActionUnits.Measure")]
    public ActionUnits ActionUnitsOfFace() => ActionUnits.Measure(_face);

    [Benchmark(Description = "Smile.Measure without wrinkles")]
    public Smile SmileOfFace() => Smile.Measure(_face, wrinkles: WrinkleOptions.Off);

    [Benchmark(Description = "Wrinkles.Measure")]
    public Wrinkles WrinklesOfFace() => Wrinkles.Measure(_face);
}
