// Any file that ffmpeg reads, frame by frame.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>A video file: every frame once, upright, in square pixels, with the file's own time stamps. Needs the programs ffmpeg and ffprobe (Debian's package ffmpeg), on
/// the PATH or where the variable <c>SMILE_FFMPEG</c> points. The first video stream counts; cover pictures are none.</summary>
/// <remarks>
/// <para>Times are seconds from the first frame. They are exact to the tick of the file (an MP4's is often 1/12800 s, a Matroska's 1 ms). A frame without a time
/// stamp, or with one that is not after that of the frame before, is put one nominal frame after it, so that times always ascend.</para>
/// <para>Colours are converted as ffmpeg does by default, by the matrix and range that the file states (BT.601, BT.709, limited or full); one that states no matrix is taken
/// for BT.601, as ffmpeg does. Alpha is dropped; high dynamic range is cut to 8 bits, not mapped. Frames whose pixels are not square are resized (bicubic) to square
/// ones by lengthening the shorter measure, because angles and distances in a face mean nothing otherwise.</para>
/// <para>Damage ends the reading: what ffmpeg would show after it is guessed. All frames before are given, but for those that the decoder still holds back to put them in order when
/// it meets the damage (two for most files). What cannot be told: damage that the decoder itself does not notice (most codecs carry no
/// checksums), and a cut between two frames, or at the very end of one, in a format that states no length (GIF, MPEG-TS).</para>
/// </remarks>
public sealed class VideoFile : IFrameSource
{
    private readonly VideoFacts _facts;

    private VideoFile(string path, VideoFacts facts)
    {
        Name = path;
        _facts = facts;
    }

    /// <summary>The path of the file.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Width => _facts.Width;

    /// <inheritdoc/>
    public int Height => _facts.Height;

    /// <inheritdoc/>
    public double? FrameRate => _facts.FrameRate;

    /// <summary>Whether the header tells of frames that are not evenly spaced. A header may be wrong; the times of the frames are not taken from it.</summary>
    public bool HasVariableFrameRate => _facts.IsVariable;

    /// <summary>Seconds, as the header states; null where it does not.</summary>
    public double? Duration => _facts.Duration;

    /// <summary>As the header states, or from its duration and rate; null where it has neither. Good for progress only.</summary>
    public int? FrameCount => _facts.FrameCount;

    /// <summary>Degrees clockwise by which the stored frames are turned to stand upright, 0 to below 360; 90, 180 or 270 from phones.</summary>
    public double Rotation => _facts.Rotation;

    /// <summary>ffmpeg's name of the codec, as <c>h264</c> or <c>vp9</c>.</summary>
    public string Codec => _facts.Codec;

    /// <summary>Opens a video: reads its header.</summary>
    /// <param name="path">The file, whatever its name.</param>
    /// <exception cref="VideoException">No such file, a folder, an empty file, no video, sound only, a single picture, or ffmpeg is missing.</exception>
    public static VideoFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new VideoFile(path, VideoProbe.Ask(path));
    }

    /// <inheritdoc/>
    public IEnumerable<VideoFrame> Frames(CancellationToken cancellation = default) => Frames(null, cancellation);

    /// <summary>As <see cref="Frames(CancellationToken)"/>, into pixels that the consumer gives back: memory is flat and nothing large is allocated.</summary>
    /// <param name="pool">Where buffers come from; null is fresh ones.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal IEnumerable<VideoFrame> Frames(FramePool? pool, CancellationToken cancellation = default)
    {
        int given = 0;
        double time = 0;
        FrameClock? clock = null;
        using FrameStream stream = new(Name, _facts, cancellation);
        while (stream.Next(out long? stamp))
        {
            byte[] pixels = pool?.Rent(3 * Width * Height) ?? GC.AllocateUninitializedArray<byte>(3 * Width * Height);
            if (!stream.Read(pixels))
            {
                break;
            }

            clock ??= new FrameClock(stream.Tick, FrameRate);
            time = clock.Next(stamp);
            yield return new VideoFrame(given++, time, new Picture(Width, Height, pixels));
        }

        if (stream.Damage is not null)
        {
            throw new VideoException(Name, Place(given, time), stream.Damage, "an undamaged video");
        }

        if (given == 0)
        {
            throw new VideoException(Name, null, "a video stream without frames", "at least one frame");
        }
    }

    private static string Place(int given, double time) =>
        given == 0 ? "before the first frame" : string.Create(CultureInfo.InvariantCulture, $"after frame {given - 1} ({time:0.###} s)");
}
