namespace SmileNotebooks;

/// <summary>Streams of a training's seed, one for each random step, so that no two steps share their numbers.</summary>
internal static class SeedStreams
{
    public const ulong Folds = 1;
    public const ulong Settings = 2;
    public const ulong Fit = 3;
    public const ulong Bootstrap = 4;
    public const ulong Permutations = 5;
    public const ulong Importance = 6;
    public const ulong LearningCurve = 7;
    public const ulong Leakage = 8;
}
