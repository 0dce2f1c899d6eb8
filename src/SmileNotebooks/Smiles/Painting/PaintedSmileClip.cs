// A film of a painted smile.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A simulated clip: frames painted one by one from a photo, whose smiles are known. Any frame can be painted by itself, and comes out the same; safe to read from
/// several threads.</summary>
public sealed class PaintedSmileClip : IFrameSource
{
    private readonly SmilePainter _painter;
    private readonly HeadSway _sway;

    private PaintedSmileClip(SmilePainter painter, SmileTimeline timeline, PaintedClipOptions options)
    {
        _painter = painter;
        Timeline = timeline;
        Options = options;
        _sway = new HeadSway(options.HeadShift, options.HeadTurn, options.Seed);
        Times = options.Times.Length > 0
            ? options.Times
            : [.. Enumerable.Range(0, Math.Max(1, (int)Math.Ceiling((timeline.Duration * options.FrameRate) - 1e-9))).Select(frame => frame / options.FrameRate)];
    }

    /// <summary>The truth.</summary>
    public SmileTimeline Timeline { get; }

    /// <summary>How it is filmed.</summary>
    public PaintedClipOptions Options { get; }

    /// <summary>When each frame is shown, seconds.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>What must be said wherever its measures are shown.</summary>
    public string Simulated => FormattableString.Invariant(
        $"painted: a photo warped along its face mesh (simulated smile; noise {Options.Noise}, blur {Options.Blur} px, JPEG {Options.JpegQuality?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, head {Options.HeadShift} px and {Options.HeadTurn} degrees, seed {Options.Seed})");

    /// <inheritdoc/>
    public string Name => $"painted smile (simulated) of {_painter.Photo.Path ?? "a photo"}";

    /// <inheritdoc/>
    public int Width => _painter.Photo.Width;

    /// <inheritdoc/>
    public int Height => _painter.Photo.Height;

    /// <summary>Frames per second; for irregular times, their mean.</summary>
    public double? FrameRate => Options.Times.Length == 0 ? Options.FrameRate : Times.Length > 1 ? (Times.Length - 1) / (Times[^1] - Times[0]) : null;

    /// <inheritdoc/>
    public int? FrameCount => Times.Length;

    /// <summary>Makes a clip; nothing is painted yet.</summary>
    /// <param name="painter">The photo that is painted on.</param>
    /// <param name="timeline">What the face does.</param>
    /// <param name="options">Default: 25 frames a second, nothing spoilt, a still head.</param>
    /// <exception cref="ArgumentException">A timeline or option that cannot be; the message says which.</exception>
    public static PaintedSmileClip Create(SmilePainter painter, SmileTimeline timeline, PaintedClipOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(painter);
        ArgumentNullException.ThrowIfNull(timeline);
        options ??= new PaintedClipOptions();
        timeline.Validate();
        options.Validate();
        return new PaintedSmileClip(painter, timeline, options);
    }

    /// <summary>Paints one frame.</summary>
    /// <param name="frame">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such frame.</exception>
    public VideoFrame Frame(int frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(frame, Times.Length);
        double time = Times[frame];
        Picture clean = _painter.Paint(Timeline.PoseAt(time) with { Head = _sway.At(time) });
        return new VideoFrame(frame, time, CameraFaults.Apply(clean, Options, frame));
    }

    /// <inheritdoc/>
    public IEnumerable<VideoFrame> Frames(CancellationToken cancellation = default)
    {
        for (int frame = 0; frame < Times.Length; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Frame(frame);
        }
    }

    /// <summary>Paints all frames into a video file, by ffmpeg.</summary>
    /// <param name="path">The file, .mp4, .mov or .mkv.</param>
    /// <param name="options">Default: H.264 at quality 18.</param>
    /// <exception cref="InvalidOperationException">The clip has times of its own: a file is written at an even rate.</exception>
    /// <exception cref="VideoException">The file cannot be written, or ffmpeg is missing.</exception>
    public void Save(string path, VideoWriterOptions? options = null)
    {
        if (Options.Times.Length > 0)
        {
            throw new InvalidOperationException($"{path}: a painted clip with times of its own cannot be written at an even rate.");
        }

        using VideoWriter writer = VideoWriter.Create(path, Width, Height, Options.FrameRate, options);
        foreach (VideoFrame frame in Frames())
        {
            writer.Add(frame.Picture);
        }

        writer.Complete();
    }
}
