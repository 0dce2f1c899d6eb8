using BenchmarkDotNet.Attributes;

namespace SmileNotebooks.Benchmarks;

/// <summary>From the bytes of a file to pixels, on one thread.</summary>
public class DecodeBenchmarks
{
    private byte[] _jpeg512 = [];
    private byte[] _jpeg1600 = [];
    private byte[] _png512 = [];

    [GlobalSetup]
    public void Setup()
    {
        Picture astronaut = Checkout.Astronaut();
        _jpeg512 = astronaut.Encode(PictureFormat.Jpeg);
        _jpeg1600 = astronaut.Resize(1600, 1600).Encode(PictureFormat.Jpeg);
        _png512 = astronaut.Encode(PictureFormat.Png);
    }

    [Benchmark(Description = "decode JPEG 512 x 512")]
    public Picture Jpeg512() => Picture.Decode(_jpeg512);

    [Benchmark(Description = "decode JPEG 1600 x 1600")]
    public Picture Jpeg1600() => Picture.Decode(_jpeg1600);

    [Benchmark(Description = "decode PNG 512 x 512")]
    public Picture Png512() => Picture.Decode(_png512);
}
