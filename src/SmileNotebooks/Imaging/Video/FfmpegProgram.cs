// The only place that starts ffmpeg and ffprobe: programs of their own, never by way of a shell.
using System.ComponentModel;
using System.Diagnostics;

namespace SmileNotebooks;

/// <summary>Finds and starts ffmpeg and ffprobe.</summary>
internal static class FfmpegProgram
{
    /// <summary>Names the folder that holds both programs, or the file of ffmpeg with ffprobe beside it. Without it they come from the PATH.</summary>
    public const string Variable = "SMILE_FFMPEG";

    /// <summary>A file as both programs take it: whatever its name begins with or holds, it is a local file and no option, address or pattern.</summary>
    public static string Address(string path) => "file:" + path;

    /// <summary>Starts a program with its standard streams redirected.</summary>
    /// <param name="name"><c>ffmpeg</c> or <c>ffprobe</c>.</param>
    /// <param name="arguments">Its arguments, one an item.</param>
    /// <param name="path">The video, for the message.</param>
    /// <exception cref="VideoException">The program cannot be started.</exception>
    public static Process Start(string name, IEnumerable<string> arguments, string path) => Start(name, arguments, path, Environment.GetEnvironmentVariable(Variable));

    /// <summary>As above, with what the variable <see cref="Variable"/> holds.</summary>
    public static Process Start(string name, IEnumerable<string> arguments, string path, string? place)
    {
        string program = PathOf(name, place);
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Messages are read by their English words, whatever the language of the machine.
        start.Environment["LC_ALL"] = "C";
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        start.Environment.Remove("FFREPORT");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new VideoException(
                path,
                null,
                string.IsNullOrEmpty(place) ? $"no program {name} on this machine's PATH to read or write videos with" : $"no program {program}, where {Variable} points",
                $"ffmpeg and ffprobe, as Debian's package ffmpeg brings them (apt-get install ffmpeg), on the PATH or in the folder that the variable {Variable} names",
                exception);
        }
    }

    /// <summary>Ends a program that may still run, and waits until it is gone, so that none is left behind.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.WaitForExit();
    }

    private static string PathOf(string name, string? place)
    {
        if (string.IsNullOrEmpty(place))
        {
            return name;
        }

        string folder = Directory.Exists(place) ? place : Path.GetDirectoryName(Path.GetFullPath(place))!;
        return name == "ffmpeg" && File.Exists(place) ? place : Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }
}
