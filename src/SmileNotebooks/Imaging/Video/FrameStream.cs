// A running ffmpeg: pixels on its standard output, its log on the other pipe.
using System.Diagnostics;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Decodes a video from its beginning to 24-bit RGB, upright, every frame once. Disposing ends the program and waits for it.</summary>
/// <remarks>The decoder gets one thread: with several, pictures that lean on a damaged one may be shown before the complaint about it, and how many depends on the machine.
/// Colours are still converted on all cores, beside the decoding.</remarks>
internal sealed class FrameStream : IDisposable
{
    private readonly string _path;
    private readonly VideoFacts _facts;
    private readonly Process _process;
    private readonly FfmpegLog _log;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private string? _damageBeforeFrames;

    /// <param name="path">The file.</param>
    /// <param name="facts">What its header says.</param>
    /// <param name="cancellation">Ends the program.</param>
    public FrameStream(string path, VideoFacts facts, CancellationToken cancellation)
    {
        _path = path;
        _facts = facts;
        _cancellation = cancellation;
        _process = FfmpegProgram.Start("ffmpeg", Arguments(path, facts), path);
        _process.StandardInput.Close();
        _log = new FfmpegLog(_process.StandardError, facts.Format, facts.Stream);
        _registration = cancellation.Register(() => FfmpegProgram.End(_process));
    }

    /// <summary>Seconds a tick of the time stamps.</summary>
    public double Tick { get; private set; }

    /// <summary>What is wrong with the data, once <see cref="Next"/> has given false; null at a good end.</summary>
    public string? Damage { get; private set; }

    /// <summary>Goes on to the next frame, whose pixels <see cref="Read"/> must then take.</summary>
    /// <param name="stamp">Its time stamp in ticks; null where it has none.</param>
    /// <returns>False at the end, and before frames that may be damaged.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Next(out long? stamp)
    {
        stamp = null;
        while (true)
        {
            switch (_log.Next(_cancellation))
            {
                case LogEntry.Tick tick:
                    Tick = tick.Seconds;
                    break;
                case LogEntry.Damage { BeforeFrames: true } damage:
                    // Small files are read to their end while they are opened. The frames tell where the damage lies, or else the end.
                    _damageBeforeFrames ??= damage.Text;
                    break;
                case LogEntry.Damage damage:
                    Damage = Words(damage.Text);
                    return false;
                case LogEntry.Shown shown when shown.Size != StoredSize(shown.Size):
                    Damage = $"frames that change their size to {shown.Size} pixels";
                    return false;
                case LogEntry.Shown shown:
                    stamp = shown.Stamp;
                    return true;
                default:
                    Finish();
                    return false;
            }
        }
    }

    /// <summary>Reads the pixels of the frame.</summary>
    /// <returns>False if the program ended in the midst of them: see <see cref="Damage"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Read(byte[] pixels)
    {
        if (_process.StandardOutput.BaseStream.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) == pixels.Length)
        {
            return true;
        }

        Finish();
        Damage ??= Words("it ended within a frame");
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _registration.Dispose();
        FfmpegProgram.End(_process);
        _log.Join();
        _process.Dispose();
    }

    private static string[] Arguments(string path, VideoFacts facts) =>
    [
        // passthrough: no frame is dropped or repeated. The encoder is told frame numbers for time stamps, because it refuses some that files have; showinfo has seen theirs before.
        "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe", .. VideoProbe.InputFormat(path),
        "-threads", "1", "-i", FfmpegProgram.Address(path),
        "-map", $"0:{facts.Stream}", "-vf", Filters(facts), "-enc_time_base", "-1", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
    ];

    private static string Filters(VideoFacts facts) =>
        "showinfo=checksum=0,setpts=N" + (facts.IsStretched ? string.Create(CultureInfo.InvariantCulture, $",scale={facts.Width}:{facts.Height},setsar=1") : "");

    private string StoredSize(string found)
    {
        // Where pixels are not square, the filter that follows gives every frame the one size.
        return _facts.IsStretched ? found : string.Create(CultureInfo.InvariantCulture, $"{_facts.Width}x{_facts.Height}");
    }

    private void Finish()
    {
        _cancellation.ThrowIfCancellationRequested();
        _process.WaitForExit();
        _log.Join();
        if (_damageBeforeFrames is not null || _process.ExitCode != 0)
        {
            Damage = Words(_damageBeforeFrames ?? _log.LastProblem ?? string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {_process.ExitCode}"));
        }
    }

    private string Words(string text) => $"data that are damaged or cut short (ffmpeg: {text.Replace(FfmpegProgram.Address(_path), "the file", StringComparison.Ordinal).TrimEnd('.')})";
}
