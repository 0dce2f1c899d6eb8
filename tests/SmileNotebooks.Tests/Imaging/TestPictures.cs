using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

/// <summary>Pictures made for tests, and a comparison that says where two differ.</summary>
internal static class TestPictures
{
    /// <summary>Smooth waves with a different phase in each channel, not symmetric in any way.</summary>
    public static Picture Waves(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.Length; i++)
        {
            int x = i / 3 % width, y = i / 3 / width, channel = i % 3;
            pixels[i] = (byte)(127.5 + (80 * Math.Sin((0.11 * x) + (0.07 * y) + channel)) + (40 * Math.Cos((0.05 * x * (channel + 1)) - (0.13 * y))));
        }

        return new Picture(width, height, pixels);
    }

    public static Picture Noise(int width, int height, int seed)
    {
        byte[] pixels = new byte[width * height * 3];
        new Random(seed).NextBytes(pixels);
        return new Picture(width, height, pixels);
    }

    public static string Oracle(string name) => Repository.PathOf("tests", "oracles", "imaging", name);

    public static void AssertAlike(ReadOnlySpan<byte> expected, Picture actual, int tolerance)
    {
        ReadOnlySpan<byte> found = actual.Pixels.Span;
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++)
        {
            if (Math.Abs(expected[i] - found[i]) > tolerance)
            {
                Assert.Fail($"Channel {i % 3} at ({i / 3 % actual.Width}, {i / 3 / actual.Width}): expected {expected[i]} +- {tolerance}, found {found[i]}.");
            }
        }
    }

    public static double MeanDifference(Picture a, Picture b)
    {
        double sum = 0;
        for (int i = 0; i < a.Pixels.Length; i++)
        {
            sum += Math.Abs(a.Pixels.Span[i] - b.Pixels.Span[i]);
        }

        return sum / a.Pixels.Length;
    }

    /// <summary>The pixel at a place.</summary>
    public static (byte Red, byte Green, byte Blue) At(this Picture picture, int x, int y)
    {
        ReadOnlySpan<byte> pixel = picture.Pixels.Span.Slice(3 * ((y * picture.Width) + x), 3);
        return (pixel[0], pixel[1], pixel[2]);
    }
}

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("smile-imaging-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
