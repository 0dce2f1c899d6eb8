// All of it: bench/RESULTS-VIDEO.md.
using System.Globalization;
using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace SmileNotebooks.Benchmarks.Video;

internal static class VideoReport
{
    private const int Rounds = 3;
    private static readonly int[] Heights = [360, 720, 1080];

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is ["dynamics"])
        {
            Console.WriteLine(DynamicsSpeed.Run());
            return;
        }

        string machine = MachineFacts.ToMarkdown($"ONNX Runtime {OrtEnv.Instance().GetVersionString()}, {FfmpegVersion()}");
        string folder = Directory.CreateTempSubdirectory("smile-video-bench-").FullName;
        try
        {
            Picture photo = Checkout.Astronaut();
            (int Height, string Clip)[] clips = [.. Heights.Select(height => (height, BenchmarkClip.Write(folder, photo, height)))];
            if (arguments is ["speed"])
            {
                Console.WriteLine(Speed(clips));
                return;
            }

            // First, for a peer that is missing should not cost the minutes of all else.
            string comparison = await ClipComparison.RunAsync(clips);
            StringBuilder page = new();
            page.AppendLine("# Results of video").AppendLine();
            page.AppendLine(CultureInfo.InvariantCulture, $"Written by `bench/run video` on {DateTime.UtcNow:yyyy-MM-dd}. What the numbers mean, and what they do not: [README](README.md).").AppendLine();
            page.AppendLine(machine).AppendLine();
            page.AppendLine("## From the file to action units and the smile").AppendLine().AppendLine(Speed(clips));
            page.AppendLine("## Memory").AppendLine().AppendLine(Memory(folder, clips[0].Clip));
            page.AppendLine("## From the measures to the smiles").AppendLine().AppendLine(DynamicsSpeed.Run());
            page.AppendLine("## From frames to landmarks, beside FaceLandmarker").AppendLine().Append(comparison);
            string path = Path.Combine(Checkout.Root, "bench", "RESULTS-VIDEO.md");
            File.WriteAllText(path + ".tmp", page.ToString().ReplaceLineEndings("\n"));
            File.Move(path + ".tmp", path, overwrite: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Speed((int Height, string Clip)[] clips)
    {
        (string Name, string Work, int Workers)[] works = [("decode alone", "decode", 1), ("all, 1 worker", "measure", 1), ("all, 2 workers", "measure", 2)];
        Dictionary<(int, string), List<ClipRun>> runs = [];
        for (int round = 0; round < Rounds; round++)
        {
            for (int turn = 0; turn < clips.Length * works.Length; turn++)
            {
                // Who begins changes from round to round.
                int number = (turn + round) % (clips.Length * works.Length);
                (int height, string clip) = clips[number / works.Length];
                (string name, string work, int workers) = works[number % works.Length];
                Console.Error.WriteLine($"{height}p, {name}: round {round + 1} of {Rounds}");
                runs.TryAdd((height, name), []);
                runs[(height, name)].Add(ClipRun.Start(work, clip, workers));
            }
        }

        StringBuilder table = new();
        table.AppendLine(CultureInfo.InvariantCulture, $"{BenchmarkClip.Frames} frames, one face in each; median of {Rounds} runs. A core-second is a second of one core, of this library's process and ffmpeg's together; cores busy is how many of them were spent in a second.");
        table.AppendLine();
        table.AppendLine("| frames | work | frames a second | frames a core-second | CPU ms a frame | of it ffmpeg | cores busy | peak MiB | frames with a face |").AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach ((int height, _) in clips)
        {
            foreach ((string name, string work, _) in works)
            {
                List<ClipRun> of = runs[(height, name)];
                double Middle(Func<ClipRun, double> value) => of.Select(value).Order().ElementAt(of.Count / 2);
                double cpu = Middle(run => (run.OurCpuSeconds + run.DecoderCpuSeconds) / run.Frames);
                double busy = Middle(run => (run.OurCpuSeconds + run.DecoderCpuSeconds) / run.Seconds);
                table.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {height}p | {name} | {Middle(run => run.Frames / run.Seconds):0} | {1 / cpu:0} | {1000 * cpu:0.0} | {1000 * Middle(run => run.DecoderCpuSeconds / run.Frames):0.0} | {busy:0.00} | {Middle(run => run.PeakMiB):0} | {(work == "measure" ? $"{of[0].Faces} of {of[0].Frames}" : "")} |");
            }
        }

        return table.ToString();
    }

    private static string Memory(string folder, string clip)
    {
        StringBuilder table = new();
        table.AppendLine("The 360p clip, repeated, 2 workers: the most memory that this library's process held.").AppendLine();
        table.AppendLine("| frames | peak MiB |").AppendLine("|---|---|");
        foreach (int frames in (int[])[1_000, 20_000])
        {
            Console.Error.WriteLine($"memory after {frames} frames");
            string repeated = Path.Combine(folder, $"{frames}.mp4");
            using (System.Diagnostics.Process ffmpeg = System.Diagnostics.Process.Start(
                "ffmpeg", ["-nostdin", "-loglevel", "error", "-stream_loop", $"{(frames / BenchmarkClip.Frames) - 1}", "-i", clip, "-c", "copy", repeated]))
            {
                ffmpeg.WaitForExit();
            }

            ClipRun run = ClipRun.Start("measure", repeated, 2);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {run.Frames:N0} | {run.PeakMiB:0} |");
        }

        return table.ToString();
    }

    private static string FfmpegVersion()
    {
        using System.Diagnostics.Process ffmpeg = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ffmpeg", ["-version"]) { RedirectStandardOutput = true })!;
        string line = ffmpeg.StandardOutput.ReadLine() ?? "";
        ffmpeg.StandardOutput.ReadToEnd();
        ffmpeg.WaitForExit();
        return string.Join(' ', line.Split(' ').Where((_, i) => i is 0 or 2));
    }
}
