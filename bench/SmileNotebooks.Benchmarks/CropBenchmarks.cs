using BenchmarkDotNet.Attributes;

namespace SmileNotebooks.Benchmarks;

/// <summary>What the models see: a turned face for the landmarks, the whole picture for the detector.</summary>
public class CropBenchmarks
{
    private static readonly RotatedRectangle FaceRegion = new(225, 115, 220, 220, 0.1);
    private static readonly RotatedRectangle WholePicture = new(256, 256, 512, 512, 0);

    private readonly float[] _tensor = new float[192 * 192 * 3];
    private Picture _astronaut = null!;

    [GlobalSetup]
    public void Setup() => _astronaut = Checkout.Astronaut();

    [Benchmark(Description = "crop 192, pixel centres")]
    public void PixelCentres() =>
        RotatedCrop.Sample(_astronaut, FaceRegion, 192, _tensor, 1f / 255f, 0f, CropBorder.Replicate, SamplingConvention.PixelCentres);

    [Benchmark(Description = "crop 192, OpenCV")]
    public void OpenCv() =>
        RotatedCrop.Sample(_astronaut, FaceRegion, 192, _tensor, 1f / 255f, 0f, CropBorder.Replicate, SamplingConvention.OpenCv);

    [Benchmark(Description = "letterbox 128")]
    public void Letterbox() =>
        RotatedCrop.Sample(_astronaut, WholePicture, 128, _tensor, 2f / 255f, -1f, CropBorder.Zero, SamplingConvention.PixelCentres);
}
