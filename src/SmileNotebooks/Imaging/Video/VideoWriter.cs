// From pictures to a video file.
using System.Diagnostics;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Writes pictures of one size as a video, evenly spaced in time, through ffmpeg. The file has its name once <see cref="Complete"/> is called; until then it lies beside it under
/// a temporary name, which <see cref="Dispose"/> deletes, and where the program was killed the next video of that name. Not thread-safe.</summary>
/// <remarks>H.264, yuv420p, BT.709, limited range, without sound. Both sides must be even there: a picture of odd width or height gets a black column at its right or a black row at its
/// bottom. Lossless files hold every pixel as it is, of any size.</remarks>
/// <example><code>
/// using VideoWriter clip = VideoWriter.Create("overlay.mp4", 640, 480, frameRate: 25);
/// foreach (Picture picture in pictures) { clip.Add(picture); }
/// clip.Complete();
/// </code></example>
public sealed class VideoWriter : IDisposable
{
    private readonly TemporaryVideo _place;
    private readonly string _temporary;
    private readonly Process _process;
    private readonly Task<string> _messages;
    private bool _ended;

    private VideoWriter(string path, int width, int height, double frameRate, VideoWriterOptions options)
    {
        Path = path;
        Width = width;
        Height = height;

        _place = TemporaryVideo.Take(path);
        _temporary = _place.Path;
        try
        {
            _process = FfmpegProgram.Start("ffmpeg", Arguments(_temporary, width, height, frameRate, options), path);
        }
        catch
        {
            _place.Dispose();
            throw;
        }

        _messages = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Width of the pictures in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the pictures in pixels.</summary>
    public int Height { get; }

    /// <summary>How many pictures were added.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Starts a video.</summary>
    /// <param name="path">The file, .mp4, .mov or .mkv; its folder exists. One that is there is replaced by <see cref="Complete"/>.</param>
    /// <param name="width">Width of the pictures in pixels, at least 1.</param>
    /// <param name="height">Height of the pictures in pixels, at least 1.</param>
    /// <param name="frameRate">Frames per second, above 0; rates within 0.001 of NTSC's (29.97, 23.976, 59.94) are taken for those fractions of 1001.</param>
    /// <param name="options">Default: H.264 at quality 18.</param>
    /// <exception cref="VideoException">Another extension, no such folder, or ffmpeg is missing.</exception>
    public static VideoWriter Create(string path, int width, int height, double frameRate, VideoWriterOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        FrameRates.ThrowIfNotPositive(frameRate);
        options ??= new VideoWriterOptions();
        options.Validate();
        string extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        if (options.Lossless ? extension != ".mkv" : extension is not (".mp4" or ".mov" or ".mkv"))
        {
            throw new VideoException(path, null, $"the extension '{extension}'", options.Lossless ? ".mkv for a lossless video" : ".mp4, .mov or .mkv");
        }

        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        return Directory.Exists(folder)
            ? new VideoWriter(path, width, height, frameRate, options)
            : throw new VideoException(path, null, "no such folder", "a file in a folder that exists");
    }

    /// <summary>Adds the next frame.</summary>
    /// <exception cref="ArgumentException">The picture is of another size.</exception>
    /// <exception cref="VideoException">ffmpeg cannot write.</exception>
    /// <exception cref="ObjectDisposedException">The video is complete or disposed.</exception>
    public void Add(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ObjectDisposedException.ThrowIf(_ended, this);
        if (picture.Width != Width || picture.Height != Height)
        {
            throw new ArgumentException($"Frame {FrameCount} of {Path} is {picture.Width} x {picture.Height} pixels, expected {Width} x {Height}.", nameof(picture));
        }

        try
        {
            _process.StandardInput.BaseStream.Write(picture.Pixels.Span);
        }
        catch (IOException exception)
        {
            throw Failed(exception);
        }

        FrameCount++;
    }

    /// <summary>Ends the video and gives it its name.</summary>
    /// <exception cref="VideoException">No picture was added, or ffmpeg cannot write.</exception>
    /// <exception cref="ObjectDisposedException">The video is complete or disposed.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        if (FrameCount == 0)
        {
            throw new VideoException(Path, null, "a video of 0 frames", "at least one");
        }

        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException exception)
        {
            throw Failed(exception);
        }

        _process.WaitForExit();
        if (_process.ExitCode != 0)
        {
            throw Failed(null);
        }

        try
        {
            _place.MoveTo(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VideoException(Path, null, $"an error while writing ({exception.Message.TrimEnd('.')})", "a file that can be replaced", exception);
        }

        Dispose();
    }

    /// <summary>Ends the program; a video that is not complete is deleted.</summary>
    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        FfmpegProgram.End(_process);
        _messages.Wait();
        _process.Dispose();
        _place.Dispose();
    }

    private VideoException Failed(Exception? exception)
    {
        FfmpegProgram.End(_process);
        string reason = _messages.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no reason given";
        return new VideoException(
            Path,
            string.Create(CultureInfo.InvariantCulture, $"after {Plural.Of(FrameCount, "frame")}"),
            $"an error while writing (ffmpeg: {reason.Replace(_temporary, "the file", StringComparison.Ordinal).TrimEnd('.')})",
            "a folder that can be written to, with space left",
            exception);
    }

    // Without its own name and version in the file, and with a fixed number of threads (x264's result depends on it), the same pictures give the same bytes.
    private static string[] Arguments(string temporary, int width, int height, double frameRate, VideoWriterOptions options) =>
    [
        "-hide_banner", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24",
        "-video_size", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"), "-framerate", FrameRates.AsFraction(frameRate), "-i", "pipe:0",
        .. options.Lossless ? Ffv1(width, height) : H264(options), "-fflags", "+bitexact", "-map_metadata", "-1", FfmpegProgram.Address(temporary),
    ];

    // Version 3 cuts a frame into slices with checksums, of which pictures of two pixels do not come back right.
    private static string[] Ffv1(int width, int height) => ["-c:v", "ffv1", "-level", Math.Min(width, height) < 16 ? "1" : "3", "-pix_fmt", "bgr0", "-threads", "4", "-flags", "+bitexact"];

    private static string[] H264(VideoWriterOptions options) =>
    [
        "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv",
        "-c:v", "libx264", "-crf", options.Quality.ToString(CultureInfo.InvariantCulture), "-pix_fmt", "yuv420p", "-threads", "4", "-flags", "+bitexact",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-movflags", "+faststart",
    ];
}
