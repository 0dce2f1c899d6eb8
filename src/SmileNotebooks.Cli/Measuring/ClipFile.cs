namespace SmileNotebooks.Cli.Measuring;

/// <summary>A clip to measure.</summary>
/// <param name="Path">The file, or the folder of frames, as the user named it or its folder.</param>
/// <param name="Relative">The path below the folder that the user named; the name itself where the user named the clip.</param>
/// <param name="FrameRate">Frames per second of a folder of frames; null for a file.</param>
internal sealed record ClipFile(string Path, string Relative, double? FrameRate)
{
    /// <summary>Sound is among them so that its error says what it is.</summary>
    private static readonly string[] Extensions =
    [
        ".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".m2v", ".wmv", ".asf", ".flv", ".f4v", ".ts", ".mts", ".m2ts", ".3gp", ".3g2", ".ogv", ".mxf", ".vob", ".dv", ".y4m",
        ".mp3", ".m4a", ".wav", ".aac", ".flac", ".ogg", ".opus", ".wma",
    ];

    private static readonly int s_videos = Array.IndexOf(Extensions, ".mp3");

    /// <summary>Whether a file is measured as a clip: told by its extension.</summary>
    public static bool Is(string path) => Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>What a path that the user named gives of clips.</summary>
    /// <param name="path">A file, a folder of clips, or with a frame rate a folder of frames.</param>
    /// <param name="frameRate">Frames per second of folders; null where folders hold pictures and clips.</param>
    public static IEnumerable<ClipFile> Of(string path, double? frameRate)
    {
        if (!Directory.Exists(path))
        {
            return Is(path) ? [new ClipFile(path, System.IO.Path.GetFileName(path), null)] : [];
        }

        return frameRate is not null
            ? [new ClipFile(path, System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path))), frameRate)]
            : Within(path);
    }

    /// <summary>Size and date of what is read: a finished clip is not measured again while these are the same.</summary>
    public string Identity()
    {
        FileInfo[] files = Directory.Exists(Path) ? new DirectoryInfo(Path).GetFiles() : [new FileInfo(Path)];
        return FormattableString.Invariant(
            $"{System.IO.Path.GetFullPath(Path)}; {files.Length} file(s), {files.Sum(file => file.Exists ? file.Length : 0)} bytes, {files.Max(file => file.LastWriteTimeUtc.Ticks)}");
    }

    private static IEnumerable<ClipFile> Within(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(path => Extensions.AsSpan(0, s_videos).Contains(System.IO.Path.GetExtension(path).ToLowerInvariant()) && !System.IO.Path.GetFileNameWithoutExtension(path).EndsWith(ClipOutputs.OverlayEnding, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new ClipFile(path, System.IO.Path.GetRelativePath(folder, path), null));
    }
}
