using System.Diagnostics;

namespace SmileNotebooks.Cli.Tests.Support;

/// <summary>Clips to measure, written with ffmpeg.</summary>
internal static class Clips
{
    private static readonly Picture s_photo = Picture.Load(Photos.Astronaut);
    private static readonly Picture s_grey = new(192, 192, Enumerable.Repeat((byte)128, 192 * 192 * 3).ToArray());

    /// <summary>The face swaying through the picture; grey where there is none.</summary>
    public static Picture Frame(int frame, Func<int, bool>? isGrey = null) => isGrey?.Invoke(frame) == true
        ? s_grey
        : s_photo.Crop(96 + (int)Math.Round(12 * Math.Sin(frame / 6.0)), (int)Math.Round(4 + (4 * Math.Cos(frame / 4.0))), 256, 256).Resize(192, 192);

    /// <summary>Writes a clip of 25 frames a second.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">How many frames.</param>
    /// <param name="isGrey">Which frames have no face; default: none.</param>
    public static string Write(string path, int count, Func<int, bool>? isGrey = null)
    {
        using VideoWriter clip = VideoWriter.Create(path, 192, 192, 25);
        for (int i = 0; i < count; i++)
        {
            clip.Add(Frame(i, isGrey));
        }

        clip.Complete();
        return path;
    }

    /// <summary>Runs ffmpeg, ffprobe or Python, which must end well.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {error.Result}");
        return output;
    }
}
