using BenchmarkDotNet.Attributes;

namespace SmileNotebooks.Benchmarks;

/// <summary>From the bytes of a file to pixels, on one thread.</summary>
public class DecodeBenchmarks
{
    private byte[] jpeg512 = [];
    private byte[] jpeg1600 = [];
    private byte[] png512 = [];

    [GlobalSetup]
    public void Setup()
    {
        Picture astronaut = Checkout.Astronaut();
        jpeg512 = astronaut.Encode(PictureFormat.Jpeg);
        jpeg1600 = astronaut.Resize(1600, 1600).Encode(PictureFormat.Jpeg);
        png512 = astronaut.Encode(PictureFormat.Png);
    }

    [Benchmark(Description = "decode JPEG 512 x 512")]
    public Picture Jpeg512() => Picture.Decode(jpeg512);

    [Benchmark(Description = "decode JPEG 1600 x 1600")]
    public Picture Jpeg1600() => Picture.Decode(jpeg1600);

    [Benchmark(Description = "decode PNG 512 x 512")]
    public Picture Png512() => Picture.Decode(png512);
}
