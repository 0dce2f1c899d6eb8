namespace SmileNotebooks.Cli.Measuring;

/// <summary>What the user named, told apart.</summary>
/// <param name="Pictures">Pictures, in order.</param>
/// <param name="Clips">Clips, in order; each once.</param>
internal sealed record MeasureInputs(List<PictureFile> Pictures, List<ClipFile> Clips)
{
    /// <param name="paths">What the user named.</param>
    /// <param name="frameRate">Frames per second of folders, which are clips then; null where they hold pictures and clips.</param>
    /// <param name="overlays">Where overlays are written to; null for nowhere.</param>
    /// <param name="problem">Is told of each path that gives nothing.</param>
    public static MeasureInputs Of(IReadOnlyList<string> paths, double? frameRate, string? overlays, Action<string> problem)
    {
        Dictionary<string, ClipFile[]> found = paths.Distinct().ToDictionary(path => path, path => ClipFile.Of(path, frameRate).ToArray());
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<ClipFile> clips = [.. paths.SelectMany(path => found[path]).Where(clip => seen.Add(Path.GetFullPath(clip.Path)))];
        IEnumerable<string> others = paths.Where(path => Directory.Exists(path) ? frameRate is null : found[path].Length == 0);
        return new MeasureInputs(PictureFile.Expand(others, overlays, problem, path => found[path].Length > 0), clips);
    }
}
