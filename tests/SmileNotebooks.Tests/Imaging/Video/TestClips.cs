// Clips made by ffmpeg for tests, each once, and pictures that carry their number.
using System.Diagnostics;

namespace SmileNotebooks.Tests.Imaging.Video;

internal static class TestClips
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("smile-clips-").FullName;
    private static readonly Lock Making = new();

    static TestClips() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A clip made by ffmpeg of these arguments (without the output); skips the running test where ffmpeg is missing.</summary>
    public static string Make(string name, string arguments)
    {
        string path = Path.Combine(Folder, name);
        lock (Making)
        {
            if (!File.Exists(path))
            {
                Ffmpeg([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), path]);
            }
        }

        return path;
    }

    /// <summary>The moving test card of ffmpeg.</summary>
    public static string Card(string name, string encoding, string size = "160x120", string rate = "25", int frames = 40) =>
        Make(name, $"-f lavfi -i testsrc2=s={size}:r={rate} -frames:v {frames} {encoding}");

    public static void Ffmpeg(params IEnumerable<string> arguments)
    {
        using Process process = Start(["-hide_banner", "-loglevel", "error", "-nostdin", "-y", .. arguments]);
        string messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, messages);
    }

    /// <summary>A picture whose rows of blocks are the bits of its number, over a gradient that changes with it.</summary>
    public static Picture Numbered(int number, int width = 64, int height = 48)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int bit = Math.Min(15, x * 16 / width);
                byte code = (byte)((number >> bit & 1) == 1 ? 235 : 16);
                int at = 3 * ((y * width) + x);
                bool isCode = y < height / 2;
                pixels[at] = isCode ? code : (byte)((x * 3) + number);
                pixels[at + 1] = isCode ? code : (byte)((y * 5) + (2 * number));
                pixels[at + 2] = isCode ? code : (byte)(x + y + (7 * number));
            }
        }

        return new Picture(width, height, pixels);
    }

    /// <summary>The number that a picture carries, however it was coded.</summary>
    public static int NumberOf(Picture picture)
    {
        int number = 0;
        for (int bit = 0; bit < 16; bit++)
        {
            number |= picture.At(((2 * bit) + 1) * picture.Width / 32, picture.Height / 4).Green > 128 ? 1 << bit : 0;
        }

        return number;
    }

    /// <summary>Writes numbered pictures.</summary>
    public static string WriteNumbered(string path, int frames, double rate = 25, VideoWriterOptions? options = null, int width = 64, int height = 48)
    {
        using VideoWriter writer = VideoWriter.Create(path, width, height, rate, options);
        for (int i = 0; i < frames; i++)
        {
            writer.Add(Numbered(i, width, height));
        }

        writer.Complete();
        return path;
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("This test needs ffmpeg (Debian's package ffmpeg).");
            throw;
        }
    }
}
