// What a channel recorded, guessed from its name and unit.
using System.Collections.Frozen;

namespace SmileNotebooks;

/// <summary>Kinds of channels by the words that recorders write into names, and units in one spelling.</summary>
internal static class ChannelGuess
{
    private static readonly FrozenDictionary<string, ChannelKind> Words = new Dictionary<string, ChannelKind>
    {
        ["EMG"] = ChannelKind.Emg,
        ["ECG"] = ChannelKind.Ecg,
        ["EKG"] = ChannelKind.Ecg,
        ["EEG"] = ChannelKind.Eeg,
        ["EOG"] = ChannelKind.Eog,
        ["HEOG"] = ChannelKind.Eog,
        ["VEOG"] = ChannelKind.Eog,
        ["EDA"] = ChannelKind.SkinConductance,
        ["GSR"] = ChannelKind.SkinConductance,
        ["Resp"] = ChannelKind.Respiration,
        ["Event"] = ChannelKind.Trigger,
        ["Trigger"] = ChannelKind.Trigger,
        ["Status"] = ChannelKind.Trigger,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind that a word stands for; null where it stands for none.</summary>
    public static ChannelKind? OfWord(string word) => Words.TryGetValue(word, out ChannelKind kind) ? kind : null;

    /// <summary>The kind by the first word of the name, or by a unit of conductance; other where neither tells.</summary>
    public static ChannelKind Of(string name, string unit) =>
        OfWord(name.Split(' ', '_', '-')[0]) ?? (unit is "µS" or "S" or "nS" ? ChannelKind.SkinConductance : ChannelKind.Other);

    /// <summary>The unit with the micro sign (U+00B5) for what files write as u, as a Greek letter, or as bytes of another code page.</summary>
    /// <remarks>Bytes that are no ASCII have been read as Latin-1: UTF-8 and Shift-JIS show as two characters.</remarks>
    public static string Unit(string text)
    {
        string unit = text.Replace("\u00c2\u00b5", "\u00b5").Replace("\u00ce\u00bc", "\u00b5").Replace("\u0083\u00ca", "\u00b5").Replace('\u03bc', '\u00b5');
        return unit is "uV" or "uS" or "uA" ? $"\u00b5{unit[1]}" : unit;
    }
}
