// Which format a file has, and which files of a folder are recordings.
namespace SmileNotebooks;

internal static class RecordingFormats
{
    /// <summary>Formats that are told by what a file begins with.</summary>
    private static readonly RecordingFormat[] Known = [Edf.Format, BrainVision.Format, new AcqKnowledgeText(), new BidsTable(), DelimitedText.WithTimes];

    // Recorders on Windows write names such as S01.EDF.
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>The format of a file.</summary>
    /// <exception cref="RecordingException">The file is missing or of no known format.</exception>
    public static RecordingFormat Of(string path)
    {
        if (!File.Exists(path))
        {
            throw new RecordingException(path, null, Directory.Exists(path) ? "a folder" : "no such file", "a recording");
        }

        return Known.FirstOrDefault(format => format.Recognises(path))
            ?? throw new RecordingException(
                path, null, "a beginning that no known format has",
                $"{string.Join(", ", Known.Select(format => format.Name))}; or, of a text file, its layout, as in Recording.Load(path, AcqKnowledgeText.Fmov), or Recording.Load(path, new DelimitedText(new TextLayout {{ HasHeader = true, SamplingRate = 1000 }}))");
    }

    /// <summary>The recordings of a folder, else of the folder raw in it, else of the participants of a dataset of BIDS.</summary>
    /// <exception cref="RecordingException">The folder is missing or holds no recording.</exception>
    public static RecordingSet All(string folder, RecordingFormat? format)
    {
        if (!Directory.Exists(folder))
        {
            throw new RecordingException(folder, null, File.Exists(folder) ? "a file" : "no such folder", "a folder of recordings");
        }

        string raw = Path.Combine(folder, "raw");
        string[] files = FilesOf(folder, format);
        files = files.Length == 0 && Directory.Exists(raw) ? FilesOf(raw, format) : files;
        files = files.Length == 0 && File.Exists(Path.Combine(folder, BidsDataset.FileName)) ? FilesOfParticipants(folder, format) : files;
        return files.Length == 0
            ? throw new RecordingException(
                folder, null, "no recording", $"files {string.Join(" or ", (format is null ? Known : [format]).SelectMany(one => one.Patterns))} in it or in its folder raw")
            : new RecordingSet(files.Select(file => (Func<Recording>)(() => Recording.Load(file, format))));
    }

    /// <summary>The first bytes of a file, fewer where it is shorter; null where it cannot be read.</summary>
    public static byte[]? Head(string path, int count)
    {
        try
        {
            return new RecordingFile(path).ReadHead(count);
        }
        catch (RecordingException)
        {
            return null;
        }
    }

    // A dataset of BIDS has a folder for each participant, with folders for sessions and kinds of data in it.
    private static string[] FilesOfParticipants(string folder, RecordingFormat? format) =>
    [
        .. Directory.EnumerateDirectories(folder, "sub-*")
            .SelectMany(participant => Directory.EnumerateDirectories(participant, "*", SearchOption.AllDirectories).Prepend(participant))
            .SelectMany(one => FilesOf(one, format))
            .Order(StringComparer.Ordinal),
    ];

    private static string[] FilesOf(string folder, RecordingFormat? format) => format is null
        ? [.. Directory.EnumerateFiles(folder).Where(file => Known.Any(known => known.Recognises(file))).Order(StringComparer.Ordinal)]
        : [.. format.Patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, AnyCase)).Distinct().Order(StringComparer.Ordinal)];
}
