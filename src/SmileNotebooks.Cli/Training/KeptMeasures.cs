// What was measured of listed clips, kept in a folder: a training that was broken off, or is run again, measures no clip twice.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Training;

/// <summary>Measures clips, or finds them measured. A kept file is named by the clip, by what measured it and by size and date of the clip: where one of them changes it is another name, and the clip is
/// measured anew. Measures outlive their clips, so that videos of people need not be kept.</summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="beside">The folder that listed paths count from.</param>
/// <param name="frameRate">Frames per second of folders of frames, and of tables in place of their time stamps; null where not said.</param>
/// <param name="stop">Ctrl+C.</param>
internal sealed class KeptMeasures(string folder, string beside, double? frameRate, CancellationToken stop) : IDisposable
{
    private const string Measured = ".csv";
    private const string NoFace = ".no-face";

    private readonly string _method = Short(FormattableString.Invariant($"{new ClipOptions().Identity()}; {frameRate}"));
    private readonly HashSet<string> _names = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))] : [];
    private readonly List<string> _files = [];
    private FaceLandmarker? _faces;

    /// <summary>How many clips were measured.</summary>
    public int New { get; private set; }

    /// <summary>How many had been measured before.</summary>
    public int Kept { get; private set; }

    /// <summary>The files of measures that were used so far.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Whether a listed path is there, or was measured while it was.</summary>
    public bool Knows(string clip) => Path.Exists(At(clip)) || KeptName(clip) is not null;

    /// <exception cref="CommandException">The folder cannot be written to.</exception>
    public void Prepare()
    {
        string probe = Path.Combine(folder, ".probe.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder}: measures of clips cannot be kept there ({error.Message.Replace(probe, folder, StringComparison.Ordinal).TrimEnd('.')}); name a folder by --measures.", ExitCode.Failure, error);
        }
    }

    /// <summary>The faces of a clip, or of a table that a clip was measured into.</summary>
    /// <param name="clip">As it is listed.</param>
    /// <exception cref="TableException">The table cannot be read.</exception>
    /// <exception cref="VideoException">The clip cannot be read.</exception>
    /// <exception cref="CommandException">The measures cannot be kept, or ffmpeg is missing.</exception>
    /// <exception cref="FaceModelException">The models are missing.</exception>
    public ImmutableArray<FaceSeries> SeriesOf(string clip)
    {
        stop.ThrowIfCancellationRequested();
        if (IsTable(clip))
        {
            _files.Add(At(clip));
            return FaceSeries.LoadAll(At(clip), new FaceSeriesOptions { FrameRate = frameRate });
        }

        string? name = KeptName(clip);
        if (name is null)
        {
            name = Measure(clip);
            New++;
        }
        else
        {
            Kept++;
        }

        // What was measured just now is read back too: a run that was broken off and went on is the same to the last bit.
        string file = Path.Combine(folder, name);
        _files.Add(file);
        ImmutableArray<FaceSeries> series = name.EndsWith(Measured, StringComparison.Ordinal) ? FaceSeries.LoadAll(file) : [];
        foreach (string remark in series.SelectMany(face => face.Remarks).Where(remark => remark.StartsWith("ended early", StringComparison.Ordinal)))
        {
            Console.Error.WriteLine($"smile: {clip}: {remark}");
        }

        return series;
    }

    public void Dispose() => _faces?.Dispose();

    private static bool IsTable(string clip) => Path.GetExtension(clip).Equals(Measured, StringComparison.OrdinalIgnoreCase);

    private string At(string clip) => Path.Combine(beside, clip);

    private string Measure(string clip)
    {
        string stem = StemOf(clip);
        string name = stem + Short(IdentityOf(At(clip)));
        FaceVideoResult result = FaceVideo.Measure(Open(At(clip)), _faces ??= FaceLandmarker.Open(new() { Blendshapes = false }), options: null, stop);
        if (result is { Series.IsEmpty: true, Problem: { } problem })
        {
            // That nobody is in it is not known.
            throw new VideoException(clip, null, $"no face, and it ended early ({problem.TrimEnd('.')})", "a whole clip of a face");
        }

        try
        {
            name += result.Series.IsEmpty ? NoFace : Measured;
            if (result.Series.IsEmpty)
            {
                File.WriteAllText(Path.Combine(folder, name), $"{result}\n");
            }
            else
            {
                result.Series[0].SaveCsv(Path.Combine(folder, name));
            }

            // Those of the clip as it was before.
            string ofClip = NameOf(clip);
            foreach (string old in _names.Where(file => file.StartsWith(ofClip, StringComparison.Ordinal) && file != name))
            {
                File.Delete(Path.Combine(folder, old));
            }
        }
        catch (Exception error) when (error is TableException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{Path.Combine(folder, name)}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }

        return name;
    }

    // Without ffmpeg no clip can be measured: that is no fault of a clip.
    private IFrameSource Open(string clip)
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

    /// <summary>The kept file of a clip as it is; of a clip that is there no more, of what it was.</summary>
    private string? KeptName(string clip)
    {
        string begin = StemOf(clip) + (Path.Exists(At(clip)) ? Short(IdentityOf(At(clip))) + "." : "");
        return _names.Where(name => name.StartsWith(begin, StringComparison.Ordinal) && (name.EndsWith(Measured, StringComparison.Ordinal) || name.EndsWith(NoFace, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).FirstOrDefault();
    }

    // Clips of one name may lie in several folders.
    private static string NameOf(string clip) => $"{Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(clip))}.{Short(clip)}.";

    private string StemOf(string clip) => $"{NameOf(clip)}{_method}.";

    private static string IdentityOf(string clip)
    {
        FileInfo[] files = Directory.Exists(clip) ? new DirectoryInfo(clip).GetFiles() : [new FileInfo(clip)];
        return FormattableString.Invariant($"{files.Length} {files.Sum(file => file.Length)} {files.Select(file => file.LastWriteTimeUtc.Ticks).DefaultIfEmpty(0).Max()}");
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
