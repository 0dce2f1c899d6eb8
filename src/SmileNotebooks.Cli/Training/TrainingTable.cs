using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Training;

/// <summary>The smiles that a training learns from: a table of features, or clips that are measured first and kept, so that a second run goes on where the first one stopped.</summary>
internal static class TrainingTable
{
    public static FeatureTable Load(TrainArguments arguments, CancellationToken stop)
    {
        FeatureTable table = LabelledClips.LoadTableOrList(arguments.Table, arguments.Columns);
        return table.Features.IsEmpty ? Measured(arguments, table, stop) : table;
    }

    private static FeatureTable Measured(TrainArguments arguments, FeatureTable list, CancellationToken stop)
    {
        string folder = arguments.Measures ?? Path.ChangeExtension(arguments.Table, ".measures");
        string beside = Path.GetDirectoryName(Path.GetFullPath(arguments.Table))!;
        Directory.CreateDirectory(folder);
        FaceLandmarker? faces = null;
        TrainProgress progress = new();
        int done = 0;
        try
        {
            MeasuredClips measured = LabelledClips.Measure(list, clip =>
            {
                ImmutableArray<FaceSeries> series = SeriesOf(Path.Combine(beside, clip), KeptPath(folder, clip), arguments.FrameRate, () => faces ??= FaceLandmarker.Open(), stop);
                progress.Report(new TrainingProgress("measuring clips", ++done, list.Rows.Length));
                return series;
            });
            foreach ((string clip, string why) in measured.WithoutSmile)
            {
                Console.Error.WriteLine($"smile: {clip}: left out: {why}");
            }

            if (!measured.WithoutSmile.IsEmpty)
            {
                Console.Error.WriteLine($"smile: {measured.WithoutSmile.Length} of {list.Rows.Length} clips give no smile.");
            }

            return measured.Table;
        }
        catch (FaceModelException error)
        {
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }
        finally
        {
            faces?.Dispose();
        }
    }

    /// <summary>A table of another program or of ours is read; a clip is measured, unless what was measured of it is kept and newer.</summary>
    private static ImmutableArray<FaceSeries> SeriesOf(string clip, string kept, double? frameRate, Func<FaceLandmarker> faces, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (Path.GetExtension(clip).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return FaceSeries.LoadAll(clip, new FaceSeriesOptions { FrameRate = frameRate });
        }

        if (File.Exists(kept) && File.GetLastWriteTimeUtc(kept) >= File.GetLastWriteTimeUtc(clip))
        {
            return FaceSeries.LoadAll(kept);
        }

        FaceVideoResult result = FaceVideo.Measure(OpenClip(clip, frameRate), faces(), options: null, stop);
        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine($"smile: {clip}: ended early: {problem}");
        }

        foreach (FaceSeries series in result.Series.Take(1))
        {
            series.SaveCsv(kept);
        }

        return result.Series;
    }

    // Without ffmpeg no clip can be measured: that is no fault of a clip.
    private static IFrameSource OpenClip(string clip, double? frameRate)
    {
        try
        {
            return FrameSources.Open(clip, Directory.Exists(clip) ? frameRate : null);
        }
        catch (VideoException error) when (ClipMeasuring.CodeOf(error) == ExitCode.MissingSetup)
        {
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }
    }

    // Clips of one name may lie in several folders.
    private static string KeptPath(string folder, string clip) =>
        Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(clip)}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clip)))[..8]}.csv");
}
