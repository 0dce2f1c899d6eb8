// What a signal of EDF recorded.
namespace SmileNotebooks;

/// <summary>Kinds of channels in the header: EDF+ has labels such as <c>EMG zyg</c>. Where a label does not begin with the kind, what we write has it in the field of the transducer.</summary>
internal static class EdfKinds
{
    private const string Amplitude = "EMG amplitude";

    /// <summary>By the transducer, the label, or the unit.</summary>
    public static ChannelKind Of(EdfSignal signal, string unit) =>
        signal.Transducer == Amplitude ? ChannelKind.EmgAmplitude : ChannelGuess.OfWord(signal.Transducer.Split(' ')[0]) ?? ChannelGuess.Of(signal.Label, unit);

    /// <summary>The field of the transducer that tells a kind.</summary>
    public static string Transducer(ChannelKind kind) => kind switch
    {
        ChannelKind.Emg => "EMG",
        ChannelKind.EmgAmplitude => Amplitude,
        ChannelKind.Ecg => "ECG",
        ChannelKind.Eeg => "EEG",
        ChannelKind.Eog => "EOG",
        ChannelKind.SkinConductance => "EDA",
        ChannelKind.Respiration => "Resp",
        ChannelKind.Trigger => "Trigger",
        _ => "",
    };
}
