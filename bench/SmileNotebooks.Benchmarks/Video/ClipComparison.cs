// The same frames through FaceLandmarker in VIDEO mode and through this library's tracker, in turns.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SmileNotebooks.Benchmarks.SideBySide;

namespace SmileNotebooks.Benchmarks.Video;

/// <summary>Only the step that both have: from a decoded frame to landmarks, following one face.</summary>
internal static class ClipComparison
{
    private const int FramesATurn = 30;
    private const int Rounds = 7;

    public static async Task<string> RunAsync(IReadOnlyList<(int Height, string Clip)> clips)
    {
        string bundleFolder = Checkout.BundleFolder() ?? throw new FileNotFoundException(
            $"The comparison needs {FaceModelBundle.FileName} in {FaceModelFolder.Default}: see models/README.md.");
        Picture[][] frames = [.. clips.Select(clip => VideoFile.Open(clip.Clip).Frames().Take(FramesATurn).Select(frame => frame.Picture).ToArray())];
        using PeerPage page = new([.. frames.SelectMany(clip => clip).Select(frame => frame.Encode(PictureFormat.Png))], bundleFolder);
        using HeadlessChromium browser = new(page.Address);
        using FaceLandmarker mesh = FaceLandmarker.Open(new() { Blendshapes = false });
        using FaceLandmarker bundle = FaceLandmarker.Open(new() { Model = FaceModel.TaskBundle, Blendshapes = false, ModelFolder = bundleFolder });
        await page.WaitUntilReadyAsync();

        StringBuilder table = new();
        table.AppendLine(CultureInfo.InvariantCulture, $"Peer: FaceLandmarker, VIDEO mode, no blendshapes, CPU delegate, in {browser.Version}. {FramesATurn} frames a turn, {Rounds} rounds; milliseconds a frame, median.");
        table.AppendLine();
        table.AppendLine("| frames | peer | ours, default models | peer / ours | ours, the peer's models | peer / ours |").AppendLine("|---|---|---|---|---|---|");
        for (int i = 0; i < clips.Count; i++)
        {
            List<(double Peer, double Mesh, double Bundle)> rounds = [];
            for (int round = -1; round < Rounds; round++)
            {
                Console.Error.WriteLine($"{clips[i].Height}p beside FaceLandmarker: round {round + 1} of {Rounds}");
                double peer = Median((await page.TakeTurnAsync(new TurnOrder("landmarkerClip", i * FramesATurn, 0, FramesATurn))).Milliseconds);
                double ours = Median(Follow(mesh, frames[i]));
                double same = Median(Follow(bundle, frames[i]));
                if (round >= 0)
                {
                    rounds.Add((peer, ours, same));
                }
            }

            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {frames[i][0].Width} x {frames[i][0].Height} | {Median(rounds.Select(r => r.Peer)):0.00} | {Median(rounds.Select(r => r.Mesh)):0.00} | {Median(rounds.Select(r => r.Peer / r.Mesh)):0.0} | {Median(rounds.Select(r => r.Bundle)):0.00} | {Median(rounds.Select(r => r.Peer / r.Bundle)):0.0} |");
        }

        await page.EndAsync();
        return table.ToString();
    }

    private static double[] Follow(FaceLandmarker faces, Picture[] frames)
    {
        using FaceTracker tracker = faces.Track();
        double[] times = new double[frames.Length];
        for (int i = 0; i < frames.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            tracker.Advance(frames[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
