// One measured run in a process of its own, so that its memory and processor time are its alone.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SmileNotebooks.Benchmarks.Video;

/// <summary>What a run cost.</summary>
/// <param name="Frames">Frames that were read.</param>
/// <param name="Faces">Frames in which a face was measured.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="OurCpuSeconds">Processor time of this library's process.</param>
/// <param name="DecoderCpuSeconds">Processor time of ffmpeg.</param>
/// <param name="PeakMiB">The most memory that this library's process held.</param>
internal sealed record ClipRun(int Frames, int Faces, double Seconds, double OurCpuSeconds, double DecoderCpuSeconds, double PeakMiB)
{
    private const int WarmUpFrames = 100;

    /// <summary>Runs in a process of its own.</summary>
    /// <param name="work"><c>decode</c>, or <c>measure</c>: decode, track, measure action units and the smile.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="workers">Threads that measure.</param>
    public static ClipRun Start(string work, string clip, int workers)
    {
        using Process process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [typeof(ClipRun).Assembly.Location, "video", "run", work, clip, workers.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        string json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<ClipRun>(json)! : throw new InvalidOperationException($"The run of {clip} ended with exit code {process.ExitCode}.");
    }

    /// <summary>Does the work and writes its cost to the standard output.</summary>
    public static void Here(string work, string clip, int workers)
    {
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false, MaximumFaces = 1 });
        VideoFile video = VideoFile.Open(clip);
        Work(work, video, faces, workers, WarmUpFrames);
        (double ours, double children) = CpuSeconds();
        long start = Stopwatch.GetTimestamp();
        (int frames, int found) = Work(work, video, faces, workers, int.MaxValue);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        (double oursAfter, double childrenAfter) = CpuSeconds();
        Console.WriteLine(JsonSerializer.Serialize(new ClipRun(frames, found, seconds, oursAfter - ours, childrenAfter - children, PeakMemory())));
    }

    private static (int Frames, int Found) Work(string work, VideoFile video, FaceLandmarker faces, int workers, int most)
    {
        int frames = 0, found = 0;
        if (work == "decode")
        {
            FramePool pool = new();
            foreach (VideoFrame frame in video.Frames(pool).Take(most))
            {
                frames++;
                pool.Return(frame.Picture);
            }

            return (frames, found);
        }

        foreach (MeasuredFrame frame in FaceVideo.Stream(video, faces, new FaceVideoOptions { Workers = workers }).Take(most))
        {
            frames++;
            found += frame.Faces.IsEmpty ? 0 : 1;
        }

        return (frames, found);
    }

    /// <summary>Of this process and of those that it has waited for, as Linux counts them: in hundredths of a second.</summary>
    private static (double Ours, double Children) CpuSeconds()
    {
        // Behind the name in brackets, which may hold anything; utime, stime, cutime and cstime are fields 14 to 17.
        string text = File.ReadAllText("/proc/self/stat");
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        double Field(int number) => double.Parse(fields[number - 3], CultureInfo.InvariantCulture) / 100;
        return (Field(14) + Field(15), Field(16) + Field(17));
    }

    private static double PeakMemory()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
