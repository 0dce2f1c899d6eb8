// One clip from file to files.
using System.ComponentModel;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Measures clips one after the other; within a clip all threads work.</summary>
/// <param name="faces">The models.</param>
/// <param name="options">How.</param>
/// <param name="records">What was measured before.</param>
/// <param name="problems">Where problems are said.</param>
/// <param name="stop">Ctrl+C.</param>
internal sealed class ClipMeasuring(FaceLandmarker faces, ClipOptions options, ClipRecords records, ProblemList problems, CancellationToken stop)
{
    /// <summary>A second or two of work is lost when a run is killed.</summary>
    private const int FramesPerCheckpoint = 100;

    /// <summary>The exit code of an error with a video: a missing ffmpeg is one of set-up.</summary>
    public static int CodeOf(VideoException error) => error.InnerException is Win32Exception ? ExitCode.MissingSetup : ExitCode.Failure;

    /// <summary>Measures a clip, goes on with it, or finds it done.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="outputs">Where its results go.</param>
    /// <param name="startProgress">As in <see cref="ClipProgress"/>.</param>
    /// <exception cref="CommandException">An output cannot be written, or ffmpeg is missing.</exception>
    /// <exception cref="OperationCanceledException">Stopped; what was measured lies in partial files where the run can go on.</exception>
    public ClipSummary Measure(ClipFile clip, ClipOutputs outputs, Func<string, int?, Action<int>> startProgress)
    {
        stop.ThrowIfCancellationRequested();
        string input = clip.Identity();
        if (!options.Restart && records.Find(clip) is { } record && record.Covers(input, options.Identity(), outputs))
        {
            if (record.Problem is { } before)
            {
                problems.AddFile(before);
            }

            return new ClipSummary(clip, FaceVideoTally.FromJson(record.Tally), record.Problem is null ? "done before" : "done before; ended early");
        }

        IFrameSource source;
        try
        {
            source = FrameSources.Open(clip.Path, clip.FrameRate);
        }
        catch (VideoException error)
        {
            return Failed(clip, error);
        }

        return Measure(clip, source, outputs, input, startProgress);
    }

    private ClipSummary Measure(ClipFile clip, IFrameSource source, ClipOutputs outputs, string input, Func<string, int?, Action<int>> startProgress)
    {
        // A video that was drawn over cannot be gone on with, nor can what went to a pipe: such a clip begins anew.
        string? main = outputs is { Overlay: null, Json: not "-" } ? outputs.Csv ?? outputs.Json : null;
        main = main is null || outputs.Files.Any(file => OutputFile.IsDevice(Path.GetFullPath(file.Path))) ? null : main;
        ClipState? state = main is null || options.Restart ? null : ClipState.Find(main, input, options.Identity(), outputs.Files.Select(file => file.Path));
        FaceVideoCheckpoint? checkpoint = state is null ? null : FaceVideoCheckpoint.FromJson(state.Checkpoint);
        FaceVideoTally tally = state is null ? new FaceVideoTally() : FaceVideoTally.FromJson(state.Tally);
        Action<int> advance = startProgress(clip.Path, source.FrameCount);
        ClipCsv csv = new(options.Mesh);
        using ClipWriters writers = new(outputs, source, csv.Header, state);
        string? problem = null;
        try
        {
            FaceVideoOptions video = options.ForVideo(main is null ? null : FramesPerCheckpoint, checkpoint);
            foreach (ClipFrame frame in FaceVideo.Stream(source, faces, video, (measured, picture) => Format(clip, measured, picture, outputs, csv), stop))
            {
                writers.Add(frame);
                tally.Add(frame.Frame);
                if (frame.Frame.Checkpoint is { } reached)
                {
                    new ClipState(input, options.Identity(), writers.Flush(outputs), reached.ToJson(), tally.ToJson()).Save(main!);
                }

                advance(tally.Frames);
            }
        }
        catch (VideoException damage) when (tally.Frames > 0)
        {
            problem = $"{damage.Message} The {tally.Frames} frames before it are measured.";
            problems.AddFile(problem);
        }
        catch (VideoException error)
        {
            writers.Delete();
            return Failed(clip, error);
        }
        catch (OperationCanceledException)
        {
            Say(main is null
                ? $"{clip.Path}: stopped after {tally.Frames} frames; the next run begins anew."
                : $"{clip.Path}: stopped after {tally.Frames} frames; the same command goes on near there.");
            if (main is null)
            {
                writers.Delete();
            }

            throw;
        }
        catch when (main is null)
        {
            writers.Delete(); // nothing can go on from there
            throw;
        }

        writers.Complete();
        if (main is not null)
        {
            ClipState.Delete(main);
        }

        Dictionary<string, long> lengths = outputs.Files.Where(file => File.Exists(file.Path)).ToDictionary(file => Path.GetFullPath(file.Path), file => new FileInfo(file.Path).Length);
        records.Add(clip, new ClipRecord(clip.Path, input, options.Identity(), lengths, tally.ToJson(), problem));
        string note = checkpoint is null ? "" : $"went on after frame {checkpoint.Frame + 1}";
        return new ClipSummary(clip, tally, string.Join("; ", new[] { note, problem is null ? "" : "ended early" }.Where(part => part.Length > 0)));
    }

    private ClipFrame Format(ClipFile clip, MeasuredFrame frame, Picture picture, ClipOutputs outputs, ClipCsv csv) => new(
        frame,
        outputs.Csv is null ? null : csv.Rows(frame),
        outputs.Json is null ? null : ClipJson.Line(clip.Path, frame, options.Mesh),
        outputs.Overlay is null ? null : ClipOverlay.Draw(frame, picture));

    private ClipSummary Failed(ClipFile clip, VideoException error)
    {
        if (CodeOf(error) == ExitCode.MissingSetup)
        {
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }

        problems.AddFile(error.Message);
        return new ClipSummary(clip, null, ClipTable.NotMeasured);
    }

    private void Say(string line) => problems.Write($"smile: {line}");
}
