// What a channel recorded, as far as words of its name say so.
namespace SmileNotebooks;

/// <summary>Kinds of channels by all words of a name: text exports have the names that experimenters gave, such as Zyg Processed.</summary>
internal static class ChannelKinds
{
    private static readonly HashSet<string> Muscles =
    [
        "emg", "femg", "zyg", "zygo", "zygomatic", "zygomaticus", "corr", "corrugator", "lev", "levator", "orb", "orbicularis", "frontalis", "masseter", "depressor", "mentalis",
    ];

    private static readonly HashSet<string> AmplitudeWords = ["processed", "rectified", "integrated", "rms", "smoothed", "envelope", "averaged"];
    private static readonly HashSet<string> MarkerWords = ["digital", "marker", "markers", "trigger", "triggers"];

    /// <summary>The kind by the first word that says one, else by the unit; other where nothing tells.</summary>
    public static ChannelKind Of(string name, string unit)
    {
        string[] words = [.. Words(name.ToLowerInvariant())];
        foreach (string word in words)
        {
            if (MarkerWords.Contains(word))
            {
                return ChannelKind.Trigger;
            }

            if (Muscles.Contains(word))
            {
                return words.Any(AmplitudeWords.Contains) ? ChannelKind.EmgAmplitude : ChannelKind.Emg;
            }

            if (ChannelGuess.OfWord(word) is { } kind)
            {
                return kind;
            }
        }

        return ChannelGuess.Of(name, unit);
    }

    private static IEnumerable<string> Words(string name)
    {
        int start = 0;
        for (int at = 0; at <= name.Length; at++)
        {
            if (at < name.Length && char.IsLetter(name[at]))
            {
                continue;
            }

            if (at > start)
            {
                yield return name[start..at];
            }

            start = at + 1;
        }
    }
}
