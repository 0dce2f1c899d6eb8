// What a channel recorded, as far as words of its name say so.
namespace SmileNotebooks;

internal static class ChannelKinds
{
    private static readonly HashSet<string> Muscles =
        ["emg", "femg", "zyg", "zygo", "zygomatic", "zygomaticus", "corr", "corru", "corrugator", "lev", "levator", "orb", "orbicularis", "frontalis", "masseter", "depressor", "mentalis"];

    private static readonly HashSet<string> AmplitudeWords = ["processed", "rectified", "integrated", "rms", "smoothed", "envelope", "averaged"];

    private static readonly Dictionary<string, ChannelKind> Others = new()
    {
        ["digital"] = ChannelKind.Trigger, ["marker"] = ChannelKind.Trigger, ["markers"] = ChannelKind.Trigger, ["trigger"] = ChannelKind.Trigger, ["triggers"] = ChannelKind.Trigger,
        ["ecg"] = ChannelKind.Ecg, ["ekg"] = ChannelKind.Ecg, ["eeg"] = ChannelKind.Eeg, ["eog"] = ChannelKind.Eog,
        ["eda"] = ChannelKind.SkinConductance, ["gsr"] = ChannelKind.SkinConductance, ["scl"] = ChannelKind.SkinConductance, ["conductance"] = ChannelKind.SkinConductance,
        ["resp"] = ChannelKind.Respiration, ["rsp"] = ChannelKind.Respiration, ["respiration"] = ChannelKind.Respiration,
    };

    /// <summary>The kind by the first word that says one.</summary>
    public static ChannelKind Of(string name)
    {
        string[] words = [.. Words(name.ToLowerInvariant())];
        foreach (string word in words)
        {
            if (Others.TryGetValue(word, out ChannelKind kind))
            {
                return kind;
            }

            if (Muscles.Contains(word))
            {
                return words.Any(AmplitudeWords.Contains) ? ChannelKind.EmgAmplitude : ChannelKind.Emg;
            }
        }

        return ChannelKind.Other;
    }

    private static IEnumerable<string> Words(string name)
    {
        int start = 0;
        for (int at = 0; at <= name.Length; at++)
        {
            if (at == name.Length || !char.IsLetter(name[at]))
            {
                if (at > start)
                {
                    yield return name[start..at];
                }

                start = at + 1;
            }
        }
    }
}
